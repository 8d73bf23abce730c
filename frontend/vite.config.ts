import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

// Where the built site goes: never into the repository (set-up gives the folder).
const site = process.env["SONOTHEQUE_SITE"] ?? "../site";

export default defineConfig({
  base: "/static/",
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "sound-player" } } })],
  define: { __VUE_OPTIONS_API__: false },
  build: {
    outDir: site,
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: "src/main.ts" },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
