import { field } from './source';
import type { SyntaxNode } from './syntax';

/** What comes before `as` and, where there is one, what it binds. */
export type AsClause = [value: SyntaxNode, target: SyntaxNode | null];

/** Never the items of a `with`: in parentheses they make a tuple. */
const NO_ITEMS = new Set(['list_splat', 'named_expression']);

/** The items of a `with`, in parentheses or not; the grammar takes some of those in parentheses for one tuple. */
export function withItems(clause: SyntaxNode): AsClause[] {
  const values = clause.children.map(item => field(item, 'value')!);
  const [only] = values;
  const listed =
    values.length === 1 &&
    only.type === 'tuple' &&
    only.children.length > 0 &&
    !only.children.some(({ type }) => NO_ITEMS.has(type));
  return (listed ? only.children : values).map(value => {
    const inside = value.type === 'parenthesized_expression' ? hoistAs(value.children[0]) : null;
    return inside?.[1] ? inside : hoistAs(value);
  });
}

/**
 * `A if c else B as x` binds the whole of what comes before `as`, as Python's grammar has it (`with_item`,
 * `except_block`); this grammar reads the last operand as what is bound.
 */
export function hoistAs(node: SyntaxNode): AsClause {
  if (node.type === 'as_pattern') {
    return [node.children[0], node.children[1]];
  }
  const last = node.children.at(-1);
  if (!last || last.end !== node.end) {
    return [node, null];
  }
  const [value, target] = hoistAs(last);
  return target
    ? [
        {
          ...node,
          end: value.end,
          children: [...node.children.slice(0, -1), { ...value, field: last.field }]
        },
        target
      ]
    : [node, null];
}
