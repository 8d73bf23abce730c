import { createRouter, createWebHistory, type Router } from "vue-router";

/** Addresses of the site: each is also a document that Django renders (frontend/pages). */
export function makeRouter(): Router {
  return createRouter({
    history: createWebHistory(),
    routes: [
      { path: "/", name: "home", component: () => import("./pages/home/HomePage.vue") },
      { path: "/items", name: "items", component: () => import("./pages/items/ItemsPage.vue") },
      { path: "/items/:key", name: "item", component: () => import("./pages/item/ItemPage.vue") },
      { path: "/collections", name: "collections", component: () => import("./pages/collections/CollectionsPage.vue") },
      { path: "/collections/:key", name: "collection", component: () => import("./pages/collection/CollectionPage.vue") },
      { path: "/fonds", name: "archive", component: () => import("./pages/archive/ArchivePage.vue") },
      { path: "/fonds/:key", name: "fonds", component: () => import("./pages/fonds/FondsPage.vue") },
      { path: "/corpora", name: "corpora", component: () => import("./pages/corpora/CorporaPage.vue") },
      { path: "/corpora/:key", name: "corpus", component: () => import("./pages/corpus/CorpusPage.vue") },
      { path: "/vocabularies", name: "vocabularies", component: () => import("./pages/vocabularies/VocabulariesPage.vue") },
      { path: "/vocabularies/:key", name: "scheme", component: () => import("./pages/scheme/SchemePage.vue") },
      { path: "/vocabularies/:key/edit", name: "edit-scheme", meta: { section: "vocabularies" }, component: () => import("./pages/edit/EditPage.vue") },
      { path: "/vocabularies/:scheme/:key/edit", name: "edit-concept", meta: { section: "concepts" }, component: () => import("./pages/edit/EditPage.vue") },
      { path: "/vocabularies/:scheme/:key", name: "concept", component: () => import("./pages/concept/ConceptPage.vue") },
      { path: "/holders", name: "holders", component: () => import("./pages/holders/HoldersPage.vue") },
      { path: "/holders/:key", name: "holder", component: () => import("./pages/holder/HolderPage.vue") },
      { path: "/instruments", name: "instruments", component: () => import("./pages/instruments/InstrumentsPage.vue") },
      { path: "/instruments/:key", name: "instrument", component: () => import("./pages/instrument/InstrumentPage.vue") },
      { path: "/groups", name: "populations", component: () => import("./pages/populations/PopulationsPage.vue") },
      { path: "/groups/:key", name: "population", component: () => import("./pages/population/PopulationPage.vue") },
      { path: "/languages", name: "languages", component: () => import("./pages/languages/LanguagesPage.vue") },
      { path: "/languages/:key", name: "language", component: () => import("./pages/language/LanguagePage.vue") },
      { path: "/agents", name: "agents", component: () => import("./pages/agents/AgentsPage.vue") },
      { path: "/agents/:key", name: "agent", component: () => import("./pages/agent/AgentPage.vue") },
      { path: "/places", name: "places", component: () => import("./pages/places/PlacesPage.vue") },
      { path: "/places/:key", name: "place", component: () => import("./pages/place/PlacePage.vue") },
      { path: "/extra-fields", name: "extra-fields", component: () => import("./pages/extraFields/ExtraFieldsPage.vue") },
      { path: "/deposit", name: "deposit", component: () => import("./pages/deposit/DepositPage.vue") },
      { path: "/explorer", name: "explorer", component: () => import("./pages/explorer/ExplorerPage.vue") },
      { path: "/new/:section", name: "new", component: () => import("./pages/edit/NewPage.vue") },
      { path: "/:section/:key/edit", name: "edit", component: () => import("./pages/edit/EditPage.vue") },
      { path: "/:rest(.*)*", name: "unknown", component: () => import("./pages/unknown/UnknownPage.vue") },
    ],
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  });
}
