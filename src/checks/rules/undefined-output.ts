import type { FlowNode } from '../../flow';
import type { CellOutput } from '../../pipeline';
import { codeNodes } from '../flow-nodes';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

/** The value of the expression that the last cell ends with. */
const LAST = '_';

export const undefinedOutput: Rule = {
  id: 'undefined-output',
  about: 'Names that cells are to give are there when they ran.',
  check: ({ flow }) =>
    codeNodes(flow)
      .filter(canTell)
      .flatMap(entry =>
        Object.entries(entry.node.outputs ?? {})
          .filter(([name, output]) => !isGiven(entry, name, output))
          .map(([name]) => finding(entry, name))
      )
};

/** What cells do not show may define anything. */
const canTell = ({ cells, opaque }: FlowNode) => cells.every(({ state }) => READ.has(state)) && !opaque;
const READ: ReadonlySet<string> = new Set(['ok', 'changed', 'moved', 'split']);

const isGiven = ({ cells, offers }: FlowNode, name: string, { file }: CellOutput) =>
  cells.length === 0 || file !== undefined || offers.includes(name);

function finding(entry: FlowNode, name: string): Finding {
  const place = { node: entry.id, field: `outputs.${name}` };
  if (name === LAST) {
    return {
      severity: 'error',
      ...place,
      message: `${titled(entry)} gives the value of its last expression, and its last cell ends with none.`,
      fix: 'End the last cell with an expression, or take the output away.'
    };
  }
  const isMade = entry.names.some(({ makes }) => makes.includes(name));
  return isMade
    ? {
        severity: 'warning',
        ...place,
        message: `${titled(entry)} gives ${name}, which is no value at its end: an import, a definition, or deleted by then.`,
        fix: `Give a value, or leave it out: steps get definitions as source.`
      }
    : {
        severity: 'error',
        ...place,
        message: `${titled(entry)} gives ${name}, which none of its cells defines.`,
        fix: `Write ${name} in one of its cells, or take the output away.`
      };
}
