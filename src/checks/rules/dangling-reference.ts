import { namedNode, type Repair } from '../../pipeline';
import type { Flow } from '../../flow';
import { sourceName } from '../binding-words';
import type { Finding, Rule } from '../rule';
import { titleOf } from '../words';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  about: 'Whatever a node names is there; what is not was left out of the flow.',
  check: ({ flow }) =>
    flow.repairs
      .filter(({ reason, field }) => reason === 'missing' || field[0] === 'group')
      .map(repair => finding(flow, repair))
};

function finding(flow: Flow, repair: Repair): Finding {
  const { node, field, to } = repair;
  const title = node ? titleOf(flow, node) : 'The pipeline';
  const place = node ? { node } : {};
  if (field[0] === 'group') {
    return {
      severity: 'warning',
      ...place,
      field: 'group',
      message: `${title} is said to be in the group ${namedNode(to)}, which cannot hold it, so it stands outside.`,
      fix: 'Move it into a group, or clear its group.'
    };
  }
  if (field[0] === 'after') {
    return {
      severity: 'warning',
      ...place,
      field: 'after',
      message: `${title} is to run after ${namedNode(to)}, which ${reason(flow, repair)}.`,
      fix: 'Remove the order edge.'
    };
  }
  const isPort = field[0] === 'inputs' || field[0] === 'outputs';
  const setting = isPort ? field[1] : field.join('.');
  return {
    severity: 'error',
    ...place,
    field: isPort ? `${field[0]}.${field[1]}` : field.join('.'),
    message: `${title} takes ${setting} from ${sourceName(flow, to)}, which ${reason(flow, repair)}.`,
    fix: `Connect ${setting} to something else, or remove its binding.`
  };
}

/** Why a reference does not hold: what it names is gone, or cannot be read from where it stands. */
function reason(flow: Flow, { to }: Repair): string {
  const id = namedNode(to);
  return id !== undefined && flow.nodes.has(id) ? 'cannot be read from there' : 'is not in the pipeline';
}
