import { expect, test } from "vitest";
import { changesOf, fieldsOf } from "./parameters";

const PROCESSORS = [
  {
    id: "mel",
    title: "Mel bands",
    parameters: {
      properties: {
        bands: { type: "integer", default: 40, minimum: 4, maximum: 256, description: "Bands." },
        window: { type: "integer", enum: [512, 1024], default: 1024, "x-unit": "samples" },
        f_max: { type: ["number", "null"], default: null },
        whole: { type: "boolean", default: false },
      },
    },
  },
];

test("a recipe's own settings stand before the defaults", () => {
  const fields = fieldsOf([{ processor: "mel", params: { bands: 24 } }, { processor: "gone", params: {} }], PROCESSORS);
  expect(fields.map(({ name, kind, given }) => [name, kind, given])).toEqual([
    ["bands", "number", "24"],
    ["window", "choice", "1024"],
    ["f_max", "number", ""],
    ["whole", "flag", "false"],
  ]);
  expect(fields[0]).toMatchObject({ minimum: 4, maximum: 256, whole: true, title: "Mel bands" });
});

test("only what was changed is sent, as what it is", () => {
  const fields = fieldsOf([{ processor: "mel", params: {} }], PROCESSORS);
  const written = { "mel.bands": "40", "mel.window": "512", "mel.f_max": " 8000.5 ", "mel.whole": "true" };
  expect(changesOf(fields, written)).toEqual([{ processor: "mel", params: { window: 512, f_max: 8000.5, whole: true } }]);
  expect(changesOf(fields, {})).toEqual([]);
});
