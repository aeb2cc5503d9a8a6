import type { FunctionFacts, MethodFacts, NameUse, ObjectShare } from '../facts';
import type { Around } from './acts';
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
  facts: Pick<FunctionFacts, 'parameters' | 'keeps' | 'methods'> | MethodFacts
): Kept[] {
  const made = 'methods' in facts ? facts.methods?.find(({ name }) => name === '__init__') : undefined;
  const { parameters, keeps = [] } = made ?? facts;
  const first = made ? 1 : 0;
  return keeps.flatMap(({ parameter, by }) => {
    const at = parameters.indexOf(parameter) - first;
    const holder = parameters.indexOf(by) - first;
    return uses
      .filter(({ passedTo }) => passedTo?.callee === callee && isAt(passedTo.parameter, at, parameter))
      .map(({ name }) => ({ by: holder < 0 ? null : holder, contents: { name, how: 'contains' as const } }));
  });
}

/** What the object that is read contains once it is given to a function or method of the notebook. */
export function keptFor(
  { passedTo }: NameUse,
  version: Version,
  uses: readonly NameUse[],
  { methods, lookUp }: Pick<Around, 'methods' | 'lookUp'>
): ObjectShare[] {
  const facts = passedTo && (methods.called(passedTo.callee) ?? lookUp(passedTo.callee)?.functions);
  const isReceiver = passedTo?.callee.startsWith('.') && passedTo.parameter === 0;
  return facts?.keeps && (!isReceiver || isOfNotebook(version, lookUp))
    ? keptByCall(uses, passedTo?.callee ?? '', facts)
        .filter(({ by }) => by === passedTo?.parameter)
        .map(({ contents }) => contents)
    : [];
}

const isAt = (given: number | string, position: number, name: string): boolean =>
  given === position || given === name;
