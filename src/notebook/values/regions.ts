import type { Expr } from '../python/ast';

/**
 * What part of an array a subscript takes: by axis, where it begins and where it ends, as `1:n`; `?` where the code does
 * not tell.
 */
export type Region = string[];

/** The region of `a[1:, 0]`, and of what is taken out of that: `a[1:, 0].T[2]`. Undefined where it may be all of `a`. */
export function regionOf(value: Expr): Region | undefined {
  let at = value;
  let inner: Expr | null = null;
  while (at.kind !== 'Name') {
    inner = at;
    if (at.kind === 'Subscript' || at.kind === 'Attribute') {
      at = at.value;
    } else if (at.kind === 'Call' && at.func.kind === 'Attribute') {
      at = at.func.value;
    } else {
      return undefined;
    }
  }
  if (inner?.kind !== 'Subscript') {
    return undefined;
  }
  const axes = inner.slice.kind === 'Tuple' ? inner.slice.elts : [inner.slice];
  const isNewAxis = (axis: Expr): boolean => axis.kind === 'Constant' && axis.text === 'None';
  return axes.some(isNewAxis) ? undefined : axes.map(axisOf);
}

/** Whether two regions of one array have nothing in common, for all that their bounds tell. */
export function areApart(one: Region | undefined, other: Region | undefined): boolean {
  for (let axis = 0; axis < Math.min(one?.length ?? 0, other?.length ?? 0); axis++) {
    const [mine, its] = [one![axis], other![axis]];
    if (mine === REST || its === REST) {
      if (mine !== its || one!.length !== other!.length) {
        return false;
      }
      continue;
    }
    const [[from, to], [start, end]] = [mine.split(':'), its.split(':')];
    if (isBefore(to, start) || isBefore(end, from)) {
      return true;
    }
  }
  return false;
}

const REST = '...';

function axisOf(axis: Expr): string {
  if (axis.kind === 'Slice') {
    const { lower, upper, step } = axis;
    return step ? '?:?' : `${lower ? boundOf(lower) : ''}:${upper ? boundOf(upper) : ''}`;
  }
  const at = boundOf(axis);
  const number = Number(at);
  return at === REST ? REST : !Number.isInteger(number) ? '?:?' : `${at}:${number === -1 ? '' : number + 1}`;
}

/** The text of a number or name; `?` for anything else. */
function boundOf(bound: Expr): string {
  switch (bound.kind) {
    case 'Constant':
      return bound.text ?? '?';
    case 'Name':
      return bound.id;
    case 'Operation': {
      const [first, ...rest] = bound.operands;
      return bound.operator === '-' && rest.length === 0 ? `-${boundOf(first)}` : '?';
    }
    default:
      return '?';
  }
}

/** Whether what ends at one bound is over where another begins; negative numbers count from the end of the axis. */
function isBefore(end: string, start: string): boolean {
  if (end === '' || start === '' || end.includes('?') || start.includes('?')) {
    return false;
  }
  const sameSide = end.startsWith('-') === start.startsWith('-');
  return end === start || (sameSide && Number(end) <= Number(start));
}
