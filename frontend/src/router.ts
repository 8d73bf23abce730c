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
      { path: "/places", name: "places", component: () => import("./pages/places/PlacesPage.vue") },
      { path: "/places/:key", name: "place", component: () => import("./pages/place/PlacePage.vue") },
      { path: "/:rest(.*)*", name: "unknown", component: () => import("./pages/unknown/UnknownPage.vue") },
    ],
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  });
}
