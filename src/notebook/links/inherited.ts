import type { FunctionFacts, MethodFacts, Passing } from '../facts';
import type { Around } from './acts';

type Known = Pick<Around, 'methods' | 'lookUp'>;

/** A function or method, with the class that it is one of. */
export interface Method {
  facts: MethodFacts;
  owner: FunctionFacts | null;
}

/** What is handed on by more functions, one after the other, is not followed. */
const DEEPEST = 3;

/** The method by which a class makes its objects, its own or that of a base; null for what is no class. */
export function constructorOf(facts: FunctionFacts | MethodFacts, known: Known): Method | null {
  if (!('methods' in facts)) {
    return null;
  }
  const own = facts.methods?.find(({ name }) => name === '__init__');
  if (own && !own.fields) {
    return { facts: own, owner: facts };
  }
  const base = baseOf(facts, known);
  if (!own || !base?.facts.fields) {
    return own ? { facts: own, owner: facts } : base;
  }
  const [self, ...fields] = base.facts.parameters;
  const added = own.parameters.filter(name => !base.facts.parameters.includes(name));
  const keeps = [...(base.facts.keeps ?? []), ...(own.keeps ?? [])];
  return { facts: { ...own, parameters: [self, ...fields, ...added], keeps }, owner: facts };
}

function baseOf({ name, bases = [] }: FunctionFacts, known: Known): Method | null {
  for (const base of bases) {
    const facts = base === name ? null : known.lookUp(base)?.functions;
    const found = facts ? constructorOf(facts, known) : null;
    if (found) {
      return found;
    }
  }
  return null;
}

/** Parameters that a function makes another one contain, by itself or by a method or function that it hands both to. */
export function keepsOf(
  { facts, owner }: Method,
  known: Known,
  around: readonly MethodFacts[] = []
): NonNullable<MethodFacts['keeps']> {
  if (around.length > DEEPEST || around.includes(facts)) {
    return [];
  }
  const isPaired = ({ to }: MethodFacts['passes'][number]): boolean =>
    facts.passes.some(other => other.to !== to && other.to.callee === to.callee);
  const through = facts.passes.filter(isPaired).flatMap(({ parameter, to }) => {
    const { shift, ...next } = calledThere(to, owner, known);
    const { parameters } = next.facts ?? facts;
    const isGiven = (given: Passing, name: string): boolean =>
      given.callee === to.callee && isAt(given.parameter, parameters.indexOf(name) + shift, name);
    return next.facts === null
      ? []
      : keepsOf({ ...next, facts: next.facts }, known, [...around, facts])
          .filter(keep => isGiven(to, keep.parameter))
          .flatMap(keep => facts.passes.filter(other => isGiven(other.to, keep.by)))
          .map(other => ({ parameter, by: other.parameter }));
  });
  return [...(facts.keeps ?? []), ...through];
}

/** What is called; `Base.__init__(self)` names the object that it is called on as its first argument. */
function calledThere(
  { callee, of }: Passing,
  owner: FunctionFacts | null,
  known: Known
): { facts: MethodFacts | null; owner: FunctionFacts | null; shift: 0 | 1 } {
  if (callee === '.__init__') {
    const base = of === undefined ? null : known.lookUp(of)?.functions;
    const found = base ? constructorOf(base, known) : owner && baseOf(owner, known);
    return { facts: null, owner: null, ...found, shift: base ? 1 : 0 };
  }
  const facts = known.methods.called(callee) ?? known.lookUp(callee)?.functions ?? null;
  return { facts, owner, shift: 0 };
}

/** Whether an argument is the one for a parameter. */
export const isAt = (given: number | string, position: number, name: string): boolean =>
  given === position || given === name;
