import { isContent } from './shares';
import { isChange, type Version } from './version';

/**
 * The objects that a function has as defaults of its parameters, or a class as attributes, as they are now: what changed
 * them since its definition, it sees.
 */
export class HeldObjects {
  /** A new version of a name. */
  note(version: Version): void {
    if (isChange(version)) {
      this._latest.set(version.root, version);
    }
  }

  of({ kind, shares }: Version): readonly Version[] {
    return kind === 'function' || kind === 'class'
      ? shares.flatMap(share => (isContent(share) && !share.part ? (this._latest.get(share.root) ?? []) : []))
      : NONE;
  }

  private readonly _latest = new WeakMap<Version, Version>();
}

const NONE: readonly Version[] = [];
