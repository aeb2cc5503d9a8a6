import type { StepRule } from '../notebook';
import { codeNodes } from './flow-nodes';
import type { Rule } from './rule';
import { titled } from './words';

/** A rule that passes on what planning the steps of cells found under its name. */
export function stepRule(id: StepRule, severity: 'error' | 'warning', about: string): Rule {
  return {
    id,
    about,
    check: ({ flow }) =>
      codeNodes(flow).flatMap(node =>
        (node.warnings ?? [])
          .filter(({ rule }) => rule === id)
          .map(({ name, message, fix }) => {
            const field = node.inputs.some(port => port.name === name) ? `inputs.${name}` : 'cells';
            return { severity, node: node.id, field, message: `${titled(node)}: ${message}`, fix };
          })
      )
  };
}
