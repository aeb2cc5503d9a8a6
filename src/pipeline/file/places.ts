import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** A place in a text; lines and columns count from 1. */
export interface TextPlace {
  line: number;
  column: number;
}

/**
 * Finds the places of nodes and fields in the text of a pipeline file. Fields are written as problems write them, with
 * dots (`inputs.model`); a name that holds dots itself is found too. What is not there is at the nearest thing around.
 */
export function placesIn(text: string): (node: string | undefined, field: string | undefined) => TextPlace {
  const root = parseTree(text);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return (node, field) => {
    const start = node === undefined ? root : (root && findNodeAtLocation(root, ['nodes', node])) || root;
    const { offset } = (start && inside(start, field ?? '')) ?? { offset: 0 };
    const line = starts.findLastIndex(first => first <= offset);
    return { line: line + 1, column: offset - starts[line] + 1 };
  };
}

/** The value at a dotted path below a value, or the nearest around it; keys may hold dots, the longest is taken. */
function inside(value: Node, path: string): Node {
  if (!path) {
    return value;
  }
  const members: [string, Node | undefined][] =
    value.type === 'object'
      ? (value.children ?? []).map(({ children }) => [String(children?.[0].value), children?.[1]])
      : (value.children ?? []).map((item, index) => [String(index), item]);
  const fitting = members.filter(([key]) => path === key || path.startsWith(`${key}.`));
  const [key, member] = fitting.sort(([a], [b]) => b.length - a.length)[0] ?? [];
  return key !== undefined && member ? inside(member, path.slice(key.length + 1)) : value;
}
