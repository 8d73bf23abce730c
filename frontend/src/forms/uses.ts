export type LevelName = "fonds" | "corpus" | "collection" | "item" | "carrier";

export interface Use {
  readonly scheme: string;
  readonly levels: readonly LevelName[];
}

/** What a concept can say of a record, and of which vocabulary it is then (the archive's own table; a test compares). */
export const USES: Record<string, Use> = {
  keyword: { scheme: "keywords", levels: ["fonds", "corpus", "collection", "item"] },
  topic: { scheme: "topics", levels: ["fonds", "corpus", "collection", "item"] },
  recording_context: { scheme: "recording-contexts", levels: ["collection", "item"] },
  vernacular_style: { scheme: "vernacular-styles", levels: ["collection", "item"] },
  generic_style: { scheme: "generic-styles", levels: ["collection", "item"] },
  media_type: { scheme: "media-types", levels: ["collection", "item"] },
  organisation: { scheme: "organisations", levels: ["fonds", "corpus", "collection", "item"] },
  rights: { scheme: "rights", levels: ["item"] },
  legal_right: { scheme: "legal-rights", levels: ["fonds", "corpus", "collection"] },
  publisher: { scheme: "publishers", levels: ["collection"] },
  publisher_series: { scheme: "publishers", levels: ["collection"] },
  publishing_status: { scheme: "publishing-statuses", levels: ["collection"] },
  acquisition_mode: { scheme: "acquisition-modes", levels: ["fonds", "corpus", "collection"] },
  copy_type: { scheme: "copy-types", levels: ["collection", "carrier"] },
  record_author: { scheme: "record-authors", levels: ["fonds", "corpus", "collection", "item"] },
  record_writer: { scheme: "record-writers", levels: ["fonds", "corpus", "collection", "item"] },
  description_status: { scheme: "description-statuses", levels: ["fonds", "corpus", "collection", "item"] },
  ad_conversion: { scheme: "ad-conversions", levels: ["collection", "item", "carrier"] },
  original_format: { scheme: "original-formats", levels: ["collection", "item", "carrier"] },
  physical_format: { scheme: "physical-formats", levels: ["collection", "item", "carrier"] },
  tape_wheel_diameter: { scheme: "tape-wheel-diameters", levels: ["carrier"] },
  tape_length: { scheme: "tape-lengths", levels: ["carrier"] },
  tape_width: { scheme: "tape-widths", levels: ["carrier"] },
  tape_speed: { scheme: "tape-speeds", levels: ["carrier"] },
  tape_vendor: { scheme: "tape-vendors", levels: ["carrier"] },
  channel_layout: { scheme: "channel-layouts", levels: ["carrier"] },
  strophic_form: { scheme: "strophic-forms", levels: ["item"] },
  song_type: { scheme: "song-types", levels: ["item"] },
  short_song_type: { scheme: "short-song-types", levels: ["item"] },
  tale_type: { scheme: "tale-types", levels: ["item"] },
  function: { scheme: "functions", levels: ["item"] },
  hornbostel_sachs: { scheme: "hornbostel-sachs", levels: ["item"] },
};

export function usesOf(level: LevelName): string[] {
  return Object.keys(USES).filter((name) => USES[name]?.levels.includes(level));
}
