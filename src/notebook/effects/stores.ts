import type { PathPart, StoredPaths } from '../facts';
import type { Call, Expr, FunctionDef, Stmt } from '../python/ast';
import { childBlocks, dottedName, lastName } from '../python/walk';
import { words } from '../words';
import { localsOf, NO_LOCALS } from './locals';
import { argumentOf, givenArguments, isArgument, isParse } from './parsed-arguments';
import { isNamed, keyOf, placeName, valueParts } from './paths';

/** More entries than a configuration has. */
const MOST = 200;

/**
 * The paths that a statement puts into attributes and under keys, by the names of those places: `CFG.out`. Null where it
 * puts something else there.
 */
export function storedPaths(statement: Stmt): StoredPaths | null {
  if (bindsNamesOnly(statement)) {
    return null;
  }
  const found = new Map<string, PathPart[] | null>();
  store(statement, '', true, found);
  return found.size > 0 && found.size <= MOST ? [...found] : null;
}

/** The paths that a method puts into attributes of its object, by the names of these. */
export function storesOf(method: FunctionDef): StoredPaths | null {
  const [receiver] = method.args;
  const { paths } = receiver ? localsOf(method, NO_LOCALS) : NO_LOCALS;
  const own = [...paths].filter(([place]) => place.startsWith(`${receiver?.name}.`));
  return own.length > 0 ? own.map(([place, parts]) => [place.slice(receiver.name.length + 1), parts]) : null;
}

/** Most statements by far need no further look. */
const bindsNamesOnly = (statement: Stmt): boolean =>
  (statement.kind === 'Expr' && !isArgument(statement.value)) ||
  (statement.kind === 'Assign' &&
    statement.targets.every(({ kind }) => kind === 'Name') &&
    statement.value.kind !== 'Dict' &&
    !(
      statement.value.kind === 'Call' &&
      (isNamespace(statement.value.func) || isParse(statement.value.func))
    ));

type Found = Map<string, PathPart[] | null>;

/** @param around of the class that the statement is in, with a dot behind it */
function store(statement: Stmt, around: string, surely: boolean, found: Found): void {
  switch (statement.kind) {
    case 'Assign':
      statement.targets.forEach(target => put(target, statement.value, around, surely, found));
      break;
    case 'AnnAssign':
      if (statement.value) {
        put(statement.target, statement.value, around, surely, found);
      }
      break;
    case 'Expr': {
      const argument = isArgument(statement.value) ? argumentOf(statement.value) : null;
      if (argument) {
        putAt(...argument, around, surely, found);
      }
      return;
    }
    case 'ClassDef':
      statement.body.forEach(inner => storeInClass(inner, `${around}${statement.name}.`, surely, found));
      return;
    case 'FunctionDef':
      return;
    default:
  }
  const runs = surely && (statement.kind === 'With' || statement.kind === 'Isolated');
  childBlocks(statement).forEach(block => block.forEach(inner => store(inner, around, runs, found)));
}

/** Methods are told of by themselves. */
function storeInClass(statement: Stmt, around: string, surely: boolean, found: Found): void {
  if (statement.kind !== 'FunctionDef') {
    store(statement, around, surely, found);
  }
}

/** A variable that holds no other places is told of where it is bound. */
function put(target: Expr, value: Expr, around: string, surely: boolean, found: Found): void {
  const place = placeName(target);
  if (place !== null && (around !== '' || target.kind !== 'Name' || entriesOf(value))) {
    putAt(`${around}${place}`, value, around, surely, found);
  }
}

function putAt(place: string, value: Expr, around: string, surely: boolean, found: Found): void {
  const entries = entriesOf(value);
  if (entries) {
    entries.forEach(([key, each]) => putAt(`${place}.${key}`, each, around, surely, found));
    return;
  }
  const parts = surely ? valueParts(defaultOf(value)) : null;
  const known = parts?.flatMap(part => {
    const near = isNamed(part) ? `${around}${part.name}` : '';
    return found.has(near) ? (found.get(near) ?? [null]) : [part];
  });
  found.set(place, known?.some(part => part !== null) ? known : null);
}

/** What a mapping, or an object of attributes, is made with; null for anything else. */
function entriesOf(value: Expr): [key: string, value: Expr][] | null {
  if (value.kind === 'Dict') {
    return pairsOf(value.elts);
  }
  if (value.kind !== 'Call' || !isNamespace(value.func)) {
    return value.kind === 'Call' && isParse(value.func) ? givenArguments(value) : null;
  }
  const named = value.keywords.flatMap(({ arg, value: each }): [string, Expr][] =>
    arg === null ? [] : [[arg, each]]
  );
  return [...(value.args[0]?.kind === 'Dict' ? pairsOf(value.args[0].elts) : []), ...named];
}

function pairsOf(elts: readonly Expr[]): [key: string, value: Expr][] {
  const pairs: [string, Expr][] = [];
  for (let at = 0; at < elts.length; at += elts[at].kind === 'Starred' ? 1 : 2) {
    const key = keyOf(elts[at]);
    if (key !== null && elts[at + 1]) {
      pairs.push([key, elts[at + 1]]);
    }
  }
  return pairs;
}

const isNamespace = (func: Expr): boolean =>
  NAMESPACES.has(lastName(func) ?? '') ||
  (lastName(func) === 'create' && dottedName(func) === 'OmegaConf.create');

/** What is called to make what holds its keyword arguments, as attributes or under keys. */
const NAMESPACES = words(
  'dict SimpleNamespace Namespace OrderedDict MappingProxyType Box EasyDict edict AttrDict DotMap Munch ConfigDict'
);

const FIELDS = words('field Field');

/** The default of a field of a data class, `field(default="out")`. */
function defaultOf(value: Expr): Expr {
  const named = (call: Call): Expr | undefined => call.keywords.find(({ arg }) => arg === 'default')?.value;
  return (value.kind === 'Call' && FIELDS.has(lastName(value.func) ?? '') && named(value)) || value;
}
