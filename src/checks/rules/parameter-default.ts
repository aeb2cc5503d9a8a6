import { constantType } from '../../flow';
import type { Rule } from '../rule';

export const parameterDefault: Rule = {
  id: 'parameter-default',
  about: 'Defaults are of the type of their parameter; `null` means that there is none.',
  check: ({ flow: { pipeline } }) =>
    Object.entries(pipeline.parameters).flatMap(([name, { type, default: value }]) => {
      if (value === undefined || value === null) {
        return [];
      }
      const actual = constantType(value);
      return actual === type || (type === 'number' && actual === 'integer')
        ? []
        : [
            {
              severity: 'error',
              field: `parameters.${name}.default`,
              message: `The parameter ${name} is of type ${type}, but its default ${JSON.stringify(value)} is of type ${String(actual)}.`,
              fix: 'Change the default, or the type.'
            }
          ];
    })
};
