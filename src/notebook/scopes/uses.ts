import { mapped } from '../mapped';
import type { NameUse, ObjectShare, Passing, UseKind } from '../facts';
import type { Shared } from '../effects/sharing';
import type { Place } from '../python/ast';
import type { NameAlias } from './aliases';
import { BOUND, DELETED, UNTOUCHED } from './state';
import type { FlowState } from './state';

/** Whether a use binds a name or deletes it. */
export function isBinding({ kind }: Pick<NameUse, 'kind'>): boolean {
  return kind === 'bind' || kind === 'mayBind' || kind === 'delete' || kind === 'mayDelete';
}

/** Where a name is used. */
export type At = Pick<Place, 'line'>;

/** What is known of a read besides the name. */
export type ReadDetails = Pick<
  NameUse,
  'called' | 'dropped' | 'passedTo' | 'part' | 'member' | 'takes' | 'guarded' | 'seeded'
>;

/** Those that there are. */
export function details({
  called,
  dropped,
  passedTo,
  part,
  member,
  takes,
  guarded,
  seeded
}: ReadDetails): ReadDetails {
  return {
    ...(guarded && { guarded }),
    ...(called && { called }),
    ...(dropped && { dropped }),
    ...(passedTo && { passedTo }),
    ...(part && { part }),
    ...(member !== undefined && { member }),
    ...(takes !== undefined && { takes }),
    ...(seeded && { seeded })
  };
}

/** The uses of one statement or function body, in flow order, each fact once. */
export class UseList {
  readonly uses: NameUse[] = [];

  add(use: NameUse): void {
    const known = this._seen.get(use.name);
    const same = known?.find(other => saysSame(use, other));
    if (same) {
      if (same.member !== use.member) {
        // `delete` would make it slow to read and to write
        same.member = undefined;
      }
      return;
    }
    this.uses.push(use);
    if (known) {
      known.push(use);
    } else {
      this._seen.set(use.name, [use]);
    }
  }

  /** Notes where a name is first bound or deleted; `settle` says later what became of it. */
  touch(name: string, at: At, aliases: readonly NameAlias[]): void {
    let use = this._touched.get(name);
    if (!use) {
      use = { name, kind: 'bind', line: at.line };
      this._touched.set(name, use);
      this.uses.push(use);
    }
    if (aliases.length === 0) {
      return;
    }
    const names = mapped(
      aliases.filter(({ down }) => down === 0),
      alias => alias.name
    );
    if (names.length > 0) {
      use.aliases = [...new Set([...(use.aliases ?? []), ...names])];
    }
    const shares = aliases.flatMap(sharing);
    if (shares.length > 0) {
      use.shares = allShares(use.shares, shares);
    }
  }

  /** What the object of a name contains once it was changed as last told. */
  contain(name: string, contents: ObjectShare): void {
    const change = this._lastChange(name);
    if (change) {
      change.shares = allShares(change.shares, [contents]);
    }
  }

  /** The bind of a name, or the change of its object that was last told, is one by `+=`. */
  augment(name: string | null): void {
    const known = name === null ? undefined : (this._touched.get(name) ?? this._lastChange(name));
    if (known) {
      known.augmented = true;
    }
  }

  private _lastChange(name: string): NameUse | undefined {
    return this.uses.findLast(
      use => use.name === name && (use.kind === 'update' || use.kind === 'maybeUpdate')
    );
  }

  settle(state: FlowState): void {
    for (const [name, use] of this._touched) {
      use.kind = settledKind(state.get(name));
    }
  }

  private readonly _seen = new Map<string, NameUse[]>();
  private readonly _touched = new Map<string, NameUse>();
}

/** Whether a use says nothing that another of the same name does not, but for the member. */
function saysSame(use: NameUse, other: NameUse): boolean {
  return (
    use.kind === other.kind &&
    use.called === other.called &&
    use.dropped === other.dropped &&
    use.part === other.part &&
    use.takes === other.takes &&
    use.kept === other.kept &&
    use.guarded === other.guarded &&
    use.seeded === other.seeded &&
    use.passedTo?.callee === other.passedTo?.callee &&
    use.passedTo?.parameter === other.passedTo?.parameter &&
    use.passedTo?.of === other.passedTo?.of &&
    use.passedTo?.inside === other.passedTo?.inside &&
    isSameThen(use.passedTo?.then, other.passedTo?.then)
  );
}

const isSameThen = (one: Passing['then'], other: Passing['then']): boolean =>
  one === other ||
  (typeof one === 'object' &&
    typeof other === 'object' &&
    one.callee === other.callee &&
    one.parameter === other.parameter &&
    isSameThen(one.then, other.then));

type Shares = ObjectShare[];

/** Each name once, as what is said first; of parts that are reached by different members none is told. */
export function allShares(first: Shares = [], more: Shares = []): Shares {
  if (more.length === 0) {
    return first;
  }
  const all = [...first];
  const places = new Map(mapped(first, ({ name }, at) => [name, at]));
  for (const share of more) {
    const at = places.get(share.name);
    if (at === undefined) {
      places.set(share.name, all.push(share) - 1);
    } else if (all[at].member !== share.member) {
      const { member: _, ...rest } = all[at];
      all[at] = rest;
    }
  }
  return all;
}

/** What contains a value contains an object, or a part of one. */
export function containing({ name, up, member }: Shared): ObjectShare {
  return {
    name,
    how: 'contains',
    ...(up > 0 && { part: true as const, ...(member !== undefined && { member }) })
  };
}

function sharing(alias: NameAlias): Shares {
  const { name, down, up, kept, item, member } = alias;
  if (kept) {
    return [];
  }
  if (down > 0) {
    return [containing(alias)];
  }
  return up > 0
    ? [{ name, how: 'part', ...(member !== undefined && { member }) }]
    : item
      ? [{ name, how: 'twin' }]
      : [];
}

function settledKind(possible: number): UseKind {
  if (possible & BOUND) {
    return possible === BOUND ? 'bind' : 'mayBind';
  }
  return possible & UNTOUCHED || !(possible & DELETED) ? 'mayDelete' : 'delete';
}
