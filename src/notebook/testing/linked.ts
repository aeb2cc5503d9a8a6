import type { CellEdge } from '../facts';
import type { StepPlan } from '../step-facts';
import { linkCells } from '../links/link';
import { loadAnalyzer } from './load';
import { analyzed, plansOf } from './notebook';

const analyzer = await loadAnalyzer();

/** What links cells of these sources, which are called c0, c1 and so on. */
export function linked(sources: string[]): ReturnType<typeof linkCells> {
  return linkCells(analyzed(analyzer, sources).cells);
}

/** An edge as `0>1 name kind`. */
export function told({ from, to, name, kind }: CellEdge): string {
  return `${from.slice(1)}>${to.slice(1)} ${name} ${kind}`;
}

/** How each cell after the first uses a name that the cell before it hands on. */
export function chain(name: string, ...sources: string[]): (string | undefined)[] {
  const { edges } = linked(sources);
  return sources
    .slice(1)
    .map(
      (_, at) =>
        edges.find(edge => edge.from === `c${at}` && edge.to === `c${at + 1}` && edge.name === name)?.kind
    );
}

/** The plans of steps of such cells; each group lists the places of the cells of one step. */
export function planned(sources: string[], groups: number[][]): StepPlan[] {
  return plansOf(analyzer, sources, groups);
}

/** The plans when each cell is a step of its own. */
export function plansApart(sources: string[]): StepPlan[] {
  const groups = sources.map((_, index) => [index]);
  return planned(sources, groups);
}

/** What is said of steps of one cell each, as `rule name write read`. */
export function warned(...sources: string[]): string[] {
  return plansApart(sources).flatMap(({ warnings }) =>
    warnings.map(({ rule, name, write, read }) => `${rule} ${name} ${write.cell} ${read.cell}`)
  );
}
