import { isClass } from '../effects/classify';
import { MODULES } from '../effects/module-names';
import { itemsOf, sharedWith } from '../effects/sharing';
import { CALLS_WITH_ITEMS } from '../effects/table';
import { namesInText } from '../effects/text-names';
import type { Passing } from '../facts';
import { isGiven } from '../names';
import type { Attribute, Call, Expr, Name } from '../python/ast';
import { lastName } from '../python/walk';
import { isSlice } from '../values/views';
import type { Flow } from './flow';
import { nameAt } from './lenders';
import { type Closure, isTaken } from './scope';

export type Callee = Omit<Passing, 'parameter'>;

/** The parameter of the function around for which a function that is called by a name was given, or a list of such. */
export function givenFunction(flow: Flow, name: string): string | undefined {
  return flow.aliases.standsFor(name).find(each => {
    const closure = flow.scope.resolve(each)?.closure;
    return closure && isTaken(closure, each);
  });
}

/** What the notebook calls a function, or what contains it, that goes by a name of the function or comprehension around. */
export const localFunction = (flow: Flow, name: string): string | undefined =>
  flow.aliases.around(name).find(each => !flow.scope.resolve(each.name) && !isGiven(each.name))?.name;

/** A function of the function around. */
export const innerFunction = (flow: Flow, name: string): Closure | undefined =>
  flow.scope.resolve(name)?.functions.get(name);

/** An inner function is called: what it does to its parameters, it does to what it is given. */
export function applyInner(flow: Flow, call: Call, closure: Closure): void {
  const given: [value: Expr, parameter: string | undefined][] = [
    ...call.args.map((value, at): [Expr, string | undefined] => [value, closure.parameters[at]]),
    ...call.keywords.map(({ arg, value }): [Expr, string | undefined] => [value, arg ?? undefined])
  ];
  for (const [value, parameter] of given) {
    const passes = closure.passes.filter(each => each.parameter === parameter);
    const updates = closure.updates.filter(each => each.parameter === parameter);
    const acts = parameter !== undefined && passes.length + updates.length > 0 && !isCopy(value);
    for (const { name, down, up } of acts ? sharedWith(value) : []) {
      for (const { sure, part, augmented } of updates) {
        if (augmented && up === 0 && down === 0) {
          flow.addInPlace(name, call);
        } else if (!augmented && down <= (part ? 1 : 0)) {
          flow.update(name, sure, call, up + (part ? 1 : 0) - down);
        }
      }
      for (const { to, part } of down === 0 ? passes : []) {
        flow.hand(nameAt(name, value), to, { ...((part || up > 0) && { part: true as const }) });
      }
    }
  }
}

/** `df.query('a > @limit')`: names of the text that is given are looked up where the call stands. */
export function readText(flow: Flow, call: Call): void {
  for (const name of namesInText(call)) {
    if (!flow.scope.resolve(name)) {
      flow.readGlobal(name, call, 'mayRead');
    }
  }
}

/** `map(f, xs)` gives each item to `f`, and `map(Cell.inc, cells)` to the method. */
export function handItems(
  flow: Flow,
  { func, args }: Call,
  calleeOf: (func: Name | Attribute) => Callee | null
): void {
  const [mapped, ...iterated] = CALLS_WITH_ITEMS.has(lastName(func) ?? '') ? args : [];
  const isMethod = mapped?.kind === 'Attribute' && isClass(mapped.value);
  const callee = (mapped?.kind === 'Name' || isMethod) && iterated.length > 0 ? calleeOf(mapped) : null;
  if (callee) {
    iterated.forEach((each, position) => {
      const parameter = position + (isMethod ? 1 : 0);
      for (const { name, up } of itemsOf(each).filter(({ down }) => down === 0)) {
        flow.hand(nameAt(name, each), { ...callee, parameter }, { ...(up > 0 && { part: true as const }) });
      }
    });
  }
}

/**
 * What arguments that are no plain names are parts of, or may be, or contain: `f(d['a'])`, `f(max(xs))`, `f([x])`. Python's
 * own functions and those of well-known modules change nothing but what their rows tell.
 */
export function handParts(flow: Flow, { func, args, keywords }: Call, callee: Callee, first: number): void {
  const module = func.kind === 'Attribute' && func.value.kind === 'Name' ? func.value.id : '';
  if (isGiven(callee.callee) || MODULES.has(module)) {
    return;
  }
  args.forEach((value, position) =>
    value.kind === 'Starred'
      ? handPart(flow, value.value, { ...callee, parameter: `*${first + position}` })
      : handPart(flow, value, { ...callee, parameter: first + position })
  );
  keywords.forEach(({ arg, value }) => handPart(flow, value, { ...callee, parameter: arg ?? '**' }));
}

function handPart(flow: Flow, argument: Expr, passedTo: Passing): void {
  if (!SHARING.test(argument.kind) || isCopy(argument)) {
    return;
  }
  const slice = isSlice(argument);
  for (const { name, down, up, member } of sharedWith(argument)) {
    const inside = (down > 0 || slice) && { inside: true as const };
    const part = up > 0 && { part: true as const, ...(member !== undefined && { member }) };
    flow.hand(nameAt(name, argument), { ...passedTo, ...inside }, { ...part });
  }
}

const SHARING = /^(Subscript|Attribute|Call|List|Tuple|Set|Dict|IfExp|BoolOp|NamedExpr)$/;

/** `df[df.a > 1]` and `df[["a", "b"]]`, of which only tables and arrays have any: they give copies. */
function isCopy(value: Expr): boolean {
  const keys =
    value.kind !== 'Subscript' ? [] : value.slice.kind === 'Tuple' ? value.slice.elts : [value.slice];
  return keys.some(
    key => key.kind === 'List' || (key.kind === 'Operation' && /^([<>&|~]|[=!]=)/.test(key.operator))
  );
}
