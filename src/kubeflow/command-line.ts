import type { FlowPort } from '../flow';
import { type Argument, type ContainerNode, isParameterType } from '../pipeline';
import { MAX_ARGUMENT_BYTES } from '../runtime';
import { executorPath } from './spec-path';
import type { StepScope } from './step-scope';

/** `command` or `args` of a container with the places of inputs and outputs as Kubeflow writes them. */
export function commandLine(
  part: 'command' | 'args',
  { [part]: elements = [] }: ContainerNode,
  scope: StepScope
): string[] {
  const { ledger, names } = scope;
  if (elements.length) {
    ledger.compiled(part, [...executorPath(names.executor), 'container', part]);
  }
  return elements.map((element, i) => {
    const field = `${part}.${i}`;
    if (typeof element === 'string') {
      return element;
    }
    ledger.strangers(field, element, ['input', 'output', 'as']);
    if (part === 'command' && i === 0 && scope.target !== 'local') {
      ledger.ignored(
        field,
        "Kubeflow's launcher does not fill in the first element of a command.",
        'Start the command with the program itself, such as `sh`.'
      );
    }
    return placeholder(field, element, scope);
  });
}

/** Loses `field` for each element that no Linux kernel would take. */
export function checkSizes(field: string, elements: readonly string[], { ledger }: StepScope): void {
  const longest = Math.max(0, ...elements.map(bytes));
  if (longest > MAX_ARGUMENT_BYTES) {
    ledger.lost(
      field,
      `One element of the command line has ${longest} bytes, and Linux takes ${MAX_ARGUMENT_BYTES}.`,
      'Split the step, or move long text into a file of the image.'
    );
  }
}

const bytes = (text: string) => new TextEncoder().encode(text).length;

type Place = Exclude<Argument, string>;

function placeholder(field: string, place: Place, { node, ledger }: StepScope): string {
  const [side, name] =
    'input' in place ? (['inputs', place.input] as const) : (['outputs', place.output] as const);
  const port = node[side].find(each => each.name === name);
  if (!port) {
    ledger.lost(
      field,
      `The node has no ${side.slice(0, -1)} \`${name}\`.`,
      'Declare it, or name another one.'
    );
    return '';
  }
  const member = memberOf(side, port, place);
  if (member === undefined) {
    ledger.lost(
      field,
      `\`${name}\` is ${isParameterType(port.type) ? 'a parameter' : 'an artifact'} and has no ${place.as}.`,
      isParameterType(port.type) ? 'Use its value.' : 'Use its path or its URI.'
    );
    return '';
  }
  if (side === 'inputs' && port.optional && !port.binding) {
    ledger.lost(
      field,
      `Nothing feeds \`${name}\`, so its place in the command line cannot be filled.`,
      'Feed the optional input with a constant, or leave it out of the command line.'
    );
  }
  return `{{$.${side}.${isParameterType(port.type) ? 'parameters' : 'artifacts'}['${name}']${member}}}`;
}

/** What stands behind a port in a placeholder; undefined when the port has no such thing. */
function memberOf(side: 'inputs' | 'outputs', { type }: FlowPort, { as }: Place): string | undefined {
  if (!isParameterType(type)) {
    return as === 'value' ? undefined : `.${as ?? 'path'}`;
  }
  if (side === 'inputs') {
    return as === undefined || as === 'value' ? '' : undefined;
  }
  return as === 'uri' ? undefined : '.output_file';
}
