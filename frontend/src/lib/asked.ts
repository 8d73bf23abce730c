import { computed, type ComputedRef } from "vue";
import { useRoute } from "vue-router";

/** What a page's address asks for: the thing's key, and where its list goes on. */
export function useAsked(): { key: ComputedRef<string>; after: ComputedRef<string | null>; text: ComputedRef<string> } {
  const route = useRoute();
  const one = (name: string): string | null => (typeof route.query[name] === "string" ? route.query[name] : null);
  return {
    key: computed(() => String(route.params["key"] ?? "")),
    after: computed(() => one("after")),
    text: computed(() => one("q") ?? ""),
  };
}
