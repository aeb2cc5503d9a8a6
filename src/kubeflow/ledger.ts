import type { TSchema } from 'typebox';
import type { FieldReport } from './compiled';
import { unknownKeys } from './platform/unknown-keys';
import { pathExists, pathText, type SpecPath } from './spec-path';

/**
 * Keeps account of what became of each setting of one node, so that nothing is dropped in silence: what no
 * entry covers when the account is closed is lost, and so is what an entry says to be in the spec but is not.
 */
export class Ledger {
  /** @param node id of the node; empty for the pipeline itself */
  constructor(readonly node: string) {}

  /** `field` stands at `path`. */
  compiled(field: string, path: SpecPath): void {
    this.entries.push({ field, path });
    this.known.add(field);
  }

  /** What stands at `path`, or does not, is what an imported spec says: no setting is lost there. */
  keeps(path: SpecPath): void {
    this.kept.add(pathText(path));
  }

  /** `field` is no setting of a step; `message` says what it is for. */
  drawing(field: string, message: string): void {
    this.refuse({ node: this.node, field, outcome: 'drawing', message });
  }

  /** `field` means nothing for this target; `message` says why. */
  ignored(field: string, message: string, fix?: string): void {
    this.refuse({ node: this.node, field, outcome: 'ignored', message, ...(fix && { fix }) });
  }

  /** `field` could not be written: an error. */
  lost(field: string, message: string, fix?: string): void {
    this.refuse({ node: this.node, field, outcome: 'lost', message, ...(fix && { fix }) });
  }

  /** True when something is known of `field` already. */
  has(field: string): boolean {
    return this.known.has(field);
  }

  /** Loses each key of `value` that is not in `known`: for objects that are accounted for as a whole. */
  strangers(field: string, value: object, known: readonly string[]): void {
    for (const key of Object.keys(value).filter(key => !known.includes(key))) {
      this.lost(`${field}.${key}`, UNKNOWN);
    }
  }

  /** Loses each key inside `value` that `schema` does not name. */
  unknown(field: string, value: unknown, schema: TSchema): void {
    for (const path of unknownKeys(value, schema)) {
      this.lost([field, ...path].join('.'), UNKNOWN);
    }
  }

  /**
   * Closes the account of `settings` against what was written.
   * @param pipeline the account of the pipeline, which may keep what nodes wrote in another way
   */
  close(
    settings: object,
    documents: { spec: unknown; platform?: unknown },
    skip: readonly string[],
    pipeline: Ledger = this
  ): FieldReport[] {
    const { node } = this;
    const reports = this.entries.map(({ field, path }): FieldReport => {
      const at = pathText(path);
      if (pathExists(documents, path)) {
        return { node, field, path: at, outcome: 'compiled' };
      }
      return this.isKept(path) || pipeline.isKept(path)
        ? { node, field, outcome: 'drawing', message: 'The imported spec says it in a way of its own.' }
        : {
            node,
            field,
            path: at,
            outcome: 'lost',
            message: `\`${field}\` was to be written at ${at} but is not there.`
          };
    });
    const unknown: string[] = [];
    for (const key of Object.keys(settings)) {
      if (!skip.includes(key)) {
        addLeaves((settings as Record<string, unknown>)[key], this.known, key, unknown);
      }
    }
    unknown.forEach(field => this.lost(field, UNKNOWN));
    return [...reports, ...this.refused];
  }

  private isKept(path: SpecPath): boolean {
    return this.kept.size > 0 && path.some((_, end) => this.kept.has(pathText(path.slice(0, end + 1))));
  }

  private refuse(report: FieldReport): void {
    const key = `${report.field}\0${report.message ?? ''}`;
    if (!this.refusals.has(key)) {
      this.refusals.add(key);
      this.refused.push(report);
      this.known.add(report.field);
    }
  }

  private readonly entries: { field: string; path: SpecPath }[] = [];
  private readonly refused: FieldReport[] = [];
  private readonly kept = new Set<string>();
  /** Fields that something is known of. */
  private readonly known = new Set<string>();
  private readonly refusals = new Set<string>();
}

const UNKNOWN = 'This version does not know the setting, so it is not in the spec.';

/** Finds paths of all values inside `value`, not looking inside those in `known`; empty objects hold no setting. */
function addLeaves(value: unknown, known: ReadonlySet<string>, field: string, found: string[]): void {
  if (value === undefined || known.has(field)) {
    return;
  }
  if (typeof value !== 'object' || value === null) {
    found.push(field);
    return;
  }
  for (const key of Object.keys(value)) {
    addLeaves((value as Record<string, unknown>)[key], known, `${field}.${key}`, found);
  }
}
