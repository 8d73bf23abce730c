import { defineConfig } from "vite";

// The player alone, in one file without a framework, for any page: /static/sound-player.js
export default defineConfig({
  build: {
    outDir: process.env["SONOTHEQUE_SITE"] ?? "../site",
    emptyOutDir: false,
    target: "es2022",
    lib: { entry: "src/player/element.ts", formats: ["es"], fileName: () => "sound-player.js" },
  },
});
