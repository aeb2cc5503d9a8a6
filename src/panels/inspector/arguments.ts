import type { Argument } from '../../pipeline';

/** An element of a command line that stands for an input or output. */
export type Placeholder = Extract<Argument, { input: string } | { output: string }>;

/** Tells a placeholder from what holds several: `Concat` and `IfPresent`. */
export const isPlaceholder = (element: Exclude<Argument, string>): element is Placeholder =>
  'input' in element || 'output' in element;

/** What can be put in: an output has no value before the step ran. */
export const argumentForms = (element: Placeholder): readonly ('value' | 'path' | 'uri')[] =>
  'input' in element ? ['value', 'path', 'uri'] : ['path', 'uri'];

/** The placeholder with another form; an empty one takes what is usual for the type. */
export function argumentAs(element: Placeholder, chosen: string): Placeholder {
  const form = argumentForms(element).find(other => other === chosen);
  if ('input' in element) {
    return form ? { input: element.input, as: form } : { input: element.input };
  }
  return form && form !== 'value' ? { output: element.output, as: form } : { output: element.output };
}
