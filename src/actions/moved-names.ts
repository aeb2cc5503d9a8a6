import type { FlowNode } from '../flow';
import { isCode, type MovedNames } from '../pipeline';

/** The names of a node that some of its cells alone read, and those that they alone make. */
export function movedNames({ node, names, outputs }: FlowNode, cells: readonly string[]): MovedNames {
  const going = names.filter(({ cell }) => cells.includes(cell));
  const staying = names.filter(({ cell }) => !cells.includes(cell));
  const only = (of: 'reads' | 'makes' | 'writes') => {
    const kept = new Set(staying.flatMap(cell => cell[of]));
    return [...new Set(going.flatMap(cell => cell[of]))].filter(name => !kept.has(name));
  };
  const paths = new Set(only('writes'));
  const declared = (isCode(node) && node.outputs) || {};
  const files = outputs.flatMap(({ name, file = declared[name]?.file }) =>
    file !== undefined && paths.has(file) ? [name] : []
  );
  return { inputs: only('reads'), outputs: [...only('makes'), ...files] };
}
