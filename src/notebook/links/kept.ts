import type { FunctionFacts, MethodFacts, NameUse, ObjectShare } from '../facts';
import type { Around } from './acts';
import { constructorOf, isAt, keepsOf } from './inherited';
import { isOfNotebook } from './methods';
import type { Version } from './version';

/** An argument that a call makes another object contain: the one given for a parameter, or the one that is made. */
export interface Kept {
  /** As of `NameUse.passedTo`; null for the object that a call of a class makes. */
  by: number | string | null;
  contents: ObjectShare;
}

/** Of the uses of a statement, what a function, class or method called there keeps of its arguments, and where. */
export function keptByCall(
  uses: readonly NameUse[],
  callee: string,
  facts: FunctionFacts | MethodFacts,
  around: Pick<Around, 'methods' | 'lookUp'>
): Kept[] {
  const made = constructorOf(facts, around);
  const first = made ? 1 : 0;
  const { parameters } = made?.facts ?? facts;
  return keepsOf(made ?? { facts, owner: null }, around).flatMap(({ parameter, by }) => {
    const at = parameters.indexOf(parameter) - first;
    const holder = parameters.indexOf(by) - first;
    return uses
      .filter(({ passedTo }) => passedTo?.callee === callee && isAt(passedTo.parameter, at, parameter))
      .map(({ name }) => ({ by: holder < 0 ? null : holder, contents: { name, how: 'contains' as const } }));
  });
}

/** What an object contains of what its class is given; one that a call made, as `namedtuple`, keeps all. */
export function keptByMaking(
  { name, functions }: Version,
  uses: readonly NameUse[],
  around: Pick<Around, 'methods' | 'lookUp'>
): ObjectShare[] {
  return functions
    ? keptByCall(uses, functions.name, functions, around).map(({ contents }) => contents)
    : uses
        .filter(({ passedTo }) => passedTo?.callee === name)
        .map(use => ({ name: use.name, how: 'contains' as const }));
}

/** What the object that is read contains once it is given to a function or method of the notebook. */
export function keptFor(
  { passedTo }: NameUse,
  version: Version,
  uses: readonly NameUse[],
  around: Pick<Around, 'methods' | 'lookUp'>
): ObjectShare[] {
  const { methods, lookUp } = around;
  const facts = passedTo && (methods.called(passedTo.callee) ?? lookUp(passedTo.callee)?.functions);
  const isReceiver = passedTo?.callee.startsWith('.') && passedTo.parameter === 0;
  return facts && (!isReceiver || isOfNotebook(version, lookUp))
    ? keptByCall(uses, passedTo?.callee ?? '', facts, around)
        .filter(({ by }) => by === passedTo?.parameter)
        .map(({ contents }) => contents)
    : [];
}
