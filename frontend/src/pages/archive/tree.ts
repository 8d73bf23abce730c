import type { ArchiveTreeQuery, LevelRowFragment } from "../../api/generated/graphql";
import { pathOf } from "../../lib/links";
import { saidIn } from "../../lib/texts";
import type { TreeNode } from "../../tree/nodes";

/** Fonds, their corpora and the collections of these; one of several parents stands under each. */
export function branchesOf(fonds: ArchiveTreeQuery["allFonds"]["nodes"]): TreeNode[] {
  return fonds.map((each) => level(each, each.corpora.totalCount, each.corpora.nodes.map(corpusOf)));
}

type Corpus = ArchiveTreeQuery["allFonds"]["nodes"][number]["corpora"]["nodes"][number];

function corpusOf(corpus: Corpus): TreeNode {
  const below = corpus.collections.nodes.map((each) => level(each, 0, []));
  return level(corpus, corpus.collections.totalCount, below);
}

function level(record: LevelRowFragment, size: number, below: readonly TreeNode[]): TreeNode {
  const { text, lang } = saidIn(record, "title");
  return { key: record.code, path: pathOf(record.iri), name: text, lang, note: record.code, size, below };
}
