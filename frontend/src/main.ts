import "./fonts";
import "./styles/index.css";
import { createApp } from "vue";
import App from "./App.vue";
import { loadCatalogue, pageLanguage } from "./i18n";
import { makeRouter } from "./router";

/** Vue takes the document over once its page is ready to be drawn: nothing blinks, nothing is asked twice. */
async function takeOver(): Promise<void> {
  const place = document.getElementById("app");
  if (!place) return;
  await loadCatalogue(pageLanguage());
  const app = createApp(App);
  const router = makeRouter();
  app.use(router);
  await router.isReady();
  app.mount(place);
  document.documentElement.dataset["ready"] = "true";
}

void takeOver();
