import type { Closure } from './scope';

/** Of what a function's body makes parameters contain, each once. */
export function keep(closure: Closure, parameter: string, by: string): void {
  const { parameters } = closure;
  if (parameters.includes(parameter) && parameters.includes(by)) {
    const keeps = closure.keeps ?? [];
    if (!keeps.some(each => each.parameter === parameter && each.by === by)) {
      closure.keeps = [...keeps, { parameter, by }];
    }
  }
}
