/** N-Triples, read just far enough to be shown as a table. */
export interface Node {
  readonly text: string;
  readonly iri: string | null;
  readonly language: string | null;
}

export interface Triple {
  readonly subject: Node;
  readonly predicate: Node;
  readonly object: Node;
}

const TERM = String.raw`<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[\w-]+)?`;
const LINE = new RegExp(String.raw`^(${TERM})\s+(<[^>]*>)\s+(${TERM})\s*\.\s*$`);

export function readTriples(text: string): Triple[] {
  return text.split("\n").flatMap((line) => {
    const [, subject, predicate, object] = LINE.exec(line.trim()) ?? [];
    return subject && predicate && object
      ? [{ subject: node(subject), predicate: node(predicate), object: node(object) }]
      : [];
  });
}

function node(term: string): Node {
  if (term.startsWith("<")) return { text: unescape(term.slice(1, -1)), iri: unescape(term.slice(1, -1)), language: null };
  if (term.startsWith("_:")) return { text: term, iri: null, language: null };
  const end = term.lastIndexOf('"');
  const language = /@([\w-]+)$/.exec(term.slice(end))?.[1] ?? null;
  return { text: unescape(term.slice(1, end)), iri: null, language };
}

const SHORT: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescape(text: string): string {
  return text.replace(/\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/g, (_, four?: string, eight?: string, one = "") =>
    four || eight ? String.fromCodePoint(Number.parseInt(four ?? eight ?? "0", 16)) : (SHORT[one] ?? one),
  );
}

/** The last step of an IRI, which is what people call it. */
export function localName(iri: string): string {
  return decodeURIComponent(/[^/#]+(?=[/#]?$)/.exec(iri)?.[0] ?? iri);
}
