import type { MethodFacts } from '../facts';
import type { Version } from './version';

/** A method, with the class that it is one of. */
export interface Method {
  facts: MethodFacts;
  owner: Version;
}

/** The method of a class by its name, its own or that of a base; null for what is no class. */
export function methodOf({ functions, bases }: Version, name: string): MethodFacts | null {
  const own = functions?.methods?.find(method => method.name === name);
  return own ?? bases.map(base => methodOf(base, name)).find(found => found !== null) ?? null;
}

/** The method by which a class makes its objects, its own or that of a base; null for what is no class. */
export function constructorOf(owner: Version): Method | null {
  const own = owner.functions?.methods?.find(({ name }) => name === '__init__');
  if (own && !own.fields) {
    return { facts: own, owner };
  }
  const base = inheritedConstructor(owner);
  if (!own || !base?.facts.fields) {
    return own ? { facts: own, owner } : base;
  }
  const [self, ...fields] = base.facts.parameters;
  const added = own.parameters.filter(name => !base.facts.parameters.includes(name));
  const keeps = [...(base.facts.keeps ?? []), ...(own.keeps ?? [])];
  return { facts: { ...own, parameters: [self, ...fields, ...added], keeps }, owner };
}

/** The one of its bases. */
export function inheritedConstructor({ bases }: Version): Method | null {
  for (const base of bases) {
    const found = constructorOf(base);
    if (found) {
      return found;
    }
  }
  return null;
}
