import type { Argument } from '../../pipeline';

/** An element of a command line that stands for an input or output. */
export type Placeholder = Extract<Argument, { input: string } | { output: string }>;
/** Several elements that become one. */
export type Concat = Extract<Argument, { concat: unknown[] }>;
/** Elements that stand there only when an optional input is given. */
export interface IfPresent {
  if: string;
  then: Argument | Argument[];
  else?: Argument | Argument[];
}

export const isPlaceholder = (element: Argument): element is Placeholder =>
  typeof element === 'object' && ('input' in element || 'output' in element);
export const isConcat = (element: Argument): element is Concat =>
  typeof element === 'object' && 'concat' in element;

/** What may be nested: at the top everything, inside one level more, below that no more. */
export const DEEPEST = 2;

type PlaceholderForm = 'value' | 'path' | 'uri' | 'metadata';

/** What can be put in: an output has no value before the step ran. */
export const argumentForms = (element: Placeholder): readonly PlaceholderForm[] =>
  'input' in element ? ['value', 'path', 'uri', 'metadata'] : ['path', 'uri', 'metadata'];

/** The placeholder with another form; an empty one takes what is usual for the type. */
export function argumentAs(element: Placeholder, chosen: string): Placeholder {
  const form = argumentForms(element).find(other => other === chosen);
  const key = form === 'metadata' ? { key: element.key ?? '' } : {};
  if ('input' in element) {
    return form ? { input: element.input, as: form, ...key } : { input: element.input };
  }
  return form && form !== 'value' ? { output: element.output, as: form, ...key } : { output: element.output };
}

/** Content of `then` or `else` as a list, however it is written. */
export const branchList = (content: IfPresent['then'] | undefined): Argument[] =>
  content === undefined ? [] : Array.isArray(content) ? content : [content];

/**
 * The list of a branch as it is written: alone where only one element may stand, or one stood before.
 * @param depth how deep the branch is nested; only at the top may several elements stand in one
 */
export function branchContent(
  list: readonly Argument[],
  before: IfPresent['then'] | undefined,
  depth: number
): IfPresent['then'] {
  const several = depth === 0 && (list.length !== 1 || Array.isArray(before));
  return several ? [...list] : (list[0] ?? '');
}
