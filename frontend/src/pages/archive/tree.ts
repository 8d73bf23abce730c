import type { ArchiveTreeQuery, LevelRowFragment } from "../../api/generated/graphql";
import { saidIn } from "../../lib/texts";

export interface Branch {
  readonly iri: string;
  readonly code: string;
  readonly title: string;
  readonly lang: string | undefined;
  /** How many stand directly under it, whether or not they are shown. */
  readonly count: number;
  readonly below: readonly Branch[];
}

/** Fonds, their corpora and the collections of these; one of several parents stands under each. */
export function branchesOf(fonds: ArchiveTreeQuery["allFonds"]["nodes"]): Branch[] {
  return fonds.map((each) => ({
    ...named(each),
    count: each.corpora.totalCount,
    below: each.corpora.nodes.map((corpus) => ({
      ...named(corpus),
      count: corpus.collections.totalCount,
      below: corpus.collections.nodes.map((collection) => ({ ...named(collection), count: 0, below: [] })),
    })),
  }));
}

function named(level: LevelRowFragment): Pick<Branch, "iri" | "code" | "title" | "lang"> {
  const { text, lang } = saidIn(level, "title");
  return { iri: level.iri, code: level.code, title: text, lang };
}
