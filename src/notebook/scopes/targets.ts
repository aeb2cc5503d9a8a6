import { mapped } from '../mapped';
import { changedBy, keptNames } from '../effects/classify';
import { loopTargets, type Shared, sharedWith, within } from '../effects/sharing';
import type { Comp, Comprehension, Expr, Parameter } from '../python/ast';
import { memberName } from '../python/walk';
import { targetNames } from './bindings';
import { readExpression } from './expressions';
import { lendersOf, pursueTo } from './lenders';
import { contentsOf, type NameAlias } from './aliases';
import type { Flow } from './flow';

/** What a target reads: the bases and subscripts of `a.b` and `a[i]`. */
export function readTargetParts(flow: Flow, target: Expr): void {
  if (target.kind === 'Attribute' || target.kind === 'Subscript') {
    readExpression(flow, target);
  } else if (target.kind === 'Tuple' || target.kind === 'List') {
    target.elts.forEach(element => readTargetParts(flow, element));
  } else if (target.kind === 'Starred') {
    readTargetParts(flow, target.value);
  }
}

/** What an assigned value is, or is a part of, or contains, or will change. */
export function aliasesOf(value: Expr, whole = value.kind === 'Name'): NameAlias[] {
  const aliases: NameAlias[] = mapped(sharedWith(value), shared => ({ ...shared, whole }));
  for (const name of keptNames(value)) {
    aliases.push({ name, whole, down: 0, up: 0, kept: true });
  }
  return value.kind === 'Lambda' ? defaultsOf(value.args) : aliases;
}

/** What a function contains: the objects that its parameters are by default. */
export const defaultsOf = (args: readonly Parameter[]): NameAlias[] =>
  args.flatMap(each => (each.default ? contentsOf(aliasesOf(each.default)) : []));

/** Binds the target of a loop: an item of an iterated object shares its parts. */
export function assignLoopTarget(flow: Flow, target: Expr, iterated: Expr): void {
  for (const [each, shared, from] of loopTargets(target, iterated)) {
    assignTarget(
      flow,
      each,
      mapped(shared, one => ({ ...one, whole: true, item: true as const }))
    );
    lend(flow, each, from);
  }
}

/** Notes of the names of a target that a call gave the items of a loop from. */
function lend(flow: Flow, target: Expr, iterated: Expr): void {
  const lenders = lendersOf(iterated);
  if (lenders.length > 0) {
    targetNames(target).forEach(name => flow.lenders.set(name, lenders));
  }
}

/** The same for the names of a comprehension, which its scope keeps. */
export function bindItems(flow: Flow, at: Comp, { target, iter }: Comprehension): void {
  for (const [each, shared, from] of loopTargets(target, iter)) {
    const aliases = shared.map(one => ({
      ...(each.kind === 'Name' ? one : within(one)),
      whole: true,
      item: true as const
    }));
    targetNames(each).forEach(name => flow.bind(name, at, aliases));
    lend(flow, each, from);
  }
}

/**
 * Binds the names of a target; subscripts and attributes read their base and change it.
 * @param deeper how many levels further inside: `x[0] += [1]` changes what `x` contains
 */
export function assignTarget(flow: Flow, target: Expr, aliases: NameAlias[] = [], deeper = 0): void {
  switch (target.kind) {
    case 'Name':
      flow.bind(target.id, target, aliases);
      return;
    case 'Tuple':
    case 'List':
      target.elts.forEach(element =>
        assignTarget(
          flow,
          element,
          aliases.map(alias => ({ ...alias, ...within(alias) }))
        )
      );
      return;
    case 'Starred':
      assignTarget(flow, target.value, aliases);
      return;
    case 'Attribute':
    case 'Subscript': {
      readExpression(flow, target);
      for (const { name, sure, level, member } of changedBy(target.value)) {
        const by = level === 0 ? memberName(target) : member;
        flow.update(name, sure, target, level + deeper, by);
      }
      pursueTo(flow, lendersOf(target.value), 'changed', target);
      storeInto(flow, target.value, aliases, target.kind === 'Subscript');
      return;
    }
    default:
      readExpression(flow, target);
  }
}

export function storeInto(flow: Flow, holder: Expr, contents: readonly Shared[], key: boolean): void {
  if (contents.length > 0) {
    changedBy(holder).forEach(({ name }) => flow.contain(name, contents, key));
  }
}
