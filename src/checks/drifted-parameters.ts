import type { Flow, TaggedValue } from '../flow';
import { canonicalJson } from '../pipeline';
import { cellsNodes } from './flow-nodes';

/** A parameter of the pipeline whose default is not what the notebook says. */
export interface DriftedParameter {
  parameter: string;
  /** Its default. */
  value: unknown;
  notebook: string;
  /** What the notebook says now; absent where no cell of it sets the name any more. */
  tagged?: TaggedValue;
}

/**
 * Parameters that came from cells tagged for parameters which say another value now, or nothing: each once for a
 * notebook. Of a cell that is in a node, changes of cells tell.
 */
export function driftedParameters(flow: Flow): DriftedParameter[] {
  const nodes = cellsNodes(flow).filter(({ fileOf }) => fileOf === undefined);
  const drawn = new Set(
    nodes.flatMap(({ node, cells }) => cells.map(({ ref }) => keyOf(node.notebook, ref.id)))
  );
  const found = new Map<string, DriftedParameter>();
  for (const { node, inputs } of nodes) {
    for (const { name, binding, tagged, unset } of inputs) {
      const parameter = binding && 'parameter' in binding ? binding.parameter : undefined;
      if (parameter === undefined || !isNamedAfter(parameter, name)) {
        continue;
      }
      const { default: value } = flow.pipeline.parameters[parameter] ?? {};
      const isOther = tagged && !drawn.has(keyOf(node.notebook, tagged.id)) && differs(value, tagged);
      if (hasDefault(value) && (isOther || unset)) {
        const { notebook } = node;
        found.set(keyOf(notebook, parameter), { parameter, value, notebook, ...(tagged && { tagged }) });
      }
    }
  }
  return [...found.values()];
}

const keyOf = (path: string, id: string) => JSON.stringify([path, id]);

/** A second parameter of a name gets a number behind it when it is drawn. */
const isNamedAfter = (parameter: string, name: string) =>
  parameter === name || (parameter.startsWith(`${name}_`) && /^\d+$/.test(parameter.slice(name.length + 1)));

/** Without a default, a run says itself what the value is. */
const hasDefault = (value: unknown) => value !== undefined && value !== null;

/** `3` and `3.0` are one number in JSON. */
const differs = (value: unknown, tagged: TaggedValue) =>
  !('value' in tagged && canonicalJson(value ?? null) === canonicalJson(tagged.value));
