import type { Condition, PortType } from '../../pipeline';
import { numberText } from '../lower/python-json';

/** One side of a comparison: a constant, or an input of the branch. */
export type Operand = { constant: unknown } | { input: string; type: PortType };

/** What types are promoted to when they differ: the first of both (kfp 2.17, pipeline_spec_builder). */
const PROMOTION = ['string', 'boolean', 'number', 'integer'] as const;
type Comparable = (typeof PROMOTION)[number];

/** A comparison of what cannot be compared. */
export class ConditionError extends Error {}

/**
 * A comparison in CEL, as Kubeflow's SDK writes it. Where the SDK writes what CEL cannot read (quotes in text, an
 * output made text) or the opposite of what is meant (a boolean against 1), the same is said as it should be.
 * @throws ConditionError when a side is no text, number or boolean
 */
export function comparison(left: Operand, is: string, right: Operand): string {
  const types = [typeOf(left), typeOf(right)];
  const common = PROMOTION.find(type => types.includes(type)) ?? 'string';
  return `${promoted(left, common)} ${is} ${promoted(right, common)}`;
}

/** All must hold. */
export const conjunction = (conditions: readonly string[]): string => conditions.join(' && ');
export const negation = (condition: string): string => `!(${condition})`;

/** An input of a task in CEL. */
export const inputText = (name: string): string => `inputs.parameter_values[${quoted(name)}]`;

/** The comparisons of which {@link comparison} is the text: `a is b`. */
export type Comparison = Exclude<Condition, { cel: string }>;

function typeOf(operand: Operand): Comparable {
  const type = 'constant' in operand ? constantKind(operand.constant) : operand.type;
  const known = PROMOTION.find(each => each === type);
  if (known === undefined) {
    throw new ConditionError(
      `A condition compares texts, numbers and booleans, and no value of the type "${type}".`
    );
  }
  return known;
}

function constantKind(value: unknown): string {
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

function promoted(operand: Operand, to: Comparable): string {
  return 'constant' in operand ? constantText(operand.constant, to) : channelText(operand, to);
}

function constantText(value: unknown, to: Comparable): string {
  if (to === 'string') {
    return quoted(typeof value === 'number' ? numberText(value) : String(value));
  }
  if (to === 'boolean') {
    return String(Boolean(value));
  }
  const text = numberText(value as number);
  return to === 'number' && Number.isInteger(value) ? `double(${text})` : text;
}

function channelText({ input, type }: { input: string; type: PortType }, to: Comparable): string {
  const text = type === 'integer' ? `int(${inputText(input)})` : inputText(input);
  if (type === to) {
    return text;
  }
  if (to === 'string') {
    return `string(${text})`;
  }
  if (to === 'boolean') {
    return type === 'integer' ? `(${text} != 0)` : `(${text} != 0.0)`;
  }
  return `double(${text})`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const quoted = (text: string): string => `'${text.replace(/[\\'\n\r\t]/g, char => ESCAPES[char])}'`;
