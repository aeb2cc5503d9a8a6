import type { PathPart } from '../facts';
import type { Expr, FunctionDef, Stmt } from '../python/ast';
import { childBlocks } from '../python/walk';
import { blockNames, targetNames } from '../scopes/bindings';
import { isNamed, placeName, rootOf, valueParts } from './paths';

/** Names of the functions around, which stand for no constant of the notebook. */
export interface Locals {
  names: ReadonlySet<string>;
  /** Those among them that stand for what a call gives, with the paths that they are by default. */
  parameters: ReadonlyMap<string, PathPart[] | null>;
  /** The paths that the function itself puts into variables, and into the attributes of its object. */
  paths: ReadonlyMap<string, PathPart[]>;
}

export const NO_LOCALS: Locals = { names: new Set(), parameters: new Map(), paths: new Map() };

/** Those of a function of the notebook, or of one inside of `around`. */
export function localsOf({ args, body }: FunctionDef, around: Locals): Locals {
  const { bound } = blockNames(body);
  const given = args.filter(({ name }) => !bound.has(name));
  const names = new Set([
    ...around.names,
    ...around.parameters.keys(),
    ...given.map(({ name }) => name),
    ...bound
  ]);
  if (around !== NO_LOCALS) {
    return { ...NO_LOCALS, names };
  }
  const parameters = new Map(
    given.map(({ name, default: value }): [string, PathPart[] | null] => [name, value && valueParts(value)])
  );
  return new OwnLocals(names, parameters, body);
}

class OwnLocals implements Locals {
  constructor(
    readonly names: ReadonlySet<string>,
    readonly parameters: Locals['parameters'],
    private readonly _body: readonly Stmt[]
  ) {}

  /** Few functions touch files, so that most are never asked. */
  get paths(): ReadonlyMap<string, PathPart[]> {
    if (!this._paths) {
      const paths = (this._paths = new Map<string, PathPart[]>());
      const often = new Set<string>();
      for (const [place, parts] of bindings(this._body)) {
        const seen = often.has(place) ? null : seenBy(this, parts);
        often.add(place);
        if (seen?.some(part => part !== null)) {
          paths.set(place, seen);
        } else {
          paths.delete(place);
        }
      }
    }
    return this._paths;
  }

  private _paths: Map<string, PathPart[]> | undefined;
}

/** What the code of a function calls by these names: what is known of it outside. */
export function seenBy({ names, parameters, paths }: Locals, parts: PathPart[] | null): PathPart[] | null {
  return (
    parts?.flatMap((part): PathPart[] => {
      if (!isNamed(part)) {
        return [part];
      }
      const known = paths.get(part.name);
      if (known) {
        return known;
      }
      const root = rootOf(part.name);
      const byDefault = parameters.get(root);
      return byDefault !== undefined
        ? [{ ...part, parameter: true, ...(byDefault && { default: byDefault }) }]
        : [names.has(root) ? null : part];
    }) ?? null
  );
}

/** Every place that statements bind, with the path that they put there, null for anything else. */
function* bindings(body: readonly Stmt[]): Generator<[place: string, parts: PathPart[] | null]> {
  for (const statement of body) {
    switch (statement.kind) {
      case 'Assign':
        yield* statement.targets.flatMap(target => bindingsOf(target, statement.value));
        break;
      case 'AnnAssign':
        yield* statement.value ? bindingsOf(statement.target, statement.value) : [];
        break;
      case 'AugAssign':
      case 'For':
        yield* bindingsOf(statement.target, null);
        break;
      case 'With':
        yield* statement.items.flatMap(({ target }) => (target ? bindingsOf(target, null) : []));
        break;
      default:
    }
    for (const block of childBlocks(statement)) {
      yield* bindings(block);
    }
  }
}

function bindingsOf(target: Expr, value: Expr | null): [place: string, parts: PathPart[] | null][] {
  const place = placeName(target);
  return place === null
    ? targetNames(target).map(name => [name, null])
    : [[place, value && valueParts(value)]];
}
