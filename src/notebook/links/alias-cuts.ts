import type { StepWarning } from '../step-facts';
import { indexOf, numberOf, placeOf, type StepContext } from './step-context';
import { type Change, isUnseen } from './changes';
import { lookBack } from './look-back';
import { sharesWith } from './shares-with';
import { isChange, isHoisted, type ResolvedUse, type Version } from './version';

/**
 * Two names of one object that reach the step as two copies: what it changes by one name, a read by the other does
 * not see, here or in a later step.
 */
export function aliasCuts(context: StepContext): StepWarning[] {
  const { own } = context;
  const { changes } = indexOf(context);
  const sources: Sources = new WeakMap();
  return [...own]
    .flatMap(cell => changes.get(cell) ?? [])
    .flatMap(change =>
      change.partners.flatMap(partner => {
        const changed = [change.version, ...madeFrom(context, change)].find(
          version => version.root !== partner.root && isCut(own, version, partner, sources)
        );
        const read = changed && readAfter(context, change, partner);
        return read ? [warning(context, { ...change, version: changed }, partner, read)] : [];
      })
    );
}

/**
 * Of an object that the step makes, those that went into it: what changes by it is what they brought along. They may be
 * what its name stood for before, as in `node = node.next`.
 */
function madeFrom(context: StepContext, { version: { root }, partners }: Change): Version[] {
  const { cell, statement, name } = root;
  const wentIn = ({ version }: ResolvedUse): boolean =>
    (partners.length > 1 && partners.some(partner => partner.root === version?.root)) ||
    (version?.name === name && sharesWith(root, version.root).length > 0);
  return context.own.has(cell) && partners.length > 0
    ? indexOf(context).uses[cell].flatMap(use =>
        use.statement === statement && use.version && wentIn(use) ? use.version : []
      )
    : [];
}

/** Both come from outside, and not as one copied statement. */
function isCut(own: ReadonlySet<number>, changed: Version, partner: Version, sources: Sources): boolean {
  const [a, b] = [sourceOf(changed, own, sources), sourceOf(partner, own, sources)];
  const together = a?.cell === b?.cell && a?.statement === b?.statement && a !== null && isHoisted(a);
  return a !== null && b !== null && !together;
}

/** What each version is in a step: the one that the step is given, or null for what it makes itself. */
type Sources = WeakMap<Version, { answer: Version | null }>;

function sourceOf(version: Version, own: ReadonlySet<number>, sources: Sources): Version | null {
  return lookBack(version, sources, at => {
    if (!own.has(at.cell)) {
      return { answer: at };
    }
    return (isChange(at) && at.previous) || { answer: null };
  });
}

/** Where the other name is read in vain: in the changing cell, which may be a loop, or later. */
function readAfter(
  { trace, groupOf }: StepContext,
  change: Change,
  partner: Version
): ResolvedUse | undefined {
  return trace.uses.find(
    ({ version, kind, cell, member }, index) =>
      version?.root === partner.root &&
      !isUnseen(member, version, change.version) &&
      (index >= change.at || cell === change.cell) &&
      (kind === 'read' || kind === 'readLate' || kind === 'update') &&
      groupOf.has(cell)
  );
}

function warning(context: StepContext, change: Change, partner: Version, read: ResolvedUse): StepWarning {
  const { name, root } = change.version;
  const shared = bond(change.version, partner);
  return {
    rule: 'alias-cut',
    name,
    write: placeOf(context, change.cell, change.line),
    read: placeOf(context, read.cell, read.line),
    message:
      `${shared} in the notebook, but a step gets a copy of each: what line ${change.line} of ` +
      `${numberOf(context, change.cell)} does to "${name}" is not seen where line ${read.line} of ` +
      `${numberOf(context, read.cell)} reads "${partner.name}".`,
    fix: `Run ${numberOf(context, Math.max(root.cell, partner.root.cell))} and ${numberOf(context, change.cell)} in one step.`
  };
}

/** How an object and another are bound up with each other. */
function bond(one: Version, other: Version): string {
  const [hows, inverse] = [howsOf(one, other), howsOf(other, one)];
  const [name, its] = [`"${one.name}"`, `"${other.name}"`];
  if (hows.includes('same') || inverse.includes('same')) {
    return `${name} and ${its} are one object`;
  }
  const [a, b, has] = hows.length > 0 ? [name, its, hows] : [its, name, inverse];
  const verb = ['holds', 'part', 'contains'].find(how => has.includes(how));
  return verb === undefined
    ? `${name} and ${its} have objects in common`
    : `${a} ${verb === 'part' ? 'is a part of' : verb} ${b}`;
}

const howsOf = ({ root }: Version, other: Version): string[] =>
  sharesWith(root, other.root).map(({ how, part }) => (part ? '' : how));
