import type { FunctionFacts, MethodFacts } from '../facts';
import type { Definitions } from './methods';

/** A method, with the class that it is one of. */
export interface Method {
  facts: MethodFacts;
  owner: FunctionFacts;
}

/** The method by which a class makes its objects, its own or that of a base; null for what is no class. */
export function constructorOf(facts: FunctionFacts, known: Pick<Definitions, 'lookUp'>): Method | null {
  if (!facts.methods) {
    return null;
  }
  const own = facts.methods.find(({ name }) => name === '__init__');
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

/** The one of its bases. */
export function baseOf(
  { name, bases = [] }: FunctionFacts,
  known: Pick<Definitions, 'lookUp'>
): Method | null {
  for (const base of bases) {
    const facts = base === name ? null : known.lookUp(base)?.functions;
    const found = facts ? constructorOf(facts, known) : null;
    if (found) {
      return found;
    }
  }
  return null;
}
