import type { MethodFacts, NameUse, Passing } from '../facts';
import { constructorOf, inheritedConstructor, type Method } from './inherited';
import { type Definitions, isOfNotebook } from './methods';
import { HOLDS_DATA, type Version } from './version';

/** A function that runs where something is called. */
export interface Called {
  facts: MethodFacts;
  /** How many places a parameter is behind its argument: 1 where it is given an object of its own first. */
  shift: -1 | 0 | 1;
  /** The class that it is a method of, where that is known. */
  owner?: Version;
  /** It may be another one that runs. */
  perhaps?: true;
}

/** Names of the objects that a function is given for a parameter. */
export type Given = (parameter: string) => readonly string[];

/**
 * The functions of the notebook that run where something is called by a name: a method, a function, the constructor of a
 * class, `__call__` of an object, and functions that a value is or contains.
 * @param owner the class whose method calls, if one does
 */
export function calledBy(
  { callee, of }: Pick<Passing, 'callee' | 'of'>,
  known: Definitions,
  owner?: Version
): Called[] {
  const { methods, lookUp } = known;
  const method = methods.called(callee);
  if (method) {
    const isOfClass = of !== undefined && lookUp(of)?.functions?.kind === 'class' && takesObject(method);
    return (
      (callee === '.__init__' && constructorsCalled(of, known, owner)) || [
        { facts: method, shift: isOfClass ? -1 : 0 }
      ]
    );
  }
  const version = lookUp(callee);
  const called = version && calledFunction(version);
  if (called) {
    return [called];
  }
  if (!version || !HOLDS_DATA.has(version.kind)) {
    return [];
  }
  const call = methods.called('.__call__');
  const suits = call && isOfNotebook(version, lookUp);
  const held = functionsHeld(version).flatMap(each => calledFunction(each) ?? []);
  return [
    ...(call && suits ? [{ facts: call, shift: 1 as const, ...(suits !== true && PERHAPS) }] : []),
    ...held.map(one => ({ ...one, ...PERHAPS }))
  ];
}

/** The functions and classes that a value is or contains. */
export const functionsHeld = ({ root }: Version): Version[] =>
  root.shares.flatMap(share => (share.root.functions ? share.root : []));

/** Static methods have no name for it, and those of classes are given the class. */
const takesObject = ({ parameters }: MethodFacts): boolean => parameters[0] !== '' && parameters[0] !== 'cls';

const PERHAPS = { perhaps: true as const };

/**
 * Of `Base.__init__(self)`, which names the object that it is called on as its first argument, and of
 * `super().__init__()`.
 */
function constructorsCalled(
  of: string | undefined,
  known: Definitions,
  owner: Version | undefined
): Called[] | null {
  const base = of === undefined ? null : known.lookUp(of);
  if (base?.functions) {
    return shifted(constructorOf(base), -1);
  }
  return of === undefined && owner ? shifted(inheritedConstructor(owner), 0) : null;
}

const shifted = (method: Method | null, shift: Called['shift']): Called[] =>
  method ? [{ ...method, shift }] : [];

/** A function that is called by its name, or the constructor of a class; null for any other value. */
export function calledFunction(version: Version): Called | null {
  const made = constructorOf(version);
  return made ? { ...made, shift: 1 } : version.functions && { facts: version.functions, shift: 0 };
}

/** The name by which a function takes what it is given; `gathered`: it contains that, as `*args` does. */
export interface Taken {
  name: string | undefined;
  gathered: boolean;
}

/** The name by which a function takes what it is given at a position or under a keyword. */
export function takenAs(
  { facts: { parameters, gathers }, shift }: Called,
  parameter: number | string
): Taken {
  const args = gathers?.args;
  if (typeof parameter === 'number') {
    const position = parameter + shift;
    const gathered = args !== undefined && position >= (gathers?.from ?? 0);
    return { name: gathered ? args : parameters[position], gathered };
  }
  const kwargs = parameters.includes(parameter) ? undefined : gathers?.kwargs;
  return { name: kwargs ?? parameter, gathered: kwargs !== undefined };
}

/** Whether a call by a name gives something to a function for a parameter. */
export function isFor(
  given: Passing | undefined,
  callee: string,
  called: Called,
  parameter: string
): boolean {
  return given?.callee === callee && takenAs(called, given.parameter).name === parameter;
}

/** Of the uses of a statement, the names that a function which is called there is given for its parameters. */
export function givenIn(said: readonly NameUse[], callee: string, called: Called): Given {
  return parameter =>
    said.filter(({ passedTo }) => isFor(passedTo, callee, called, parameter)).map(({ name }) => name);
}

/** Whether something is what a method is called on, rather than an argument. */
export const isReceiver = ({ callee, parameter }: Passing): boolean =>
  parameter === 0 && callee.startsWith('.');
