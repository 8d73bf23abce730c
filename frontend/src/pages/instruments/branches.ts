import { ask } from "../../api/client";
import { type InstrumentBranchFragment, InstrumentsBelowDocument } from "../../api/generated/graphql";
import type { TreeNode } from "../../tree/nodes";
import { branchesOf } from "../../tree/terms";

/** Instruments by their Hornbostel-Sachs numbers. */
export function classes(found: readonly InstrumentBranchFragment[], under: string | null = null): TreeNode[] {
  return branchesOf(found, ({ hornbostelSachs }) => hornbostelSachs, under);
}

/** What stands directly under a class; null where it could not be asked for. */
export async function below({ key }: TreeNode): Promise<TreeNode[] | null> {
  const answer = await ask(InstrumentsBelowDocument, { slug: key });
  return answer.ok ? classes(answer.data.instrument?.children.nodes ?? [], key) : null;
}
