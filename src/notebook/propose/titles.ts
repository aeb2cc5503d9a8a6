import type { CellWork } from './cell-work';
import type { CellEdge, NameUse } from '../facts';
import type { DraftStep } from './cut-cells';
import type { Stage } from './proposal';
import { stageOfCall } from './stages';

const VERBS: Record<Stage, string> = {
  load: 'Load',
  prepare: 'Prepare',
  train: 'Train',
  restore: 'Load',
  evaluate: 'Evaluate',
  save: 'Save'
};

/** What a step is called after, the weightiest first. */
const WEIGHT: readonly Stage[] = ['train', 'evaluate', 'load', 'restore', 'save', 'prepare'];

/** A title for each step: the nearest heading above it, else what its code does and to what; each once. */
export function stepTitles(
  steps: readonly DraftStep[],
  works: readonly CellWork[],
  edges: readonly CellEdge[]
): string[] {
  const imported = new Set(works.flatMap(({ cell }) => cell.facts.imports.flatMap(({ names }) => names)));
  const used = new Map<string, number>();
  return steps.map(step => {
    const title = step.headings.at(-1)?.title ?? workTitle(step, edges, imported);
    const count = (used.get(title) ?? 0) + 1;
    used.set(title, count);
    return count === 1 ? title : `${title} ${count}`;
  });
}

/** `Train model`: the weightiest thing that its cells do, and the name that it is done to or makes. */
function workTitle(
  { members }: DraftStep,
  edges: readonly CellEdge[],
  imported: ReadonlySet<string>
): string {
  if (members.every(({ role }) => role === 'shows')) {
    return 'Show results';
  }
  const core = members.filter(({ role }) => role === 'core');
  const done = core.flatMap(({ stages }) => stages);
  const stage = WEIGHT.find(one => done.some(found => found.stage === one)) ?? 'prepare';
  const receivers = done
    .filter(found => found.stage === stage && found.call.includes('.'))
    .map(({ call }) => call.split('.')[0])
    .filter(name => !imported.has(name));
  const object = stage === 'train' || stage === 'evaluate' ? receivers[0] : undefined;
  const name = object ?? madeName(members, stage, edges);
  return name ? `${VERBS[stage]} ${name}` : VERBS[stage];
}

/** The first name that is loaded or trained, or the last that is prepared: one for later steps, if there is one. */
function madeName(
  members: readonly CellWork[],
  stage: Stage,
  edges: readonly CellEdge[]
): string | undefined {
  const own = new Set(members.map(({ cell }) => cell.id));
  const leaving = new Set(
    edges
      .filter(({ from, to, kind }) => own.has(from) && !own.has(to) && kind !== 'file' && kind !== 'hoist')
      .map(({ name }) => name)
  );
  const working = members.some(({ role }) => role === 'core');
  const binds = members
    .filter(({ role }) => !working || role !== 'shows')
    .flatMap(({ cell }) => cell.facts.statements)
    .filter(({ kind }) => kind === 'code')
    .flatMap(({ uses }) => uses.filter(({ kind }) => kind === 'bind'));
  const given = binds.filter(({ name }) => leaving.has(name));
  if (stage === 'prepare') {
    return (given.at(-1) ?? binds.at(-1))?.name;
  }
  const isMade = (use: NameUse): boolean =>
    use.made !== undefined && stageOfCall(use.made, () => undefined) === stage;
  return (given.find(isMade) ?? given[0] ?? binds.find(isMade))?.name;
}
