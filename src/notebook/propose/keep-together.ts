import type { AnalyzedCell, CellEdge } from '../facts';
import type { StepPlan } from '../step-facts';
import { planSteps } from '../links/plan';
import { isHiddenState } from '../names';
import { valueOf } from '../values/value-of';
import type { CellWork } from './cell-work';
import type { DraftStep } from './cut-cells';
import type { ProposedStep, Reason } from './proposal';

export interface FinalStep extends DraftStep {
  gpu: ProposedStep['gpu'];
}

/** Two cells that have to be in one step. */
interface Bond {
  from: string;
  to: string;
  why: Reason;
}

/**
 * Joins drafted steps, and takes in cells that were in none, until they can run apart: no value that cannot be
 * stored, no two names of one object and no state of a class between two of them, no step that would need two values of a name, and
 * nothing read that no step makes. Each round joins something, so that it ends.
 */
export function keepTogether(
  cells: readonly AnalyzedCell[],
  works: readonly CellWork[],
  edges: readonly CellEdge[],
  drafts: readonly DraftStep[]
): { steps: FinalStep[]; spare: CellWork[] } {
  const tied = new Set<string>();
  let steps = withOwnSource(drafts, works, edges, tied);
  for (let bond = findBond(cells, works, steps); bond; bond = findBond(cells, works, steps)) {
    tied.add(bond.from).add(bond.to);
    steps = withOwnSource(join(steps, works, bond), works, edges, tied);
  }
  const used = new Set(steps.flatMap(({ members }) => members));
  return {
    steps: steps.map(step => ({
      ...step,
      gpu: levelOf(step),
      why: eachOnce([...step.why, ...heldBy(step, edges)])
    })),
    spare: works.filter(work => !used.has(work))
  };
}

/** Several cells may be held together by the same; it is said once. */
const eachOnce = (reasons: readonly Reason[]): Reason[] => [
  ...new Map(reasons.map(reason => [JSON.stringify(reason), reason])).values()
];

/** What only holds source stays in a step that uses it right below, and when it is tied to it. */
function withOwnSource(
  steps: readonly DraftStep[],
  works: readonly CellWork[],
  edges: readonly CellEdge[],
  tied: ReadonlySet<string>
): DraftStep[] {
  const running = new Set(works.filter(({ role }) => role !== 'skip').map(({ cell }) => cell.id));
  const usersOf = (id: string): string[] =>
    edges.filter(({ from, to }) => from === id && running.has(to)).map(({ to }) => to);
  return steps.map(step => {
    const own = new Set(step.members.map(({ cell }) => cell.id));
    const isOwn = ({ role, why, cell }: CellWork): boolean => {
      const mayStay = why?.code === 'definitions' || why?.code === 'constants';
      return role !== 'source' || tied.has(cell.id) || (mayStay && usersOf(cell.id).some(id => own.has(id)));
    };
    return { ...step, members: step.members.filter(isOwn) };
  });
}

/** The first bond that joins something: its cells are in different steps, or the first in none. */
function findBond(
  cells: readonly AnalyzedCell[],
  works: readonly CellWork[],
  steps: readonly DraftStep[]
): Bond | undefined {
  const groups = steps.map(({ members }) => members.map(({ cell }) => cell.id));
  const lost = new Set(
    works.filter(({ why }) => why?.code === 'tagged' || why?.code === 'syntax').map(({ cell }) => cell.id)
  );
  const stepOf = new Map(groups.flatMap((group, at) => group.map((id): [string, number] => [id, at])));
  return planSteps(cells, groups)
    .flatMap((plan, at) => [...bondsOf(plan), ...settingsWithin(plan, cells, steps[at])])
    .find(
      ({ from, to }) =>
        !lost.has(from) && !lost.has(to) && (!stepOf.has(from) || stepOf.get(from) !== stepOf.get(to))
    );
}

/** What keeps cells of a step and of another together, the weightiest first. */
function bondsOf(plan: StepPlan): Bond[] {
  const bond = (place: { write: { cell: string }; read: { cell: string } }, why: Reason): Bond => ({
    from: place.write.cell,
    to: place.read.cell,
    why
  });
  const fed = plan.needs.filter(({ from }) => from && 'group' in from);
  return [
    ...fed
      .filter(({ made }) => made !== undefined && valueOf(made)?.handle)
      .map(need => bond(need, { code: 'handle', name: need.name, made: need.made ?? '' })),
    ...plan.warnings
      .filter(({ rule }) => rule === 'alias-cut')
      .flatMap(warning => fed.filter(({ name }) => name === warning.name))
      .map(place => bond(place, { code: 'alias', name: place.name })),
    ...plan.warnings
      .filter(({ rule }) => rule === 'class-state')
      .map(({ name, apart, write, read }): Bond => {
        return { from: apart ?? write.cell, to: read.cell, why: { code: 'class-state', name } };
      }),
    ...plan.clashes.map(clash => bond(clash, { code: 'two-values', name: clash.name })),
    ...plan.needs
      .filter(({ from }) => from && 'cell' in from)
      .map(need => bond(need, { code: 'rests-on', name: need.name }))
  ];
}

/** Settings between cells of a step, which a copy would make before the first of them. */
function settingsWithin(
  { prelude }: StepPlan,
  cells: readonly AnalyzedCell[],
  { members }: DraftStep
): Bond[] {
  const byId = new Map(cells.map(cell => [cell.id, cell]));
  return prelude.flatMap(({ cell, index, startLine }): Bond[] => {
    const isSetting = byId
      .get(cell)
      ?.facts.statements.some(statement => statement.kind === 'config' && statement.startLine === startLine);
    const above = members.some(member => member.cell.index < index);
    const below = members.find(member => member.cell.index > index);
    return isSetting && above && below
      ? [{ from: cell, to: below.cell.id, why: { code: 'set-between', cell: index + 1 } }]
      : [];
  });
}

/** One step of all that lie between two cells, and those themselves. */
function join(steps: readonly DraftStep[], works: readonly CellWork[], { from, to, why }: Bond): DraftStep[] {
  const place = new Map(works.map(({ cell }, at) => [cell.id, at]));
  const placeOf = ({ cell }: CellWork): number => place.get(cell.id) ?? 0;
  const ends = [from, to].map(id => place.get(id) ?? 0);
  const isTouched = ({ members }: DraftStep): boolean => {
    const places = members.map(placeOf);
    return Math.min(...places) <= Math.max(...ends) && Math.max(...places) >= Math.min(...ends);
  };
  const touched = steps.filter(isTouched);
  const members = new Set([...touched.flatMap(step => step.members), ...ends.map(at => works[at])]);
  const one: DraftStep = {
    members: [...members].sort((a, b) => placeOf(a) - placeOf(b)),
    headings: touched[0]?.headings ?? [],
    why: [...(touched[0]?.why ?? []), why]
  };
  const rest = steps.filter(step => !touched.includes(step));
  const after = rest.filter(step => placeOf(step.members[0]) > placeOf(one.members[0]));
  return [...rest.filter(step => !after.includes(step)), one, ...after];
}

function levelOf({ members }: DraftStep): ProposedStep['gpu'] {
  const levels = members.map(({ gpu }) => gpu);
  return levels.includes('needs') ? 'needs' : levels.includes('would') ? 'would' : 'none';
}

/** What holds a step together besides what it must not be cut for. */
function heldBy({ members }: DraftStep, edges: readonly CellEdge[]): Reason[] {
  const own = new Set(members.map(({ cell }) => cell.id));
  const changed = edges.find(
    ({ from, to, kind, name }) => kind === 'update' && own.has(from) && own.has(to) && !isHiddenState(name)
  );
  const shows = members.filter(({ role }) => role === 'shows').length;
  const helpers = members.flatMap(({ role, cell }) => (role === 'source' ? cell.facts.defines : []));
  return [
    ...(changed ? [{ code: 'changes', name: changed.name } as const] : []),
    ...(shows > 0 && shows < members.length ? [{ code: 'shows', cells: shows } as const] : []),
    ...(helpers.length > 0 ? [{ code: 'own-helpers', names: helpers } as const] : [])
  ];
}
