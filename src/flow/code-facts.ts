import type { AnalyzedCell } from '../notebook';
import type { PlannedNode } from './cell-ports';
import type { CellNames, FlowNode } from './flow';
import { ownCells } from './own-cells';
import { ownLiterals } from './own-literals';
import { touched } from './touched-names';

/** What the cells of a node say of the names that a user can decide on; nothing when they could not be read. */
export function codeFacts(
  planned: PlannedNode | undefined
): Pick<FlowNode, 'made' | 'writes' | 'literals' | 'names' | 'opaque'> {
  if (!planned) {
    return { made: {}, writes: [], literals: [], names: [] };
  }
  const { plan } = planned;
  const own = ownCells(planned);
  return {
    made: madeBy(planned, own),
    writes: plan.files.writes,
    literals: ownLiterals(planned),
    names: own.map(cell => cellNames(planned, cell)),
    ...(own.some(({ facts }) => facts.opaque.length > 0) && { opaque: true })
  };
}

/** What a step's plan needs at a cell belongs to it too: a function that it calls may read names of its own. */
function cellNames({ plan }: PlannedNode, { id, facts }: AnalyzedCell): CellNames {
  const needed = plan.needs.filter(need => need.read.cell === id).map(need => need.name);
  const { changed, written } = touched(facts);
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  return {
    cell: id,
    reads: sorted([...facts.needs, ...needed]),
    makes: sorted([...facts.defines, ...changed]),
    writes: sorted(written)
  };
}

/** What the last plain assignment of each offered name calls, or which literal it is. */
export function madeBy({ plan }: PlannedNode, own: readonly AnalyzedCell[]): Record<string, string> {
  const offered = new Set(plan.offers);
  const made: Record<string, string> = {};
  for (const { facts } of own) {
    for (const use of touched(facts).binds) {
      if (offered.has(use.name)) {
        delete made[use.name];
        if (use.made !== undefined) {
          made[use.name] = use.made;
        }
      }
    }
  }
  return made;
}
