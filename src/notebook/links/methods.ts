import { isAddedTo, isFixed, isModel } from '../effects/by-type';
import { handsBack } from '../effects/sharing';
import type { FunctionFacts, MethodFacts } from '../facts';
import { valueOf } from '../values/value-of';
import type { LookUp, Version } from './version';

/** The functions, classes and methods of a notebook, where a name is used. */
export interface Definitions {
  methods: Methods;
  lookUp: LookUp;
}

/** Methods of the classes of a notebook. They go by their names: which class an object is of is seldom known. */
export class Methods {
  add({ methods = [] }: FunctionFacts): void {
    for (const method of methods) {
      const known = this._methods.get(method.name);
      this._methods.set(method.name, known ? joined(known, method) : method);
    }
  }

  /** What is called as `.name`; null for anything else. */
  called(callee: string): MethodFacts | null {
    return callee.startsWith('.') ? (this._methods.get(callee.slice(1)) ?? null) : null;
  }

  private readonly _methods = new Map<string, MethodFacts>();
}

/**
 * Whether a value is of a class of the notebook, or holds such values: what made it says so, says that it is not (a
 * literal, or what a library made), or leaves it open.
 */
export function isOfNotebook({ kind, made }: Version, lookUp: LookUp): boolean | 'perhaps' {
  if (made === undefined || CONTAINER.test(made) || handsBack(made)) {
    return kind === 'code' ? 'perhaps' : false;
  }
  const maker = lookUp(made.split('.')[0]);
  return maker?.kind === 'class' ? true : maker && maker.kind !== 'import' ? 'perhaps' : false;
}

const CONTAINER = /^(literal:)?(list|dict|tuple|set)$/;

/** A list, tuple, set or dictionary that the notebook spells out. */
export const isContainer = ({ made = '' }: Version): boolean => CONTAINER.test(made);

/** A value that contains what is stored in it under a key, rather than a copy. */
export const keepsByKey = (version: Version): boolean =>
  isContainer(version) || DICTIONARY.test(version.made ?? '') || isDataSet(version);

/** Dictionaries by what makes them: what is read from text. */
const DICTIONARY =
  /^(collections\..*|json\.loads?|yaml\.((safe|full)_)?load|toml(lib|i)?\.loads?|ast\.literal_eval|requests\.Response\.json)$/;

/** A data set of scikit-learn, which is a dictionary as well (its manual, "Bunch"). */
export const isDataSet = ({ made = '' }: Version): boolean =>
  /^sklearn\.datasets\.(load|fetch)_\w+$/.test(made);

/** A value whose attributes and items are its parts: of what else libraries make, they are mostly copies. */
export const givesParts = (version: Version): boolean =>
  keepsByKey(version) || HAS_PARTS.test(version.made ?? '') || isModel(version.made);

/** Namespaces, and trees of XML and HTML. */
const HAS_PARTS =
  /^(types\.SimpleNamespace|argparse\.Namespace|argparse\.ArgumentParser\.parse_args|(xml\.etree\.ElementTree|lxml\.(etree|html))\.(parse|fromstring|XML|HTML|Element|SubElement)|bs4\.BeautifulSoup)$/;

const IN_PLACE =
  /^((literal:)?(list|dict|set)|bytearray|collections\.(deque|Counter|OrderedDict|defaultdict)|numpy\.ndarray)$/;

/** A value that `+=` changes, rather than makes another of. */
export function addsInPlace({ made = '' }: Version): boolean {
  return IN_PLACE.test(made) || IN_PLACE.test(valueOf(made)?.type ?? '');
}

/** What `+=` does to the object of a value by another of its names. */
export function effectOfAdding(version: Version): 'update' | 'maybeUpdate' | null {
  return addsInPlace(version) || isAddedTo(version.made)
    ? 'update'
    : isFixed(version.made)
      ? null
      : 'maybeUpdate';
}

/** Methods of one name in two classes as one: what either does, by the place of the parameter. */
function joined(one: MethodFacts, other: MethodFacts): MethodFacts {
  const own = (parameter: string): string => one.parameters[other.parameters.indexOf(parameter)] ?? parameter;
  return {
    name: one.name,
    parameters: [...one.parameters, ...other.parameters.slice(one.parameters.length)],
    updates: [...one.updates, ...other.updates.map(each => ({ ...each, parameter: own(each.parameter) }))],
    passes: [...one.passes, ...other.passes.map(each => ({ ...each, parameter: own(each.parameter) }))],
    keeps: [
      ...(one.keeps ?? []),
      ...(other.keeps ?? []).map(({ parameter, by }) => ({ parameter: own(parameter), by: own(by) }))
    ],
    gives: [
      ...(one.gives ?? []),
      ...(other.gives ?? []).map(each => (each.parameter ? { ...each, name: own(each.name) } : each))
    ],
    gathers: one.gathers ?? other.gathers,
    ...((one.property ?? other.property) && { property: true as const })
  };
}
