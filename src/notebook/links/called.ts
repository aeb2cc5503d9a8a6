import type { FunctionFacts, NameUse } from '../facts';
import { constructorOf } from './inherited';
import { isOfNotebook, type Methods } from './methods';
import { type Called, type Given, takenAs } from './parameter-effect';
import { HOLDS_DATA, type LookUp } from './version';

/**
 * The functions of the notebook that run where something is called by a name: a method, a function, the constructor of a
 * class, `__call__` of an object, and functions that a value is or contains.
 */
export function calledBy(callee: string, known: { methods: Methods; lookUp: LookUp }): Called[] {
  const { methods, lookUp } = known;
  const method = methods.called(callee);
  if (method) {
    return [{ facts: method, shift: 0 }];
  }
  const version = lookUp(callee);
  if (version?.functions) {
    return [calledFunction(version.functions, known)];
  }
  if (!version || !HOLDS_DATA.has(version.kind)) {
    return [];
  }
  const call = methods.called('.__call__');
  const suits = call && isOfNotebook(version, lookUp);
  const held = version.root.shares.flatMap(({ root }) => root.functions ?? []);
  return [
    ...(call && suits ? [{ facts: call, shift: 1 as const, ...(suits !== true && PERHAPS) }] : []),
    ...held.map(facts => ({ ...calledFunction(facts, known), ...PERHAPS }))
  ];
}

const PERHAPS = { perhaps: true as const };

function calledFunction(facts: FunctionFacts, known: { methods: Methods; lookUp: LookUp }): Called {
  const made = constructorOf(facts, known);
  return made ? { facts: made.facts, shift: 1 } : { facts, shift: 0 };
}

/** Of the uses of a statement, the names that a function which is called there is given for its parameters. */
export function givenIn(said: readonly NameUse[], callee: string, { facts, shift }: Called): Given {
  return parameter =>
    said
      .filter(
        ({ passedTo }) =>
          passedTo?.callee === callee && takenAs(facts, passedTo.parameter, shift).name === parameter
      )
      .map(({ name }) => name);
}
