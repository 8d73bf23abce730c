import { ref, type Ref } from "vue";
import { t } from "../i18n";
import type { Answer } from "./client";

/** What a mutation came to that is asked for as `done`: what was wanted, or an error with its sentence. */
type Done<D> = Answer<{ readonly done: D }>;
type Wanted<D> = Exclude<D, { readonly message: string }>;

export interface Doing {
  readonly busy: Ref<boolean>;
  /** The sentence that says why it was not done; empty while there is nothing to say. */
  readonly problem: Ref<string>;
  /** The field of the input that it is about. */
  readonly about: Ref<string>;
  /** Wait for a change; null where it was refused. */
  attempt<D extends { readonly __typename?: string }>(work: Promise<Done<D>>): Promise<Wanted<D> | null>;
}

/** One change at a time, whose refusal is told where it was asked for. */
export function useDoing(): Doing {
  const busy = ref(false);
  const problem = ref("");
  const about = ref("");
  return {
    busy,
    problem,
    about,
    async attempt(work) {
      busy.value = true;
      problem.value = about.value = "";
      const answer = await work;
      busy.value = false;
      if (!answer.ok) {
        problem.value = answer.message || t("state.failed");
        return null;
      }
      const { done } = answer.data;
      if ("message" in done && typeof done.message === "string") {
        problem.value = done.message;
        about.value = fieldOf(done);
        return null;
      }
      return done as Wanted<typeof done>;
    },
  };
}

function fieldOf(done: object): string {
  const path = "path" in done && Array.isArray(done.path) ? (done.path as unknown[]) : [];
  return path.filter((step): step is string => typeof step === "string" && step !== "input").join(".");
}
