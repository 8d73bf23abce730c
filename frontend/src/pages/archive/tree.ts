import type { ArchiveTreeQuery } from "../../api/generated/graphql";

export interface Branch {
  readonly iri: string;
  readonly code: string;
  readonly title: string;
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

function named({ iri, code, title }: { iri: string; code: string; title: string }): Pick<Branch, "iri" | "code" | "title"> {
  return { iri, code, title };
}
