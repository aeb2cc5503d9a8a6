import { inward, type Shared } from '../effects/sharing';

export interface NameAlias extends Shared {
  /** The same object, rather than a part of it. */
  whole: boolean;
  /** Taken by a loop. */
  item?: true;
  /** Held by what changes it later, as a model by its optimiser. */
  kept?: true;
}

/** What names share with others since a statement or a body began. */
export class Aliases {
  /**
   * @param _outer those of the function around
   * @param _isOuter whether a name is one of that function
   */
  constructor(
    private readonly _outer: Aliases | null = null,
    private readonly _isOuter: (name: string) => boolean = () => false
  ) {}

  of(name: string): readonly NameAlias[] {
    return this._of.get(name) ?? (this._outer && this._isOuter(name) ? this._outer.of(name) : NONE);
  }

  names(): Iterable<string> {
    return this._of.keys();
  }

  /** A name is bound; what is taken of what it was bound to before, `node = node.next`, is of the same others. */
  set(name: string, aliases: readonly NameAlias[]): void {
    this._holders.delete(name);
    const before = this.of(name);
    const isOwn = (alias: NameAlias): boolean => alias.name === name && before.length > 0;
    const known = aliases.some(isOwn)
      ? aliases.flatMap(alias => (isOwn(alias) ? this._through(alias) : alias))
      : aliases;
    if (known.length > 0) {
      this._of.set(name, known);
    } else {
      this.delete(name);
    }
  }

  delete(name: string): void {
    this._of.delete(name);
  }

  /** The others that a name is, or is a part of. */
  around(name: string): NameAlias[] {
    return this.of(name).filter(alias => alias.name !== name && alias.down === 0);
  }

  /** What a name is known to be, or to be a part of: itself, and what it was bound to here. */
  standsFor(name: string): string[] {
    return [name, ...this.of(name).flatMap(({ down, name }) => (down === 0 ? name : []))];
  }

  /** A name, and what it shares with others since this statement or body began. */
  origins(shared: Shared): Shared[] {
    const aliases = this.of(shared.name).filter(({ kept, name }) => !kept && name !== shared.name);
    return [
      shared,
      ...aliases.map(alias => {
        const part = inward(alias, shared.up);
        return { ...part, down: part.down + shared.down };
      })
    ];
  }

  private _through({ name, down, up, whole }: NameAlias): NameAlias[] {
    return this.of(name)
      .filter(({ kept }) => !kept)
      .map(alias => {
        const part = inward(alias, up);
        return { ...alias, ...part, down: part.down + down, whole: whole && alias.whole };
      });
  }

  /** The object of a name contains others from now on. */
  contain(name: string, contents: readonly Shared[]): void {
    const aliases = this.of(name);
    const key = ({ name, down, up, member = '' }: Shared): string => `${name} ${down} ${up} ${member}`;
    const known = new Set(aliases.map(key));
    const inner = contents
      .map(each => ({ ...each, down: each.down + 1, whole: false }))
      .filter(each => !known.has(key(each)));
    this._of.set(name, [...aliases, ...inner]);
    for (const content of contents) {
      if (content.down === 0 && content.up === 0) {
        this._holders.set(content.name, [...(this._holders.get(content.name) ?? []), name]);
      }
    }
  }

  /** What an object shares with others that it was put into: `self.all.append(a)`. */
  holding({ name, down, up }: Shared): Shared[] {
    return (this._holders.get(name) ?? []).map(holder => ({ name: holder, down, up: up + 1 }));
  }

  private readonly _of = new Map<string, readonly NameAlias[]>();
  private readonly _holders = new Map<string, readonly string[]>();
}

/** What contains an object has these in common with others. */
export const contentsOf = (aliases: readonly NameAlias[]): NameAlias[] =>
  aliases.map(alias => ({ ...alias, down: alias.down + 1, whole: false }));

const NONE: readonly NameAlias[] = [];
