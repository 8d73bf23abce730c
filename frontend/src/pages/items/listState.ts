import type { LocationQuery, LocationQueryRaw } from "vue-router";
import { AccessLevel, type ItemListQueryVariables, ItemOrder } from "../../api/generated/graphql";

/** What a list shows, as its address says it. */
export interface ListState {
  text: string;
  collection: string;
  place: string;
  holder: string;
  access: AccessLevel | "";
  sound: boolean;
  order: ItemOrder;
  after: string;
}

const PAGE = 25;

function one<T extends string>(value: unknown, known: readonly T[]): T | null {
  return known.find((each) => each === value) ?? null;
}

/** Read an address; what it holds that is not known is left out. */
export function stateOf(query: LocationQuery): ListState {
  const text = (name: string): string => (typeof query[name] === "string" ? query[name] : "");
  return {
    text: text("q"),
    collection: text("collection"),
    place: text("place"),
    holder: text("holder"),
    access: one(text("access"), Object.values(AccessLevel)) ?? "",
    sound: text("sound") === "1",
    order: one(text("order"), Object.values(ItemOrder)) ?? ItemOrder.Code,
    after: text("after"),
  };
}

/** Write an address: only what differs from a plain list. */
export function queryOf(state: ListState): LocationQueryRaw {
  const query: LocationQueryRaw = {};
  if (state.text.trim()) query["q"] = state.text.trim();
  if (state.collection) query["collection"] = state.collection;
  if (state.place) query["place"] = state.place;
  if (state.holder) query["holder"] = state.holder;
  if (state.access) query["access"] = state.access;
  if (state.sound) query["sound"] = "1";
  if (state.order !== ItemOrder.Code) query["order"] = state.order;
  if (state.after) query["after"] = state.after;
  return query;
}

/** The question that a state asks; frontend/pages/views.py builds the same for the document. */
export function variablesOf(state: ListState): ItemListQueryVariables {
  const filter: NonNullable<ItemListQueryVariables["filter"]> = {};
  if (state.text.trim()) filter.text = state.text.trim();
  if (state.collection) filter.collection = state.collection;
  if (state.place) filter.place = state.place;
  if (state.holder) filter.holder = state.holder;
  if (state.access) filter.access = state.access;
  if (state.sound) filter.hasSound = true;
  const { place, holder } = state;
  return { filter, order: state.order, first: PAGE, after: state.after || null, place, inPlace: place !== "", holder, atHolder: holder !== "" };
}
