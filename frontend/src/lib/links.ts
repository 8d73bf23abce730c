/** A step of the way to a page: a link, by what it is called. */
export interface Step {
  readonly path: string;
  readonly name: string;
  readonly lang?: string | undefined;
}

/** The path of a thing's page, from its IRI: within the site, whatever host it is reached by. */
export function pathOf(iri: string): string {
  return new URL(iri, "http://here").pathname;
}

export function itemPath(key: string): string {
  return `/items/${encodeURIComponent(key)}`;
}
