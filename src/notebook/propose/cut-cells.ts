import type { CellEdge } from '../facts';
import type { CellWork, Role } from './cell-work';
import { cutHints, sum, THRESHOLD } from './cut-hints';
import type { Heading } from '../headings';
import type { Reason } from './proposal';
import { mainLevel } from './sections';

/** Cells that are to be one step, in notebook order. */
export interface DraftStep {
  members: CellWork[];
  /** The headings above its first cells. */
  headings: Heading[];
  why: Reason[];
}

/**
 * Cuts a notebook where a person would: a cell begins a step when enough speaks for it. What only shows results
 * stays with the cells above, or in its section; what only sets values or defines goes with the cells below, where
 * definitions may be taken out again.
 */
export function cutCells(works: readonly CellWork[], edges: readonly CellEdge[]): DraftStep[] {
  const cutter = new Cutter(works, edges);
  works.forEach((work, place) => cutter.meet(work, place));
  return cutter.finish();
}

class Cutter {
  constructor(
    private readonly _works: readonly CellWork[],
    private readonly _edges: readonly CellEdge[]
  ) {
    this._level = mainLevel(_works);
  }

  meet(work: CellWork, place: number): void {
    if (work.headings.length > 0) {
      this._endSection();
      this._headings.push(...work.headings);
    }
    const step = this._steps.at(-1);
    if (work.role === 'shows' && step && this._headings.length === 0 && !this._holds('sets')) {
      step.members.push(work);
    } else if (work.role === 'core') {
      this._core(work, place);
    } else if (work.role !== 'skip') {
      this._waiting.push(work);
    }
  }

  finish(): DraftStep[] {
    const rest = this._waiting.filter(({ role }) => role !== 'source');
    if (this._steps.length > 0) {
      this._steps.at(-1)?.members.push(...rest);
    } else if (rest.length > 0) {
      this._steps.push({ members: rest, headings: this._headings, why: [{ code: 'first' }] });
    }
    return this._steps.map(step => ({
      ...step,
      members: step.members.sort((a, b) => a.cell.index - b.cell.index)
    }));
  }

  private _core(work: CellWork, place: number): void {
    const step = this._steps.at(-1);
    const hints = cutHints({
      work,
      steps: this._steps,
      headings: this._headings,
      level: this._level,
      waiting: this._waiting,
      edges: this._edges,
      below: this._works.slice(place + 1)
    });
    if (step && sum(hints) < THRESHOLD) {
      step.members.push(...this._waiting, work);
    } else {
      const why = hints.filter(({ weight }) => weight > 0).map(({ reason }) => reason);
      const own = step ? this._waiting : this._waiting.filter(({ role }) => role !== 'source');
      this._steps.push({ members: [...own, work], headings: this._headings, why });
    }
    this._headings = [];
    this._waiting = [];
  }

  /** A section without work of its own: what it shows stays with the step above, what it sets goes on. */
  private _endSection(): void {
    const step = this._steps.at(-1);
    if (step) {
      const sets = this._waiting.findIndex(({ role }) => role === 'sets');
      const end = sets === -1 ? this._waiting.length : sets;
      step.members.push(...this._waiting.slice(0, end).filter(({ role }) => role === 'shows'));
      this._waiting = this._waiting.slice(end).filter(({ role }) => role !== 'source');
    }
  }

  private _holds(role: Role): boolean {
    return this._waiting.some(work => work.role === role);
  }

  private readonly _level: number;
  private readonly _steps: DraftStep[] = [];
  private _headings: Heading[] = [];
  /** Cells since the last core cell that are to go with what comes. */
  private _waiting: CellWork[] = [];
}
