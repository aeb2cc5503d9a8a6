import type { AnalyzedCell, CellEdge, Notebook } from '../facts';
import type { StepPlan } from '../step-facts';
import { stepGpu } from '../links/step-gpu';
import { type Trace, traceCells } from '../links/trace';
import { isHiddenState } from '../names';
import { ownModules } from '../requirements/own-modules';
import { shellLines } from '../shell-lines';
import { callsOf, functionBodies } from './calls';
import type { Heading } from '../headings';
import { headingsAbove } from './headings-above';
import type { Reason, Stage } from './proposal';
import { changesObjects, handsOver, onlyBinds } from './quiet';
import { setsForAbove } from './read-above';
import { onlySets } from './settings';
import { isSkip, spareReason } from './spare';
import { stageOfCall, stageOfCommand } from './stages';

/**
 * core: makes what others read, trains, evaluates or writes. sets: derives values from parameters and constants
 * alone, or sets what functions of cells above read. shows: only shows what others made. source: holds only imports,
 * definitions, constants and settings, which travel as source. skip: need not run.
 */
export type Role = 'core' | 'sets' | 'shows' | 'source' | 'skip';

/** What one code cell does, as far as steps care. */
export interface CellWork {
  cell: AnalyzedCell;
  role: Role;
  /** Of `source` and `skip`. */
  why?: Reason;
  /** In the order in which they come. */
  stages: { stage: Stage; call: string }[];
  headings: Heading[];
  gpu: StepPlan['gpu'];
  /** Edges that bring it values and files; none for what is copied as source. */
  inward: CellEdge[];
}

/** What every code cell does, in notebook order. */
export function cellWorks(
  notebook: Notebook,
  cells: readonly AnalyzedCell[],
  edges: readonly CellEdge[]
): CellWork[] {
  const above = headingsAbove(notebook);
  const bodies = functionBodies(cells);
  const makers = makersOf(cells);
  const trace = traceCells(cells);
  const written = ownModules(cells);
  const registering = changingDefinitions(trace, cells);
  const works = cells.map((cell, place): CellWork => {
    const commands = shellLines(cell.factsSource).flatMap(({ text }) => stageOfCommand(text) ?? []);
    const calls = callsOf(cell, bodies).flatMap(call => {
      const stage = stageOfCall(call, name => makers.get(name));
      return stage ? [{ stage, call: call.replace(/^\./, '') }] : [];
    });
    return {
      cell,
      role: 'core',
      stages: [...commands, ...calls],
      headings: above.get(cell.id) ?? [],
      gpu: stepGpu(trace, new Set([place])),
      inward: edges.filter(({ to, kind, name }) => to === cell.id && kind !== 'hoist' && !isHiddenState(name))
    };
  });
  giveRoles(works, edges, trace, bodies, registering, cell => {
    const why = spareReason(cell, written);
    return why && (isSkip(why) || (onlySets(cell, bodies) && !registering.has(cell.id))) ? why : undefined;
  });
  return works;
}

/** What made the values of names, by the last word on each. */
function makersOf(cells: readonly AnalyzedCell[]): Map<string, string> {
  const uses = cells.flatMap(({ facts }) => facts.statements.flatMap(statement => statement.uses));
  return new Map(uses.flatMap(({ name, made }): [string, string][] => (made ? [[name, made]] : [])));
}

/** Cells that change a function or class, as `@show.register` and `class A(Plugin)` do: copies of that would not see it. */
const changingDefinitions = ({ changes }: Trace, cells: readonly AnalyzedCell[]): ReadonlySet<string> =>
  new Set(changes.filter(({ version }) => version.functions !== null).map(({ cell }) => cells[cell].id));

/** From the last cell to the first, so that what is read by cells that need not run need not run either. */
function giveRoles(
  works: readonly CellWork[],
  edges: readonly CellEdge[],
  trace: Trace,
  bodies: ReadonlyMap<string, string[]>,
  registering: ReadonlySet<string>,
  spareOf: (cell: AnalyzedCell) => Reason | undefined
): void {
  const idle = new Set<string>();
  const isIdle = ({ cell, stages }: CellWork, place: number): boolean =>
    stages.length === 0 &&
    onlyBinds(cell) &&
    !handsOver(cell, bodies) &&
    !changesObjects(trace, place) &&
    !registering.has(cell.id);
  const last = works.findLast(({ cell }) => spareOf(cell) === undefined);
  const forAbove = setsForAbove(works.map(({ cell }) => cell));
  for (const [place, work] of [...works.entries()].reverse()) {
    const { cell } = work;
    const outward = edges.filter(({ from, to }) => from === cell.id && !idle.has(to));
    const spare = spareOf(cell);
    const isUnread = !spare && outward.length === 0 && work !== last && isIdle(work, place);
    if (forAbove[place] && (isUnread || spare?.code === 'constants' || spare?.code === 'definitions')) {
      work.role = 'sets';
    } else if (spare) {
      work.role = isSkip(spare) ? 'skip' : 'source';
      work.why = spare;
    } else if (isUnread) {
      skipUnread(work);
      idle.add(cell.id);
    } else if (outward.every(({ kind }) => kind === 'hoist') && onlyShows(work)) {
      work.role = 'shows';
    } else if (work.inward.length === 0 && work.stages.length === 0 && onlyBinds(cell)) {
      work.role = 'sets';
    }
  }
  if (last && isIdle(last, works.indexOf(last)) && isAside(last, works, edges)) {
    skipUnread(last);
  }
}

function skipUnread(work: CellWork): void {
  work.role = 'skip';
  work.why = { code: 'unread', names: work.cell.facts.defines };
}

/** The last cell is taken for the result, unless all that it is made of goes on to other cells: `tmp = df.copy()`. */
function isAside(
  { cell, inward }: CellWork,
  works: readonly CellWork[],
  edges: readonly CellEdge[]
): boolean {
  const running = new Set(works.filter(({ role }) => role !== 'skip').map(work => work.cell.id));
  const goesOn = ({ from }: CellEdge): boolean =>
    edges.some(
      edge => edge.from === from && edge.to !== cell.id && edge.kind !== 'hoist' && running.has(edge.to)
    );
  return inward.length > 0 && inward.every(goesOn) && !edges.some(({ from }) => from === cell.id);
}

const WORK: ReadonlySet<Stage> = new Set(['load', 'train', 'evaluate', 'save']);

/** It neither loads, trains, evaluates nor writes, as far as can be seen. */
function onlyShows({ cell: { facts }, stages }: CellWork): boolean {
  return (
    facts.opaque.length === 0 &&
    !stages.some(({ stage }) => WORK.has(stage)) &&
    !facts.statements.some(({ files }) => files.some(({ module }) => module === undefined))
  );
}
