import { subscribe } from "../../api/events";
import { RunProgressDocument, type RunProgressSubscription, RunStatus } from "../../api/generated/graphql";
import type { Scope } from "../../lib/scope";

export type Progress = RunProgressSubscription["runProgress"];
export type Subscribe = typeof subscribe;

const OPEN: ReadonlySet<RunStatus> = new Set([RunStatus.Queued, RunStatus.Running]);
const PATIENCE = [500, 1000, 2000, 5000, 10_000];

export function hasEnded(status: RunStatus): boolean {
  return !OPEN.has(status);
}

/** Follow a run to its end. A broken stream is taken up again where it was left, each time a little later. */
export function followRun(
  runId: string,
  scope: Scope,
  told: { moved(progress: Progress): void; ended(): void; lost(): void },
  open: Subscribe = subscribe,
): void {
  let after: string | null = null;
  let cuts = 0;
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
    open(RunProgressDocument, { runId, after }, scope, {
      next: ({ runProgress }) => {
        after = runProgress.cursor;
        cuts = 0;
        told.moved(runProgress);
        if (hasEnded(runProgress.status)) {
          over = true;
          told.ended();
        }
      },
      ended: again,
      broken: again,
    });
  };
  start();
}
