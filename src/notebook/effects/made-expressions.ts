import type { Constant, Expr, Operation } from '../python/ast';

/** A text that stands where another expression does. */
export const textAt = ({ line, column }: Expr, text: string): Constant => ({
  line,
  column,
  kind: 'Constant',
  type: 'str',
  text
});

/** An operation on two expressions, at the place of the first. */
export const joined = (left: Expr, operator: string, right: Expr): Operation => ({
  line: left.line,
  column: left.column,
  kind: 'Operation',
  operator,
  operands: [left, right]
});
