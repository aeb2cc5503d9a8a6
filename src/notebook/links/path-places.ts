import type { FileUse, GivenPaths, MethodFacts, NameUse, PathPart, StatementFacts } from '../facts';
import { METHODS_OF_MADE } from '../effects/file-table';
import { isNamed, pathOf, rootOf } from '../effects/paths';
import { isGiven } from '../names';
import { filesOfMethod, givenToMethod, UNKNOWN, withGiven } from './given-paths';
import { constructorOf, methodOf } from './inherited';
import { type LookUp, makerOf, type Version } from './version';

/** An object that holds paths: its class if that is one of the notebook, and what is in its attributes or under its keys. */
interface Holder {
  maker: Version | null;
  places: Map<string, string | Holder>;
  /** Its class, or the base of a class, which says what it has no own of. */
  of: Holder | null;
}

/** What methods call in turn is not followed further. */
const DEEPEST = 3;

/** Paths in attributes and under keys of objects, and what the methods of these objects do to files. */
export class PathPlaces {
  constructor(private readonly _lookUp: LookUp) {}

  /** The path that a name or a place stands for. */
  readonly textOf = (name: string): string | undefined => {
    const found = this._at(name);
    return typeof found === 'string' ? found : undefined;
  };

  /** A name is bound to an object that may hold paths. */
  bind({ name, made, shares, path }: NameUse, { givenPaths }: StatementFacts): void {
    const root = this._lookUp(name)?.root;
    const same = shares?.find(({ how }) => how === 'same')?.name;
    const maker = makerOf(made, this._lookUp);
    const holder =
      (same !== undefined && this._holderOf(this._lookUp(same))) ||
      (path && this._objectOf(path)) ||
      (maker?.functions?.kind === 'class' && this._make(maker, pathsTo(maker.name, givenPaths)));
    if (root && holder) {
      this._holders.set(root, holder);
    }
  }

  /** What a statement puts into places, once it has bound its names. */
  store({ storedPaths = [] }: StatementFacts): void {
    for (const [place, parts] of storedPaths) {
      const root = this._lookUp(rootOf(place))?.root;
      if (root) {
        const holder = this._holderOf(root) ?? { maker: null, places: new Map(), of: null };
        this._holders.set(root, holder);
        this._put(holder, place.split('.').slice(1), parts);
      }
    }
  }

  /** The files of methods that a statement calls. */
  filesOfCalls({ givenPaths = [] }: StatementFacts): FileUse[] {
    return givenPaths.flatMap(({ callee, paths }) => {
      const dot = callee.lastIndexOf('.');
      if (dot < 0) {
        return [];
      }
      const [owner, method] = [callee.slice(0, dot), callee.slice(dot + 1)];
      const isMade = owner.endsWith('()');
      const version = this._lookUp(isMade ? owner.slice(0, -2) : owner);
      if (isMade && version?.functions?.kind !== 'class') {
        return [];
      }
      const row = isMade ? undefined : METHODS_OF_MADE.get(`${version?.made}.${method}`);
      if (row) {
        const given = paths.find(({ parameter: p }) => p === row.position || row.keywords.includes(`${p}`));
        return given ? row.modes.map(mode => ({ path: '', parts: given.parts, mode, line: 0 })) : [];
      }
      const holder = isMade
        ? this._make(version!, pathsTo(version!.name, givenPaths))
        : this._holderOf(version);
      return holder ? this._filesOf(holder, method, givenToMethod(OBJECT, paths)) : [];
    });
  }

  /** The files of an object that is handed to a function, which may call any of its methods. */
  filesOfHanded(version: Version, { passedTo, part }: NameUse): FileUse[] {
    const holder = this._holders.get(version.root);
    if (!holder?.maker || !passedTo || part || isGiven(passedTo.callee)) {
      return [];
    }
    return passedTo.callee.startsWith('.') && passedTo.parameter === 0
      ? []
      : this._filesOfAll(holder, () => true);
  }

  /** The files that a class touches where an object is made: by all its methods where nobody can tell what becomes of it. */
  filesOfMaking(maker: Version, statement: StatementFacts): FileUse[] {
    const { givenPaths, uses } = statement;
    const isKnown =
      uses.some(({ kind, made }) => kind === 'bind' && made === maker.name) ||
      givenPaths?.some(({ callee }) => callee.startsWith(`${maker.name}().`));
    const paths = pathsTo(maker.name, givenPaths);
    const made = constructorOf(maker);
    const holder = this._make(maker, paths);
    return [
      ...(made ? this._placed(holder, filesOfMethod(made.facts, givenToMethod(OBJECT, paths))) : []),
      ...this._filesOfAll(holder, ({ name }) => name !== '__init__' && (!isKnown || name.startsWith('__')))
    ];
  }

  private _filesOfAll(holder: Holder, isMet: (method: MethodFacts) => boolean): FileUse[] {
    const { methods = [] } = holder.maker?.functions ?? {};
    return this._placed(
      holder,
      methods.filter(isMet).flatMap(method => filesOfMethod(method, givenToMethod(OBJECT)))
    );
  }

  /** Of a method, and of the others that it calls of its own object. */
  private _filesOf(holder: Holder, name: string, paths: GivenPaths['paths'], depth = 0): FileUse[] {
    const method = holder.maker && methodOf(holder.maker, name);
    if (!method) {
      return [];
    }
    const others = method.passes.filter(
      ({ parameter, to }) =>
        parameter === method.parameters[0] && to.parameter === 0 && to.callee.startsWith('.')
    );
    return [
      ...this._placed(holder, filesOfMethod(method, paths)),
      ...(depth < DEEPEST ? others : []).flatMap(({ to }) =>
        this._filesOf(holder, to.callee.slice(1), givenToMethod(OBJECT), depth + 1)
      )
    ];
  }

  /** With the paths that the object has now. */
  private _placed(holder: Holder, files: readonly FileUse[]): FileUse[] {
    return files.map(({ parts, ...file }) => ({
      ...file,
      ...(parts && { parts: this._settled(parts, holder) })
    }));
  }

  /** Texts in the places of the object at hand. */
  private _settled(parts: readonly PathPart[], holder: Holder): PathPart[] {
    return parts.map(part => {
      if (!isNamed(part) || rootOf(part.name) !== OBJECT) {
        return part;
      }
      const found = foundIn(holder, part.name.split('.').slice(1));
      return typeof found === 'string' ? found : null;
    });
  }

  private _make(maker: Version, paths: GivenPaths['paths']): Holder {
    const holder: Holder = { maker, places: new Map(), of: this._holderOf(maker) };
    const made = constructorOf(maker);
    const { fields, parameters = [], stores = [] } = made?.facts ?? {};
    const given = givenToMethod(OBJECT, paths);
    for (const [position, field] of (fields ? parameters : []).entries()) {
      const known = given.find(({ parameter }) => parameter === field || parameter === position);
      if (known && position > 0) {
        this._put(holder, [field], known.parts);
      }
    }
    for (const [place, parts] of stores) {
      this._put(holder, place.split('.'), parts && withGiven(parts, given, parameters));
    }
    return holder;
  }

  private _put(holder: Holder, [key, ...more]: readonly string[], parts: readonly PathPart[] | null): void {
    if (more.length > 0) {
      const known = holder.places.get(key);
      const inner = known && typeof known !== 'string' ? known : { maker: null, places: new Map(), of: null };
      holder.places.set(key, inner);
      this._put(inner, more, parts);
      return;
    }
    const settled = parts && this._settled(parts, holder);
    const found = settled && (this._objectOf(settled) ?? pathOf(settled, this.textOf));
    holder.places.set(key, found ?? NOTHING);
  }

  /** An object that has places of its own, where a name or a place stands for one. */
  private _objectOf([part, ...more]: readonly PathPart[]): Holder | null {
    const found = isNamed(part) && more.length === 0 ? this._at(part.name) : undefined;
    return typeof found === 'object' ? found : null;
  }

  private _at(name: string): string | Holder | undefined {
    const [root, ...more] = name.split('.');
    const version = this._lookUp(root);
    if (more.length === 0 && version?.path !== undefined) {
      return version.path;
    }
    const holder = this._holderOf(version);
    return holder ? foundIn(holder, more) : undefined;
  }

  /** What the object of a version holds; classes of the notebook have what their bases have. */
  private _holderOf(version: Version | null): Holder | null {
    const root = version?.root;
    const known = root && this._holders.get(root);
    if (known || !root || root.functions?.kind !== 'class') {
      return known ?? null;
    }
    const of = root.bases.map(each => this._holderOf(each)).find(each => each !== null) ?? null;
    const holder: Holder = { maker: root, places: new Map(), of };
    this._holders.set(root, holder);
    return holder;
  }

  /** By the version at which the object was bound. */
  private readonly _holders = new Map<Version, Holder>();
}

/** How the object of a method is called while its paths are looked up. */
const OBJECT = '()';

/** What is no path hides one of the class. */
const NOTHING: Holder = { maker: null, places: new Map(), of: null };

function foundIn(holder: Holder, [key, ...more]: readonly string[]): string | Holder | undefined {
  if (key === undefined) {
    return holder;
  }
  const found = holder.places.get(key) ?? (holder.of ? foundIn(holder.of, [key]) : undefined);
  return typeof found === 'object' ? foundIn(found, more) : more.length === 0 ? found : undefined;
}

function pathsTo(callee: string, calls: StatementFacts['givenPaths']): GivenPaths['paths'] {
  return calls?.find(each => each.callee === callee)?.paths ?? UNKNOWN;
}
