import { subscribe } from "../../api/events";
import { ArchiveChangesDocument, type RecordKind } from "../../api/generated/graphql";
import type { Scope } from "../../lib/scope";

export type Subscribe = typeof subscribe;

const PATIENCE = [500, 1000, 2000, 5000, 10_000, 20_000];
/** News of one transaction come one by one: they are told together. */
const TOGETHER = 400;

/**
 * Follow what happens in the archive from a cursor on. A broken stream is taken up again where it was left,
 * each time a little later; `lost` when that does not help.
 */
export function followChanges(
  kinds: RecordKind[] | null,
  from: string,
  scope: Scope,
  told: { news(): void; lost(): void },
  open: Subscribe = subscribe,
): void {
  let after = from;
  let cuts = 0;
  let stop: (() => void) | null = null;
  const tell = (): void => {
    stop?.();
    stop = scope.after(TOGETHER, told.news);
  };
  const start = (): void => {
    let over = false;
    const again = (): void => {
      if (over || scope.ended) return;
      over = true;
      const wait = PATIENCE[cuts];
      cuts += 1;
      if (wait === undefined) told.lost();
      else scope.after(wait, start);
    };
    open(ArchiveChangesDocument, { kinds, after }, scope, {
      next: ({ archiveChanges }) => {
        after = archiveChanges.cursor;
        cuts = 0;
        tell();
      },
      ended: again,
      broken: again,
    });
  };
  start();
}
