// Where the script is written. A labelled textarea with the marked words drawn behind it, until
// the full editor (codemirror.ts) arrives: on the first focus, or after the first run when the browser
// is idle.

import type { TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import { placeOf } from "../state/drafts.ts";
import type { Mark } from "../state/marks.ts";
import { errorMarks } from "../state/marks.ts";
import type { State } from "../state/state.ts";
import { isStale } from "../state/state.ts";
import { TEXT } from "../text.ts";
import type { FullEditor } from "./codemirror.ts";
import { define, Part, shared } from "./part.ts";

export class OnConflictEditor extends Part {
  static override styles = [
    shared,
    css`
      .frame {
        position: relative;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        font: 0.8125rem/1.6 var(--mono);
      }

      .frame:focus-within {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }

      textarea,
      pre {
        display: block;
        width: 100%;
        min-height: 9rem;
        margin: 0;
        padding: 10px 14px;
        border: 0;
        font: inherit;
        tab-size: 2;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      pre {
        color: transparent;
      }

      textarea {
        position: absolute;
        inset: 0;
        height: 100%;
        outline: none;
        overflow: hidden;
        background: none;
        color: var(--ink);
        resize: none;
      }

      .statement {
        background: var(--band);
        box-shadow: 0 0 0 2px var(--band);
      }

      .here {
        background: var(--accent-wash);
        border-bottom: 2px solid var(--accent);
      }

      .decides {
        background: var(--blocked-wash);
        border-bottom: 2px solid var(--blocked);
      }

      .error {
        background: var(--blocked-wash);
        text-decoration: underline wavy var(--blocked);
        text-decoration-skip-ink: none;
      }

      .cm-editor {
        max-height: 34rem;
        outline: none;
        background: none;
        color: var(--ink);
      }
    `,
  ];

  #full: FullEditor | null = null;
  #loading = false;
  #wanted = false;

  override render() {
    // The full editor owns what is inside its host from the moment it is there.
    return html`<div class="frame">${this.#full === null ? this.#plain() : nothing}</div>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#full?.destroy();
    this.#full = null;
    this.#loading = false;
    this.#wanted = false;
  }

  protected override updated(): void {
    // Not before the first picture, which it would hold up.
    if (!this.#wanted && this.state.pending?.quiet !== true) {
      this.#wanted = true;
      if ("requestIdleCallback" in window) requestIdleCallback(() => void this.#load());
      else setTimeout(() => void this.#load(), 200);
    }
    const { sql, dialect, script } = this.state;
    const place = placeOf(script, dialect);
    this.#full?.show(place, sql, dialect, marksOf(this.state, this.scene?.marks));
  }

  #plain(): TemplateResult {
    const { sql } = this.state;
    return html`<pre aria-hidden="true">${pieces(sql, marksOf(this.state, this.scene?.marks))}
</pre
      ><textarea aria-label=${TEXT.editor} spellcheck="false" autocapitalize="off"
        autocomplete="off" .value=${sql} @focus=${() => void this.#load()} @input=${this.#onInput}
        @keydown=${this.#onKey}
      ></textarea>`;
  }

  #onInput(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.#edit(event.target.value);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#run();
  }

  #edit = (sql: string) => this.dispatch({ kind: "edit", sql });
  #run = () => this.dispatch({ kind: "run" });

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    const loaded = await import("./codemirror.ts").catch(() => null);
    if (loaded === null) {
      // Offline, or blocked: the plain field does the work, and the next focus tries again.
      this.#loading = false;
      return;
    }
    if (!this.isConnected) return;
    const area = this.renderRoot.querySelector("textarea");
    const frame = this.renderRoot.querySelector(".frame");
    if (area === null || frame === null || !(this.renderRoot instanceof ShadowRoot)) return;
    const focused = this.renderRoot.activeElement === area;
    const { selectionStart, selectionEnd } = area;
    this.#full = loaded.openEditor(this.renderRoot, {
      place: placeOf(this.state.script, this.state.dialect),
      sql: this.state.sql,
      dialect: this.state.dialect,
      label: TEXT.editor,
      edit: this.#edit,
      run: this.#run,
    });
    this.requestUpdate();
    await this.updateComplete;
    frame.append(this.#full.dom);
    if (focused) this.#full.focus(selectionStart, selectionEnd);
  }
}

/** Marks of a run whose script has been edited since would point at the wrong words. */
function marksOf(state: State, marks: readonly Mark[] | undefined): readonly Mark[] {
  const { run } = state;
  if (run === null || isStale(state)) return [];
  return [...(marks ?? []), ...errorMarks(run.trace, run.outline, run.error)];
}

/** The text cut at the ends of all marks; each piece with the roles that hold there. */
function pieces(sql: string, marks: readonly Mark[]): TemplateResult[] {
  const cuts = new Set([0, sql.length, ...marks.flatMap((mark) => [mark.start, mark.end])]);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1] ?? sql.length;
    const roles = marks.filter((mark) => mark.start <= from && mark.end >= to);
    return html`<span class=${roles.map((mark) => mark.role).join(" ")}>${sql.slice(from, to)}</span>`;
  });
}

define("on-conflict-editor", OnConflictEditor);
