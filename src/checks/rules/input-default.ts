import { constantType } from '../../flow';
import { type InputPort, isParameterType } from '../../pipeline';
import { tasks } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

export const inputDefault: Rule = {
  id: 'input-default',
  about: 'Defaults of inputs are of the type of their input; artifacts have none.',
  check: ({ flow }) =>
    tasks(flow).flatMap(node => {
      const declared =
        'inputs' in node.node ? (node.node.inputs as Record<string, InputPort> | undefined) : {};
      return Object.entries(declared ?? {}).flatMap(([name, { type, default: value }]) => {
        if (value === undefined || value === null || type === undefined) {
          return [];
        }
        const actual = constantType(value);
        return actual === type || (type === 'number' && actual === 'integer')
          ? []
          : [
              {
                severity: isParameterType(type) ? 'warning' : 'error',
                node: node.id,
                field: `inputs.${name}.default`,
                message: isParameterType(type)
                  ? `${titled(node)} takes ${name} as type ${type}, but its default is of type ${actual}.`
                  : `${titled(node)} gives ${name} a default, but an artifact cannot have one.`,
                fix: isParameterType(type) ? 'Change the default, or the type.' : 'Take the default away.'
              }
            ];
      });
    })
};
