import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { graphql, updateSchema } from "cm6-graphql";
import type { GraphQLSchema } from "graphql";

export interface Editor {
  readonly text: () => string;
  write(text: string): void;
  know(schema: GraphQLSchema): void;
  label(words: string): void;
  end(): void;
}

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)" },
  { tag: [tags.propertyName, tags.definition(tags.variableName)], color: "var(--link)" },
  { tag: tags.variableName, color: "var(--good)" },
  { tag: [tags.string, tags.number, tags.bool, tags.atom], color: "var(--bad)" },
  { tag: tags.typeName, color: "var(--good)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
]);

const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: "13.5px", height: "100%" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--card)", borderRight: "1px solid var(--line)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--tint)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--tint)", outline: "1px solid var(--line-strong)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--raised)", border: "1px solid var(--line-strong)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--accent-ink)", backgroundColor: "var(--accent)" },
  ".cm-completionDetail": { color: "inherit" },
  ".cm-completionInfo": { maxWidth: "36ch", fontFamily: "var(--sans)" },
  // No room beside the list: the schema's page says the same.
  "@media (max-width: 600px)": { ".cm-tooltip.cm-completionInfo": { display: "none" } },
  ".cm-diagnostic": { fontFamily: "var(--sans)" },
});

/**
 * An editor of GraphQL that knows the schema. It stands in a shadow tree: there its style sheets are adopted,
 * which the site's policy allows, while a style element in the document would be refused.
 * Tab leaves it, as it leaves any field.
 */
export function makeEditor(
  host: HTMLElement,
  text: string,
  told: { changed(text: string): void; run(): void; asksFor(type: string): void },
): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const name = new Compartment();
  const labelled = (words: string) => EditorView.contentAttributes.of({ "aria-label": words });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([
          { key: "Mod-Enter", run: () => (told.run(), true) },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        lineNumbers(),
        history(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        syntaxHighlighting(COLOURS),
        LOOK,
        EditorView.lineWrapping,
        graphql(undefined, { onShowInDocs: (_field, type, parent) => told.asksFor(parent ?? type ?? "") }),
        name.of(labelled("")),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) told.changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    write: (written) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: written } }),
    know: (schema) => updateSchema(view, schema),
    label: (words) => view.dispatch({ effects: name.reconfigure(labelled(words)) }),
    end: () => view.destroy(),
  };
}
