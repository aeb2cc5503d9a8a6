import { type Argument, type ContainerNode } from '../pipeline';
import { argumentBytes, MAX_ARGUMENT_BYTES } from '../runtime';
import { pythonJson } from './lower/python-json';
import { placeholder } from './placeholder';
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
    if (part === 'command' && i === 0 && typeof element !== 'string' && scope.target !== 'local') {
      ledger.ignored(
        field,
        "Kubeflow's launcher does not fill in the first element of a command.",
        'Start the command with the program itself, such as `sh`.'
      );
    }
    return elementText(field, element, scope);
  });
}

/** One element: text, a placeholder, or the JSON text of `Concat` or `IfPresent` to the letter of the SDK. */
function elementText(field: string, element: Argument, scope: StepScope): string {
  if (typeof element === 'string') {
    return element;
  }
  const inner = (piece: Argument) => {
    const text = elementText(field, piece, scope);
    return isStructure(piece) ? text : pythonJson(text);
  };
  if ('concat' in element) {
    scope.ledger.strangers(field, element, ['concat']);
    return `{"Concat": [${element.concat.map(inner).join(', ')}]}`;
  }
  if ('if' in element) {
    scope.ledger.strangers(field, element, ['if', 'then', 'else']);
    const content = (pieces: Argument | Argument[]) =>
      Array.isArray(pieces) ? `[${pieces.map(inner).join(', ')}]` : inner(pieces);
    const otherwise = element.else === undefined ? '' : `, "Else": ${content(element.else)}`;
    return `{"IfPresent": {"InputName": ${pythonJson(element.if)}, "Then": ${content(element.then)}${otherwise}}}`;
  }
  return placeholder(field, element, scope);
}

const isStructure = (piece: Argument) => typeof piece === 'object' && ('concat' in piece || 'if' in piece);

/** Loses `field` for each element that no Linux kernel would take. */
export function checkSizes(field: string, elements: readonly string[], { ledger }: StepScope): void {
  const longest = Math.max(0, ...elements.map(argumentBytes));
  if (longest > MAX_ARGUMENT_BYTES) {
    ledger.lost(
      field,
      `One element of the command line has ${longest} bytes, and Linux takes ${MAX_ARGUMENT_BYTES}.`,
      'Split the step, or move long text into a file of the image.'
    );
  }
}
