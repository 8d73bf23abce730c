import { type Ref, ref, watch } from "vue";
import { ask } from "../../api/client";
import { ItemLanesDocument, type LaneFieldsFragment, type VectorFieldsFragment } from "../../api/generated/graphql";

export interface Found {
  readonly lanes: readonly LaneFieldsFragment[];
  readonly vectors: readonly VectorFieldsFragment[];
}

const NOTHING: Found = { lanes: [], vectors: [] };

/** What of an item's results can be drawn; asked for once the item is there, and again when its page changes. */
export function itemLanes(item: () => { readonly id: string } | null): Ref<Found> {
  const found = ref<Found>(NOTHING) as Ref<Found>;
  watch(
    item,
    async (now) => {
      if (!now) return;
      const answer = await ask(ItemLanesDocument, { id: now.id });
      const node = answer.ok ? answer.data.node : null;
      if (item()?.id === now.id) found.value = node?.__typename === "Item" ? node : NOTHING;
    },
    { immediate: true },
  );
  return found;
}
