import { computed, type ComputedRef } from "vue";
import { useRoute } from "vue-router";

export interface Asked {
  readonly key: ComputedRef<string>;
  readonly after: ComputedRef<string | null>;
  readonly text: ComputedRef<string>;
  /** Whether only what records use is wanted; null where all is. */
  readonly used: ComputedRef<true | null>;
}

/** What a page's address asks for: the thing's key, and which part of its list. */
export function useAsked(): Asked {
  const route = useRoute();
  const one = (name: string): string | null => (typeof route.query[name] === "string" ? route.query[name] : null);
  return {
    key: computed(() => String(route.params["key"] ?? "")),
    after: computed(() => one("after")),
    text: computed(() => one("q") ?? ""),
    used: computed(() => (one("used") === "1" ? true : null)),
  };
}
