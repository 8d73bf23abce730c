import { createRouter, createWebHistory, type Router } from "vue-router";

/** Addresses of the site: each is also a document that Django renders (frontend/pages/urls.py). */
export function makeRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: "/", name: "home", component: () => import("./pages/home/HomePage.vue") },
      { path: "/:rest(.*)*", name: "unknown", component: () => import("./pages/unknown/UnknownPage.vue") },
    ],
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  });
  return router;
}
