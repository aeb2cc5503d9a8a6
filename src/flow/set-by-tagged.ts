import { type AnalyzedNotebook, literalParameters, PARAMETERS, PIPELINE_PARAMETERS } from '../notebook';
import type { PlannedNode } from './cell-ports';
import type { FlowPort, TaggedValue } from './flow';
import { codeLine } from './notebook-cells';

/** Tags of cells whose assignments become parameters of a pipeline: papermill's and Kale's. */
const TAGS: readonly string[] = [PARAMETERS, PIPELINE_PARAMETERS];

const known = new WeakMap<AnalyzedNotebook, ReadonlyMap<string, TaggedValue>>();

/**
 * What the tagged cells of a notebook set, by name: the last literal as where parameters are made of them, else
 * the line of the last assignment. Found once for each notebook, since those are never changed in place.
 */
function taggedValues(notebook: AnalyzedNotebook): ReadonlyMap<string, TaggedValue> {
  const found = known.get(notebook) ?? findValues(notebook);
  known.set(notebook, found);
  return found;
}

function findValues(notebook: AnalyzedNotebook): Map<string, TaggedValue> {
  const values = new Map<string, TaggedValue>();
  const tagged = notebook.cells.filter(({ tags }) => tags.some(tag => TAGS.includes(tag)));
  for (const cell of tagged) {
    const literals = new Map(literalParameters([cell]).map(({ name, value }) => [name, value]));
    for (const { uses, startLine } of cell.facts.statements) {
      for (const { kind, name } of uses) {
        if (kind === 'bind' && (literals.has(name) || !isLiteral(values.get(name)))) {
          const value = literals.has(name) ? { value: literals.get(name) } : {};
          values.set(name, { ...codeLine(notebook, { cell: cell.id, line: startLine }), ...value });
        }
      }
    }
  }
  return values;
}

const isLiteral = (found: TaggedValue | undefined): boolean => found !== undefined && 'value' in found;

/**
 * Says of an input that a parameter of the pipeline feeds what a tagged cell of the notebook sets its name to, or that
 * no cell sets it.
 */
export function withTagged(port: FlowPort, { notebook, plan }: PlannedNode): FlowPort {
  if (!port.binding || !('parameter' in port.binding) || port.unread) {
    return port;
  }
  const tagged = taggedValues(notebook).get(port.name);
  if (tagged) {
    return { ...port, tagged };
  }
  const isUnset = plan.problems.some(({ rule, name }) => rule === 'name-unresolved' && name === port.name);
  return isUnset ? { ...port, unset: true } : port;
}
