// The full editor, loaded late and apart: CodeMirror with the dialect's grammar and the marks of
// the step. Knows nothing of state or traces; editor.ts hands it text and marks.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { sql as language, MySQL, PostgreSQL, SQLite } from "@codemirror/lang-sql";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import type { DecorationSet } from "@codemirror/view";
import { Decoration, EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Mark } from "../state/marks.ts";
import type { Dialect } from "../state/trace.ts";

export interface FullEditor {
  readonly dom: HTMLElement;
  /**
   * Brings text, grammar and marks to what they should be, touching only what differs. At another
   * place there is another history: what is undone there is not brought here.
   */
  show(place: string, sql: string, dialect: Dialect, marks: readonly Mark[]): void;
  focus(from: number, to: number): void;
  destroy(): void;
}

export interface EditorOptions {
  place: string;
  sql: string;
  dialect: Dialect;
  label: string;
  edit(sql: string): void;
  run(): void;
}

const GRAMMARS = { sqlite: SQLite, postgresql: PostgreSQL, mysql: MySQL };

export function openEditor(root: ShadowRoot, options: EditorOptions): FullEditor {
  const grammar = new Compartment();
  let { dialect, place } = options;
  let shown: readonly Mark[] = [];
  // Text that the page itself puts in is not an edit of the reader's.
  let ours = false;
  const run = () => {
    options.run();
    return true;
  };
  const stateOf = (doc: string) =>
    EditorState.create({
      doc,
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run }])),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": options.label,
          tabindex: "0",
          spellcheck: "false",
          autocapitalize: "off",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !ours) options.edit(update.state.doc.toString());
        }),
        grammar.of(language({ dialect: GRAMMARS[dialect] })),
        syntaxHighlighting(inks),
        look,
        marks,
      ],
    });
  const view = new EditorView({ root, state: stateOf(options.sql) });
  return {
    dom: view.dom,
    show(where, sql, next, wanted) {
      const effects: StateEffect<unknown>[] = [];
      if (where !== place) {
        place = where;
        dialect = next;
        shown = [];
        view.setState(stateOf(sql));
      }
      if (next !== dialect) {
        dialect = next;
        effects.push(grammar.reconfigure(language({ dialect: GRAMMARS[next] })));
      }
      const text = view.state.doc.toString();
      const changed = text !== sql;
      if (changed || !sameMarks(wanted, shown)) effects.push(setMarks.of(wanted));
      shown = wanted;
      if (!changed && effects.length === 0) return;
      const [spoken] = [...wanted].sort((a, b) => weight(b) - weight(a));
      ours = true;
      view.dispatch(
        changed ? { changes: { from: 0, to: text.length, insert: sql }, effects } : { effects },
      );
      ours = false;
      if (spoken !== undefined && spoken.end <= sql.length) reveal(view, spoken.start);
    },
    focus(from, to) {
      view.focus();
      view.dispatch({ selection: { anchor: from, head: to } });
    },
    destroy: () => view.destroy(),
  };
}

const setMarks = StateEffect.define<readonly Mark[]>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(drawn, transaction) {
    const effect = transaction.effects.find((e) => e.is(setMarks));
    if (effect === undefined) return drawn.map(transaction.changes);
    const length = transaction.newDoc.length;
    const inside = (effect.value as readonly Mark[]).filter(
      (m) => m.start < m.end && m.end <= length,
    );
    const ranges = inside.map((m) => Decoration.mark({ class: m.role }).range(m.start, m.end));
    return Decoration.set(ranges, true);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The narrower the role, the more it is what the reader should see. */
function weight({ role }: Mark): number {
  return role === "statement" ? 0 : 1;
}

/** Scrolls the editor, never the page, to a line that is out of sight. */
function reveal(view: EditorView, position: number): void {
  const { top, bottom } = view.lineBlockAt(position);
  const { scrollTop, clientHeight } = view.scrollDOM;
  if (top >= scrollTop && bottom <= scrollTop + clientHeight) return;
  view.scrollDOM.scrollTop = top - clientHeight / 3;
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const inks = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--free)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--accent)" },
  { tag: [tags.lineComment, tags.blockComment], color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.typeName, tags.standard(tags.name)], color: "var(--soft)" },
]);

const look = EditorView.theme({
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit" },
  ".cm-content": { padding: "10px 0", minHeight: "9rem", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 14px" },
});
