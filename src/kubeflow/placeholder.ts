import type { FlowPort } from '../flow';
import { type Argument, isParameterType } from '../pipeline';
import type { StepScope } from './step-scope';

/** The place of one input or output in a command line. */
export type Place = Extract<Argument, { input: string } | { output: string }>;

/** A place as Kubeflow writes it: `{{$.inputs.parameters['x']}}`. */
export function placeholder(field: string, place: Place, { node, ledger }: StepScope): string {
  const isInput = 'input' in place;
  const [side, name] = isInput ? (['inputs', place.input] as const) : (['outputs', place.output] as const);
  ledger.strangers(field, place, ['input', 'output', 'as', 'key']);
  const port = node[side].find(each => each.name === name && !each.field);
  if (!port) {
    const word = isInput ? 'input' : 'output';
    ledger.lost(field, `The node has no ${word} \`${name}\`.`, 'Declare it, or name another one.');
    return '';
  }
  const member = memberOf(side, port, place);
  if (member === undefined) {
    const isParameter = isParameterType(port.type);
    ledger.lost(
      field,
      `\`${name}\` is ${isParameter ? 'a parameter' : 'an artifact'} and has no ${place.as}.`,
      isParameter ? 'Use its value.' : 'Use its path or its URI.'
    );
    return '';
  }
  return `{{$.${side}.${isParameterType(port.type) ? 'parameters' : 'artifacts'}['${name}']${member}}}`;
}

/** What stands behind a port in a placeholder; undefined when the port has no such thing. */
function memberOf(
  side: 'inputs' | 'outputs',
  { type }: FlowPort,
  { as, key = '' }: Place
): string | undefined {
  if (!isParameterType(type)) {
    if (type.endsWith('[]') && side === 'inputs' && as === 'value') {
      return '';
    }
    return as === 'value' ? undefined : as === 'metadata' ? `.metadata['${key}']` : `.${as ?? 'path'}`;
  }
  if (side === 'inputs') {
    return as === undefined || as === 'value' ? '' : undefined;
  }
  return as === undefined || as === 'path' ? '.output_file' : undefined;
}
