import { existsSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";

// The committed schema: beside the sources, or two folders up from the npm work folder (var/node).
const schema =
  process.env["SONOTHEQUE_SCHEMA"] ??
  ["../graphql_api/schema.graphql", "../../graphql_api/schema.graphql"].find((path) => existsSync(path));
if (!schema) throw new Error("No schema.graphql found: set SONOTHEQUE_SCHEMA to its path.");

const config: CodegenConfig = {
  schema,
  documents: ["src/**/*.graphql"],
  generates: {
    "src/api/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        enumType: "native",
        useTypeImports: true,
        strictScalars: false,
        defaultScalarType: "unknown",
        // RFC 3339 with a zone, as JSON has it.
        scalars: { DateTime: "string" },
      },
    },
  },
};

export default config;
