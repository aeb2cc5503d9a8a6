import type { CellEdge } from '../facts';
import type { CellWork } from './cell-work';
import type { DraftStep } from './cut-cells';
import type { Heading } from '../headings';
import type { Reason, Stage } from './proposal';

export interface Hint {
  weight: number;
  reason: Reason;
}

/** A cell begins a step when the weights of its hints come to this. */
export const THRESHOLD = 2;

/**
 * What each hint weighs. In a short section under a heading the author has said already what belongs together, so
 * that the code says less there.
 */
const WEIGHTS = {
  gpu: 9,
  mainHeading: 3,
  sibling: 2,
  heading: 1,
  trainsAgain: 3,
  afresh: 3,
  join: 2,
  slow: 2,
  helpers: 3,
  stage: { open: 3, headed: 1 },
  trains: { open: 2, headed: 1 },
  evaluates: { open: 2, headed: 1 },
  changes: -1
} as const;

/** Core cells that a section holds at most to count as short. */
const SHORT = 6;
/** Lines that functions take up at least to be a beginning. */
const LONG = 10;
/** Seconds that a cell takes at least to be slow. */
const SLOW = 60;

export interface Place {
  work: CellWork;
  steps: readonly DraftStep[];
  /** Since the core cell above. */
  headings: readonly Heading[];
  level: number;
  /** Cells that would go with this one. */
  waiting: readonly CellWork[];
  edges: readonly CellEdge[];
  below: readonly CellWork[];
}

export const sum = (hints: readonly Hint[]): number => hints.reduce((all, { weight }) => all + weight, 0);

/** What speaks for a new step at a core cell, and against it (weights below 0). */
export function cutHints(place: Place): Hint[] {
  const { headings, level, steps } = place;
  const found: Hint[] = [];
  const add = (weight: number, reason: Reason | undefined): void => {
    if (reason) {
      found.push({ weight, reason });
    }
  };
  const step = steps.at(-1);
  const top = Math.min(...headings.map(heading => heading.level));
  const heading = headings.at(-1)?.title;
  const isSibling = top <= (step?.headings.at(-1)?.level ?? 0);
  add(
    top <= level ? WEIGHTS.mainHeading : isSibling ? WEIGHTS.sibling : WEIGHTS.heading,
    heading === undefined ? undefined : { code: 'heading', heading }
  );
  if (!step) {
    add(THRESHOLD, found.length > 0 ? undefined : { code: 'first' });
    return found;
  }
  const how = headings.length > 0 || isHeaded(place, step) ? 'headed' : 'open';
  add(WEIGHTS.gpu, gpuBorder(place, step));
  add(WEIGHTS.afresh, startsAfresh(place, step));
  add(WEIGHTS.trainsAgain, trainsAgain(place, step));
  add(WEIGHTS.trains[how], trains(place, step));
  add(WEIGHTS.stage[how], stageBorder(place, step));
  add(WEIGHTS.evaluates[how], evaluates(place, step));
  add(WEIGHTS.join, joins(place));
  add(WEIGHTS.slow, isSlow(place));
  add(WEIGHTS.helpers, helpers(place));
  add(WEIGHTS.changes, changes(place, step));
  return found;
}

/** The step stands under a heading, with no more cells than one takes in at a glance. */
function isHeaded({ below }: Place, step: DraftStep): boolean {
  const end = below.findIndex(({ headings }) => headings.length > 0);
  const rest = below.slice(0, end === -1 ? below.length : end);
  const core = [...step.members, ...rest].filter(({ role }) => role === 'core');
  return step.headings.length > 0 && core.length < SHORT;
}

const stagesOf = (works: readonly CellWork[]): Stage[] =>
  works.flatMap(({ stages }) => stages.map(({ stage }) => stage));
const ids = (step: DraftStep): Set<string> => new Set(step.members.map(({ cell }) => cell.id));

function gpuBorder({ work }: Place, step: DraftStep): Reason | undefined {
  const core = step.members.filter(({ role }) => role === 'core');
  const before = core.some(({ gpu }) => gpu === 'needs');
  const now = work.gpu === 'needs';
  if (before === now) {
    return undefined;
  }
  return now
    ? {
        code: 'gpu',
        sign: work.cell.facts.gpu.find(({ level }) => level === 'needs')?.sign ?? ''
      }
    : { code: 'cpu' };
}

/** It reads a file, and nothing of the step above, which has trained or evaluated. */
function startsAfresh({ work }: Place, step: DraftStep): Reason | undefined {
  const [entry] = work.stages;
  const done = stagesOf(step.members).some(stage => stage === 'train' || stage === 'evaluate');
  const own = ids(step);
  const reads = work.inward.some(({ from, kind }) => own.has(from) && kind !== 'file');
  return (entry?.stage === 'load' || entry?.stage === 'restore') && done && !reads
    ? { code: 'afresh', call: entry.call }
    : undefined;
}

/** What a cell trains: the call, when no step above made and trained the same object. */
function trainingOf(work: CellWork, below: readonly CellWork[]): string | undefined {
  const own = work.stages.find(({ stage }) => stage === 'train')?.call;
  if (own !== undefined) {
    return own;
  }
  const isBuilder = work.stages.length === 0;
  return isBuilder
    ? below
        .filter(({ inward }) => inward.some(({ from, kind }) => from === work.cell.id && kind === 'update'))
        .flatMap(({ stages }) => stages)
        .find(({ stage, call }) => stage === 'train' && work.cell.facts.defines.includes(call.split('.')[0]))
        ?.call
    : undefined;
}

/** What a step builds and does not train itself is trained where it goes on. */
function goesOnTraining({ work }: Place, step: DraftStep): boolean {
  const own = ids(step);
  return work.stages.some(
    ({ stage, call }) =>
      stage === 'train' && work.inward.some(({ from, name }) => own.has(from) && name === call.split('.')[0])
  );
}

const hasTrained = ({ members }: DraftStep, below: readonly CellWork[]): boolean =>
  members.some(member => member.role === 'core' && trainingOf(member, below) !== undefined);

function trains(place: Place, step: DraftStep): Reason | undefined {
  const { work, below } = place;
  const call = trainingOf(work, below);
  const first = !hasTrained(step, [work, ...below]);
  return call !== undefined && first && !goesOnTraining(place, step) ? { code: 'trains', call } : undefined;
}

function trainsAgain(place: Place, step: DraftStep): Reason | undefined {
  const { work, below } = place;
  const call = trainingOf(work, below);
  const again = hasTrained(step, [work, ...below]);
  return call !== undefined && again && !goesOnTraining(place, step) ? { code: 'trains', call } : undefined;
}

/** The step above loads and nothing else, and this cell prepares. */
function stageBorder({ work }: Place, step: DraftStep): Reason | undefined {
  const before = new Set(stagesOf(step.members));
  const onlyLoads = before.size === 1 && before.has('load');
  const now = work.stages[0]?.stage ?? 'prepare';
  const isReading = work.inward.some(({ from }) => ids(step).has(from));
  return onlyLoads && now === 'prepare' && isReading
    ? { code: 'stage', from: 'load', to: 'prepare' }
    : undefined;
}

/** The step above trains, alone in the notebook, and this cell evaluates. */
function evaluates(place: Place, step: DraftStep): Reason | undefined {
  const { work, steps, below } = place;
  const [entry] = work.stages;
  const trained = [...steps.flatMap(({ members }) => members), ...below].filter(({ stages }) =>
    stages.some(({ stage }) => stage === 'train')
  );
  const here = trained.length === 1 && step.members.includes(trained[0]);
  return here && entry?.stage === 'evaluate' ? { code: 'stage', from: 'train', to: 'evaluate' } : undefined;
}

/** It reads what two steps made that do not rest on each other. */
function joins({ work, steps, edges }: Place): Reason | undefined {
  const stepOf = new Map(
    steps.flatMap((step, at) => step.members.map(({ cell }): [string, number] => [cell.id, at]))
  );
  const feeders = new Map<number, Set<number>>(steps.map((_, at) => [at, new Set()]));
  for (const { from, to, kind } of edges) {
    const [source, target] = [stepOf.get(from), stepOf.get(to)];
    if (source !== undefined && target !== undefined && source !== target && kind !== 'hoist') {
      feeders.get(target)?.add(source);
    }
  }
  const restsOn = (at: number, on: number, seen = new Set<number>()): boolean =>
    [...(feeders.get(at) ?? [])].some(
      next => next === on || (!seen.has(next) && restsOn(next, on, seen.add(next)))
    );
  const sources = [...new Set(work.inward.map(({ from }) => stepOf.get(from)))].filter(
    at => at !== undefined
  );
  const apart = sources.filter(at =>
    sources.every(other => other === at || (!restsOn(at, other) && !restsOn(other, at)))
  );
  const names = work.inward
    .filter(({ from }) => apart.includes(stepOf.get(from) ?? -1))
    .map(({ name }) => name);
  return apart.length >= 2 ? { code: 'join', names: [...new Set(names)] } : undefined;
}

/** Its last run took long. */
function isSlow({ work }: Place): Reason | undefined {
  const seconds = Math.round(work.cell.seconds ?? 0);
  return seconds >= SLOW ? { code: 'slow', seconds } : undefined;
}

/** Functions of some length stand right above it. */
function helpers({ waiting }: Place): Reason | undefined {
  const above = waiting.filter(({ why }) => why?.code === 'definitions');
  const lines = above.reduce((all, { cell }) => all + cell.source.trim().split('\n').length, 0);
  const names = above.flatMap(({ why }) => (why?.code === 'definitions' ? why.names : []));
  return lines >= LONG ? { code: 'helpers', names } : undefined;
}

/** It changes an object of the step above, or makes it anew from itself. */
function changes({ work }: Place, step: DraftStep): Reason | undefined {
  const own = ids(step);
  const { defines } = work.cell.facts;
  const edge = work.inward.find(
    ({ from, name, kind }) =>
      own.has(from) && (kind === 'update' || (kind === 'data' && defines.includes(name)))
  );
  return edge && { code: 'changes', name: edge.name };
}
