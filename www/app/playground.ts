// The playground page: holds the state, does what the state asks for (runs, ticks, theme), and
// composes the parts. How state changes is state/update.ts; what parts look like is element/.

import type { PropertyDeclarations, TemplateResult } from "lit";
import { html, LitElement, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { closes } from "../element/clauses.ts";
import "../element/dialects.ts";
import "../element/editor.ts";
import { OnConflictGates } from "../element/gates.ts";
import { ICONS } from "../element/icons.ts";
import { OnConflictIndex } from "../element/indexes.ts";
import { ActionEvent, define, SCROLLED } from "../element/part.ts";
import "../element/player.ts";
import { actionOfKey } from "../element/player.ts";
import { OnConflictResult } from "../element/result.ts";
import "../element/steps.ts";
import { OnConflictTables } from "../element/tables.ts";
import { OnConflictWires } from "../element/wires.ts";
import { isUnedited } from "../state/drafts.ts";
import { misfit } from "../state/misfit.ts";
import { pace } from "../state/pace.ts";
import type { Scene } from "../state/scene.ts";
import { scene } from "../state/scene.ts";
import type { Pending, Run, State, Theme } from "../state/state.ts";
import { canStop, isStale, isTrying } from "../state/state.ts";
import type { Dialect } from "../state/trace.ts";
import type { Action } from "../state/update.ts";
import { update } from "../state/update.ts";
import { misfits, runIn, seeLesson } from "../text/misfit.ts";
import { announcement, cutAfter, sentence, TEXT, tryClausesOf, writtenFor } from "../text.ts";
import { fragmentOf, notePlace, pushPlace, readPlace, setFragment } from "./address.ts";
import * as engine from "./engine.ts";
import { keep } from "./kept.ts";
import type { Lesson } from "./lesson.ts";
import { FIRST, LESSON_ABOUT, LESSONS } from "./lessons.ts";
import { firstState, openedBy } from "./opening.ts";
import { showTheme } from "./theme.ts";

const NEXT_THEME: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
/** What takes longer can be stopped; what does not is over before one could. */
const SLOW_MS = 150;

class Playground extends LitElement {
  static override properties: PropertyDeclarations = {
    state: { state: true },
    folded: { state: true },
    copied: { state: true },
  };

  declare private state: State;
  /** Whether the editor is put away, which there is reason for on a phone only. */
  declare private folded: boolean;
  /** What came of the wish for a link, until something else happens. */
  declare private copied: string | null;
  #scene: Scene | null = null;
  #wide = matchMedia("(min-width: 68rem)");
  #phone = matchMedia("(max-width: 43.99rem)");
  /** Whether the run under way is to be brought into sight when it is over. */
  #bring = false;
  /** The statement that was given another clause, to which the focus goes once it has run. */
  #changed: number | null = null;
  #sizes = new ResizeObserver(() => void this.#wire());
  /** Whether the browser's history is what moves the reader. */
  #returning = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    engine.prepare();
    this.folded = false;
    this.copied = null;
    this.state = firstState();
    this.addEventListener(SCROLLED, () => void this.#wire());
    this.addEventListener(ActionEvent.type, (event) => {
      if (!(event instanceof ActionEvent)) return;
      this.#dispatch(event.action);
      // The list of clauses opens where it was asked for.
      const stays = event.action.kind === "try";
      if (event.target instanceof OnConflictResult && !stays) this.#showStage();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey);
    window.addEventListener("hashchange", this.#onAddress);
    window.addEventListener("popstate", this.#onHistory);
    notePlace(this.state);
    this.#wide.addEventListener("change", this.#onWidth);
    this.#phone.addEventListener("change", this.#onWidth);
    this.#sizes.observe(this);
    if (this.state.pending !== null) void this.#answer(this.state.pending);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey);
    window.removeEventListener("hashchange", this.#onAddress);
    window.removeEventListener("popstate", this.#onHistory);
    this.#wide.removeEventListener("change", this.#onWidth);
    this.#phone.removeEventListener("change", this.#onWidth);
    this.#sizes.disconnect();
    clearTimeout(this.#timer);
    clearTimeout(this.#slow);
    engine.stop();
  }

  /** In the light: the page's own styles lay it out. The parts bring theirs. */
  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  #dispatch(action: Action): void {
    const before = this.state;
    const after = update(before, action);
    this.state = after;
    if (after.run !== before.run || after.step !== before.step) this.#scene = sceneOf(after);
    if (action.kind === "run" || action.kind === "use") this.#bring = true;
    if (action.kind === "use") this.#changed = before.tried?.statement ?? null;
    if (action.kind === "lesson") this.folded = false;
    // When they are there the reader may have gone elsewhere.
    const waits = action.kind === "tried" && this.querySelector(".clauses:focus-within") !== null;
    if (this.#wide.matches && after.tried !== null && (action.kind === "try" || waits)) {
      void this.#showClauses();
    }
    if (action.kind === "stop") engine.stop();
    if (after.pending !== null && after.pending !== before.pending)
      void this.#answer(after.pending);
    else if (after.tried !== before.tried && isTrying(after)) void this.#try(after);
    else if (isTrying(before) && !isTrying(after)) engine.stop();
    if (after.step !== before.step || after.pending !== before.pending) this.copied = null;
    if (isElsewhere(before, after)) {
      keep(after);
      if (after.script !== before.script || after.dialect !== before.dialect)
        this.#go(after, action.kind === "open");
      // An address is of what it was made of; opened again, it would hide what has been written since.
      if (action.kind !== "open") setFragment("");
    }
    if (after.theme !== before.theme) showTheme(after.theme);
    if (after.playing !== before.playing || after.step !== before.step) this.#play(after);
    if (after.pending === null && this.#bring) {
      this.#bring = false;
      if (after.run !== before.run && after.run !== null) void this.#bringRun(after.run);
    }
  }

  async #answer({ id, dialect, sql, brief }: Pending): Promise<void> {
    this.#watch();
    try {
      const answer = await engine.ask({ kind: "run", dialect, sql, brief });
      this.#dispatch({ kind: "ran", id, ...answer });
    } catch (error) {
      if (error instanceof engine.Stopped) return;
      this.#dispatch({ kind: "broke", id, message: messageOf(error) });
    }
  }

  #watch(): void {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => this.#dispatch({ kind: "slow" }), SLOW_MS);
  }

  async #try({ run, tried }: State): Promise<void> {
    const traced = run?.trace.statements[tried?.statement ?? -1];
    if (run === null || tried === null || !traced) return;
    const { statement } = tried;
    const { dialect } = run;
    const { start, end } = traced.span;
    const [before, sql] = [run.sql.slice(0, start), run.sql.slice(start, end)];
    this.#watch();
    try {
      const matrix = await engine.ask({ kind: "try", dialect, before, sql });
      this.#dispatch({ kind: "tried", statement, matrix });
    } catch (error) {
      if (error instanceof engine.Stopped) return;
      this.#dispatch({ kind: "untried", statement, message: messageOf(error) });
    }
  }

  /** On a narrow page the player may be far below the statement that leads to it. */
  #showStage(): void {
    if (!this.#wide.matches) this.querySelector(".stage")?.scrollIntoView({ block: "start" });
  }

  /** The clause that was pressed has gone with its list, so the focus goes to what it has changed. */
  async #bringRun(run: Run): Promise<void> {
    const changed = this.#changed;
    this.#changed = null;
    await this.#bringStage(run);
    if (changed === null) return;
    await this.updateComplete;
    const result = this.querySelector<OnConflictResult>("on-conflict-result");
    await result?.updateComplete;
    result?.focusStatement(changed);
  }

  /** After a run that was asked for, the collision is what is seen first. */
  async #bringStage(run: Run): Promise<void> {
    const { outline } = run;
    if (this.#wide.matches) return;
    if (misfit(run) !== null) {
      await this.updateComplete;
      this.querySelector(".advice")?.scrollIntoView({ block: "nearest" });
      return;
    }
    if (outline.rows.length === 0) {
      await this.updateComplete;
      this.querySelector("on-conflict-result")?.scrollIntoView({ block: "nearest" });
      return;
    }
    const editor = this.querySelector("on-conflict-editor");
    if (this.#phone.matches) {
      // What is folded away cannot keep the focus.
      const typing = document.activeElement === editor;
      this.folded = true;
      await this.updateComplete;
      if (typing) this.querySelector<HTMLElement>(".fold summary")?.focus({ preventScroll: true });
    }
    const top = this.querySelector(this.folded ? ".fold" : ".stage")?.getBoundingClientRect().top;
    window.scrollBy(0, (top ?? 0) - 8);
  }

  #onWidth = (): void => {
    if (!this.#phone.matches) this.folded = false;
    this.requestUpdate();
  };

  #onFold = (event: Event): void => {
    if (event.target instanceof HTMLDetailsElement) this.folded = !event.target.open;
  };

  #play({ playing, run, step }: State): void {
    clearTimeout(this.#timer);
    if (!playing || run === null) return;
    this.#timer = setTimeout(() => this.#dispatch({ kind: "tick" }), pace(sentence(run, step)));
  }

  // With the focus nowhere or on a button, the arrows can mean nothing else; letters stay with
  // the player.
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && canStop(this.state)) {
      event.preventDefault();
      this.#dispatch({ kind: "stop" });
      return;
    }
    const [target] = event.composedPath();
    const idle = target === document.body || target instanceof HTMLButtonElement;
    if (!idle || event.defaultPrevented) return;
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const action = actionOfKey(event, this.state.playing);
    if (action !== null) this.#dispatch(action);
  };

  override render() {
    const { state } = this;
    const scene = this.#scene;
    const [wide, phone] = [this.#wide.matches, this.#phone.matches];
    const result = html`<on-conflict-result
      ?apart=${wide} .state=${state} .scene=${scene}
    ></on-conflict-result>`;
    const lesson = LESSONS.find((l) => l.id === state.script.lesson) ?? FIRST;
    return html`
      ${this.#masthead()}
      <main class="desk">
        <section class="script" aria-label=${TEXT.lesson}>
          <nav aria-label=${TEXT.lessons}>
            <ol class="lessons">
              ${LESSONS.map((l, i) => this.#lessonButton(l, i, l === lesson))}
            </ol>
          </nav>
          ${prose(lesson, state.dialect)}
          <details class="fold" .open=${live(!this.folded)} @toggle=${this.#onFold}>
            <summary>${TEXT.editor} <code>${folded(state)}</code></summary>
            <on-conflict-editor .state=${state} .scene=${scene}></on-conflict-editor>
          </details>
          ${this.#runBar()}
          ${this.#advice()}
          ${phone && state.stopped ? stopped(state) : nothing}
          ${wide ? result : nothing}
        </section>
        <section class="stage ${isStale(state) ? "stale" : ""}" aria-label=${TEXT.stage}>
          ${state.trouble === null ? notice(state, phone) : this.#trouble(state.trouble)}
          <div class="picture">
            <on-conflict-player .state=${state} .scene=${scene}></on-conflict-player>
            <on-conflict-gates .state=${state} .scene=${scene}></on-conflict-gates>
            ${phone ? result : nothing}
            <div class="store">
              <on-conflict-tables .state=${state} .scene=${scene}></on-conflict-tables>
              <on-conflict-index .state=${state} .scene=${scene}></on-conflict-index>
            </div>
            ${wide || phone ? nothing : result}
            ${wide ? this.#clauses() : nothing}
            <on-conflict-wires></on-conflict-wires>
            <on-conflict-steps .state=${state} .scene=${scene}></on-conflict-steps>
          </div>
        </section>
      </main>
      <p class="hidden" role="status">${announcement(state)}</p>
    `;
  }

  /** What the script may be that could not be read, and where to go with it. */
  #advice(): TemplateResult | typeof nothing {
    const { state } = this;
    const found = state.run === null || isStale(state) ? null : misfit(state.run);
    if (found === null) return nothing;
    const button = (words: string, press: () => void) =>
      html`<button class="over" @click=${() => {
        // This button goes when it is pressed.
        this.querySelector<HTMLElement>(".run")?.focus({ preventScroll: true });
        press();
      }}>${words}</button>`;
    const about = found.kind === "message" ? found.about : null;
    const lesson = about === null ? undefined : LESSON_ABOUT[about];
    const dialects = found.kind === "clause" ? found.of : [];
    return html`<div class="notice advice">
      <p>${misfits(found, state.dialect)}</p>
      ${dialects.map((dialect) =>
        button(runIn(dialect), () => this.#dispatch({ kind: "dialect", dialect, carry: true })),
      )}
      ${
        lesson === undefined || found.kind !== "message"
          ? nothing
          : button(seeLesson(lesson.title), () => this.#open(lesson, found.from))
      }
    </div>`;
  }

  #open(lesson: Lesson, wanted: Dialect): void {
    const { script } = lesson;
    const speaks = script.sql[wanted] !== undefined;
    this.#dispatch({ kind: "lesson", script, dialect: speaks ? wanted : lesson.dialect });
  }

  /** What other clauses would do, where there is room for it beside the script. */
  #clauses(): TemplateResult | typeof nothing {
    const { tried } = this.state;
    if (tried === null) return nothing;
    const { statement } = tried;
    const close = () => {
      this.#dispatch({ kind: "try", statement });
      this.querySelector<OnConflictResult>("on-conflict-result")?.focusClauses(statement);
    };
    const onKey = (event: KeyboardEvent) => {
      if (!closes(event, this.state)) return;
      event.preventDefault();
      close();
    };
    return html`<section class="clauses" aria-label=${tryClausesOf(statement)} @keydown=${onKey}>
      <button class="over" aria-expanded="true" @click=${close}>${TEXT.close}</button>
      <h3>${tryClausesOf(statement)}</h3>
      <on-conflict-clauses apart .state=${this.state}></on-conflict-clauses>
    </section>`;
  }

  /** It comes elsewhere than where it was asked for, so the focus and the eye are led there. */
  async #showClauses(): Promise<void> {
    await this.updateComplete;
    const clauses = this.querySelector(".clauses");
    clauses?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    clauses?.scrollIntoView({ block: "nearest" });
  }

  protected override updated(): void {
    void this.#wire();
  }

  /** The focus must not fall off the page with the button that it is on. */
  protected override willUpdate(): void {
    const { activeElement } = document;
    if (!canStop(this.state) && activeElement?.matches(".stop") && this.contains(activeElement)) {
      this.querySelector<HTMLElement>(".run")?.focus();
    }
  }

  /** Draws the links once every part has drawn itself; there is room for them on a wide page. */
  #wire = async (): Promise<void> => {
    const gates = this.querySelector("on-conflict-gates");
    const index = this.querySelector("on-conflict-index");
    const tables = this.querySelector("on-conflict-tables");
    const wires = this.querySelector("on-conflict-wires");
    if (!(gates instanceof OnConflictGates) || !(index instanceof OnConflictIndex)) return;
    if (!(tables instanceof OnConflictTables) || !(wires instanceof OnConflictWires)) return;
    await Promise.all([gates, index, tables].map((part) => part.updateComplete));
    const [gate, entry, row] = [gates.anchor, index.anchor, tables.anchor];
    const drawn = this.#wide.matches && this.#scene?.hit != null && !isStale(this.state);
    wires.connect(drawn && gate && entry && row ? { gate, entry, row } : null);
  };

  /** Going back or forward makes no new entry, and an address has its own. */
  #go(state: State, hasEntry: boolean): void {
    if (this.#returning || hasEntry) notePlace(state);
    else pushPlace(state);
  }

  #onHistory = ({ state: entry }: PopStateEvent): void => {
    // An entry that has an address is what the address says.
    if (openedBy(location.hash) !== null) {
      this.#returning = true;
      this.#onAddress();
      this.#returning = false;
      return;
    }
    const place = readPlace(entry);
    const lesson = LESSONS.find((one) => one.id === place?.lesson);
    if (place === null || lesson === undefined) return;
    this.#returning = true;
    this.#dispatch({ kind: "lesson", script: lesson.script, dialect: place.dialect });
    this.#returning = false;
  };

  #onAddress = (): void => {
    const opened = openedBy(location.hash);
    if (opened !== null) this.#dispatch({ kind: "open", ...opened });
  };

  async #copyLink(): Promise<void> {
    setFragment(fragmentOf(this.state));
    try {
      await navigator.clipboard.writeText(location.href);
      this.copied = TEXT.linkCopied;
    } catch {
      // Not every browser lets every page write there.
      this.copied = TEXT.linkShown;
    }
  }

  #trouble(message: string): TemplateResult {
    return html`<p class="notice trouble" role="alert">
      ${message} <button class="again" @click=${this.#again}>${TEXT.again}</button>
    </p>`;
  }

  /** This button, too, goes when it has done its work. */
  #again = (): void => {
    this.querySelector<HTMLElement>(".run")?.focus();
    this.#dispatch({ kind: "run" });
  };

  /** The button goes when it is pressed, so the focus goes to its neighbour. */
  #startOver = (): void => {
    this.querySelector<HTMLElement>(".run")?.focus();
    this.#dispatch({ kind: "start over" });
  };

  #masthead(): TemplateResult {
    const { theme } = this.state;
    return html`<header class="masthead">
      <h1>${mark()}${TEXT.title}</h1>
      <p class="tagline">${TEXT.tagline}</p>
      <div class="end">
        <on-conflict-dialects .state=${this.state}></on-conflict-dialects>
        <button class="plain" aria-label=${TEXT.theme[theme]} title=${TEXT.theme[theme]}
          @click=${() => this.#dispatch({ kind: "theme", theme: NEXT_THEME[theme] })}
        >${ICONS[theme]}</button>
      </div>
    </header>`;
  }

  #lessonButton(lesson: Lesson, index: number, current: boolean): TemplateResult {
    const open = () => this.#open(lesson, this.state.dialect);
    return html`<li>
      <button aria-current=${current ? "true" : nothing} @click=${open}
      ><span class="number" aria-hidden="true">${index + 1}</span>${lesson.title}</button>
    </li>`;
  }

  #runBar(): TemplateResult {
    return html`<div class="runbar">
      <button class="run" @click=${() => this.#dispatch({ kind: "run" })}>
        ${ICONS.play}${TEXT.run}
      </button>
      ${
        canStop(this.state)
          ? html`<button class="stop" @click=${() => this.#dispatch({ kind: "stop" })}>
                ${ICONS.stopRun}${TEXT.stop}
              </button>
              <span class="hint">${TEXT.running} ${TEXT.stopHint}</span>`
          : isStale(this.state) && !this.state.stopped
            ? html`<span class="notice">${TEXT.stale}</span>`
            : html`<span class="hint keys">${TEXT.runHint}</span>`
      }
      <span class="end">
        ${
          isUnedited(this.state)
            ? nothing
            : html`<button class="over" title=${TEXT.startOverHint} @click=${this.#startOver}
                >${TEXT.startOver}</button>`
        }
        <button class="over" title=${TEXT.linkHint} @click=${() => void this.#copyLink()}
        >${this.copied ?? TEXT.link}</button>
        <span class="hidden" aria-live="polite">${this.copied ?? ""}</span>
      </span>
    </div>`;
  }
}

/** Whether there is another script, or the same in another place. */
function isElsewhere(before: State, after: State): boolean {
  const { sql, script, dialect } = after;
  return sql !== before.sql || script !== before.script || dialect !== before.dialect;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sceneOf({ run, now, step }: State): Scene | null {
  return run === null || now === null ? null : scene(run.trace, run.outline, now, step, run.schema);
}

/** What is said of the script while it is folded away: the statement that is being looked at. */
function folded({ run, step }: State): string {
  const statement = run?.trace.statements[run.outline.statements[step] ?? -1];
  return statement === undefined
    ? ""
    : (run?.sql.slice(statement.span.start, statement.span.end) ?? "");
}

function prose(lesson: Lesson, dialect: Dialect): TemplateResult {
  const said = lesson.prose.filter((p) => p.dialect === null || p.dialect === dialect);
  return html`<div class="prose">
    <h2>${lesson.title}</h2>
    ${said.map(
      ({ pieces }) => html`<p>
        ${pieces.map(({ code, text }) => (code ? html`<code>${text}</code>` : text))}
      </p>`,
    )}
  </div>`;
}

/** On a phone it stands at the button that stopped, which is where one looks. */
function stopped({ pending }: State): TemplateResult {
  return html`<p class="notice stopped">${pending === null ? TEXT.stopped : TEXT.stopping}</p>`;
}

function notice(state: State, phone: boolean): TemplateResult | typeof nothing {
  if (state.stopped) return phone ? nothing : stopped(state);
  if (state.run === null) {
    return html`<p class="notice">${canStop(state) ? TEXT.running : TEXT.loading}</p>`;
  }
  const { complete, steps } = state.run.trace;
  if (!complete) return html`<p class="notice">${cutAfter(steps.length)}</p>`;
  // What follows from another database's words is many errors with one reason.
  if (state.from !== null && state.run.error !== null && !isStale(state)) {
    return html`<p class="notice">${writtenFor(state.from)}</p>`;
  }
  return nothing;
}

/** The sign of the house: a row's way, a wall, and the door in it. */
function mark(): TemplateResult {
  return html`<svg viewBox="0 0 28 24" fill="none" stroke="currentColor" stroke-width="2.5"
    aria-hidden="true"><path d="M16 0v5M16 19v5" stroke-width="3" /><path d="M0 12h8" /><path
    d="M20 12h8" stroke-dasharray="2 3" /><path class="leaf" d="M16 6v12" stroke-width="4" /></svg>`;
}

define("onconflict-playground", Playground);
