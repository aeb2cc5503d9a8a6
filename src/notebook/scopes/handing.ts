import { itemsOf, sharedWith } from '../effects/sharing';
import { CALLS_WITH_ITEMS } from '../effects/table';
import type { Passing } from '../facts';
import { isGiven } from '../names';
import type { Call, Expr, Name, Place } from '../python/ast';
import { lastName } from '../python/walk';
import type { Flow } from './flow';
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
    if (value.kind === 'Name' && parameter !== undefined) {
      closure.updates
        .filter(each => each.parameter === parameter)
        .forEach(({ sure, part, augmented }) =>
          augmented ? flow.addInPlace(value.id, call) : flow.update(value.id, sure, call, part ? 1 : 0)
        );
      closure.passes.filter(each => each.parameter === parameter).forEach(({ to }) => flow.hand(value, to));
    }
  }
}

/** `map(f, xs)` gives each item to `f`. */
export function handItems(flow: Flow, { func, args }: Call, calleeName: (func: Name) => Callee | null): void {
  const [mapped, ...iterated] = CALLS_WITH_ITEMS.has(lastName(func) ?? '') ? args : [];
  const callee = mapped?.kind === 'Name' && iterated.length > 0 ? calleeName(mapped) : null;
  if (callee) {
    iterated.forEach((each, parameter) => {
      for (const { name } of itemsOf(each).filter(({ down }) => down === 0)) {
        flow.hand(nameAt(name, each), { ...callee, parameter });
      }
    });
  }
}

/** `f([x])`, and `f(k=[x])`. */
export function handContents(
  flow: Flow,
  argument: Expr,
  callee: Callee | null,
  parameter: number | string
): void {
  if (callee && /^(List|Tuple|Set|Dict)$/.test(argument.kind)) {
    for (const { name } of sharedWith(argument).filter(({ down, up }) => down > 0 && up === 0)) {
      flow.hand(nameAt(name, argument), { ...callee, parameter, inside: true });
    }
  }
}

/** A name that stands for what an expression spells out around it. */
const nameAt = (id: string, { line, column }: Place): Name => ({ kind: 'Name', id, line, column });
