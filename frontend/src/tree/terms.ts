import { t } from "../i18n";
import { pathOf } from "../lib/links";
import { saidIn } from "../lib/texts";
import { byNotation, type TreeNode } from "./nodes";

/** A term as the questions of trees ask for it. */
export interface TermBranch {
  readonly slug: string;
  readonly iri: string;
  readonly name: string;
  readonly itemCount: number;
  readonly parents: ReadonlyArray<{ readonly slug: string; readonly name: string }>;
  readonly children: { readonly totalCount: number };
}

/** Terms as lines of a tree, by their numbers; `under` is the key of the one that holds them. */
export function branchesOf<T extends TermBranch>(
  found: readonly T[],
  notation: (term: T) => string | null | undefined,
  under: string | null = null,
): TreeNode[] {
  return found.map((each) => branchOf(each, notation(each), under)).sort(byNotation);
}

function branchOf(found: TermBranch, notation: string | null | undefined, under: string | null): TreeNode {
  // A term of several parents stands under each: there it tells of the others.
  const others = under === null ? [] : found.parents.filter(({ slug }) => slug !== under);
  const size = found.children.totalCount;
  const name = saidIn(found, "name");
  return {
    key: found.slug,
    path: pathOf(found.iri),
    name: name.text,
    lang: name.lang,
    notation,
    note: others.length ? t("tree.also", { names: others.map((each) => saidIn(each, "name").text).join(", ") }) : null,
    count: found.itemCount,
    size,
    below: size ? null : [],
  };
}
