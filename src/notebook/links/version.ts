import type { FunctionFacts, NameUse, ObjectShare, StatementKind, UseKind } from '../facts';

/** One state of a name: what a statement of a cell bound, or changed in place (static single assignment). */
export interface Version {
  name: string;
  /** Index into the traced cells. */
  cell: number;
  statement: number;
  line: number;
  kind: StatementKind;
  /** Changed, perhaps changed, or perhaps bound rather than bound: then it rests on `previous`. */
  how: 'bind' | 'mayBind' | 'update' | 'maybeUpdate';
  previous: Version | null;
  functions: FunctionFacts | null;
  aliases: string[];
  /** Place among the versions of the name in notebook order, from 1. */
  ordinal: number;
  /** What made the value, aliases of imports resolved. */
  made: string | undefined;
  /** The path that the value is, if the code spells one out. */
  path: string | undefined;
  /** What lambdas in the value read when they are called: names as they are then. */
  holds: readonly NameUse[];
  /** Bound to a method of an object: its name, and the version at which the object was bound to its own. */
  method: { of: string; name: string; root: Version } | undefined;
  /** The version at which the name was bound to this object: itself, or the first it rests on. */
  root: Version;
  /** Classes: those that it is made from, as they were then; names may stand for others since. */
  bases: readonly Version[];
  /** Roots of other names of the same object, and of objects that this one holds and changes, or contains. */
  shares: readonly VersionShare[];
  /** The roots that have this one among their shares. */
  sharers: Set<Version>;
}

/** What a name stands for at some place. */
export type LookUp = (name: string) => Version | null;

/** The version of what is called to make a value; null where that is no name of the notebook. */
export const makerOf = (made: string | undefined, lookUp: LookUp): Version | null =>
  made === undefined ? null : lookUp(made);

/** As of `NameUse.shares`. */
export interface VersionShare extends Pick<ObjectShare, 'part' | 'member' | 'region'> {
  root: Version;
  how: Exclude<ObjectShare['how'], 'twin'>;
}

/** What made a name that a star import perhaps binds anew. */
export const BY_STAR = '*';

/** A read or change, with the version it meets. */
export interface ResolvedUse {
  name: string;
  cell: number;
  statement: number;
  /** In the reading cell: for what a function reads, the line that uses the function. */
  line: number;
  /** `join`: a cell that binds a name perhaps must hand on the version before. */
  kind: Exclude<UseKind, 'bind' | 'mayBind' | 'delete' | 'mayDelete'> | 'join';
  version: Version | null;
  /** The value is called here. */
  called?: true;
  /** As of `NameUse.guarded`. */
  guarded?: NameUse['guarded'];
  /** What the function remembers of its calls is asked for here, or forgotten. */
  cache?: true;
  /** Only this attribute or key of the object is read, as of `NameUse`. */
  member?: string;
  /** Late reads: the function that reads is called here, so that its value is wanted at once. */
  now?: true;
}

/** The object is the one before, changed in place. */
export function isChange({ how }: Pick<Version, 'how'>): boolean {
  return how === 'update' || how === 'maybeUpdate';
}

/** A version whose root is that of the one it changes, or itself. */
export function settle(parts: Omit<Version, 'root' | 'sharers'>): Version {
  const version = parts as Version;
  version.root = (isChange(version) && version.previous?.root) || version;
  version.sharers = new Set();
  tellSharers(version);
  return version;
}

/** Lets those that a root shares something with know of it. */
export function tellSharers(root: Version): void {
  root.shares.forEach(share => share.root.sharers.add(root));
}

const COPIED: ReadonlySet<StatementKind> = new Set([
  'import',
  'function',
  'class',
  'literal',
  'hardware',
  'config'
]);

/** Whether a version travels as source: the statement that made it is copied instead of its value. */
export function isHoisted(version: Version): boolean {
  return COPIED.has(version.kind) && !isChange(version);
}

/** What makes objects that can be changed; `config` makes the states of generators. */
export const HOLDS_DATA: ReadonlySet<StatementKind> = new Set(['code', 'literal', 'config']);
