import type { Repair } from '../../pipeline';
import type { Flow } from '../../flow';
import type { Finding, Rule } from '../rule';
import { titleOf } from '../words';

/** Whatever a node names is there; what is not was left out of the flow. */
export const danglingReference: Rule = {
  id: 'dangling-reference',
  check: ({ flow }) =>
    flow.repairs
      .filter(({ reason, field }) => reason === 'missing' || field[0] === 'group')
      .map(repair => finding(flow, repair))
};

function finding(flow: Flow, { node, field: [kind, name], to }: Repair): Finding {
  const title = titleOf(flow, node);
  if (kind === 'inputs') {
    return {
      severity: 'error',
      node,
      field: `inputs.${name}`,
      message: `${title} takes ${name} from ${source(flow, to)}, which is not in the pipeline.`,
      fix: `Connect ${name} to something else, or remove its binding.`
    };
  }
  const id = 'node' in to ? to.node : to.parameter;
  return kind === 'group'
    ? {
        severity: 'warning',
        node,
        field: 'group',
        message: `${title} is said to be in the group ${id}, which cannot hold it, so it stands outside.`,
        fix: 'Move it into a group, or clear its group.'
      }
    : {
        severity: 'warning',
        node,
        field: 'after',
        message: `${title} is to run after ${id}, which is not in the pipeline.`,
        fix: 'Remove the order edge.'
      };
}

function source(flow: Flow, to: Repair['to']): string {
  if ('parameter' in to) {
    return `the parameter ${to.parameter}`;
  }
  return to.output === undefined ? titleOf(flow, to.node) : `${to.output} of ${titleOf(flow, to.node)}`;
}
