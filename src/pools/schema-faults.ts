import type { TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import type { CatalogFault } from './catalog-faults';

type SchemaError = ReturnType<typeof Errors>[number];

const KINDS: Record<string, string> = {
  string: 'text; write it in quotes',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping'
};

/** Where a value does not keep to a schema, each as the end of a sentence that begins with the field. */
export function schemaFaults(schema: TSchema, value: unknown): CatalogFault[] {
  const alternatives = new Set<string>();
  const errors = Errors(schema, value);
  for (const error of errors) {
    if (error.keyword === 'anyOf') {
      alternatives.add(error.instancePath);
    }
  }
  return errors
    .filter(error => error.keyword === 'anyOf' || !alternatives.has(error.instancePath))
    .flatMap(toFaults);
}

function toFaults(error: SchemaError): CatalogFault[] {
  const path = pathOf(error.instancePath);
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map(name => ({ path: [...path, name], what: 'is missing.' }));
    case 'type':
      return [
        {
          path,
          what: `must be ${[error.params.type]
            .flat()
            .map(type => KINDS[type] ?? type)
            .join(' or ')}.`
        }
      ];
    case 'enum':
      return [{ path, what: `must be one of ${error.params.allowedValues.join(', ')}.` }];
    case 'anyOf':
      return [{ path, what: 'must be text or a number.' }];
    case 'pattern':
      return [{ path, what: `must match ${String(error.params.pattern)}.` }];
    default:
      return [{ path, what: `${error.message}.` }];
  }
}

/** The segments of a JSON pointer (RFC 6901). */
function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(segment => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
