import type { Called, Taken } from './called';

type Parameter = number | string;

/** `*args` or `**kwargs` of a call, as of `Passing.parameter`: what these contain is given. */
export const isSpread = (parameter: Parameter): parameter is string =>
  typeof parameter === 'string' && parameter.startsWith('*');

/** The names by which a function may take what is given so. */
export function takenBySpread(spread: string, { facts: { parameters, gathers }, shift }: Called): Taken[] {
  const first = spread === '**' ? 0 : Math.max(0, Number(spread.slice(1)) + shift);
  const rest = spread === '**' ? gathers?.kwargs : gathers?.args;
  return [
    ...parameters.slice(first).map(name => ({ name, gathered: false })),
    ...(rest === undefined ? [] : [{ name: rest, gathered: true }])
  ];
}

/**
 * Where a function that gathers what it is given, and hands that on as it came, `def g(*args): f(*args)`, hands on what
 * it is given at one place.
 */
export function handedOnAs(spread: Parameter, given: Parameter, { facts, shift }: Called): Parameter {
  if (!isSpread(spread) || isSpread(given)) {
    return spread;
  }
  if (typeof given === 'string') {
    return spread === '**' ? given : spread;
  }
  return given + shift - (facts.gathers?.from ?? 0) + Number(spread.slice(1));
}
