import type { SyntaxNode } from './syntax';

const PARAMETRISED = /\b(?:def|class|type)\s+\w+\s*\[/g;
const PIECE = /("""|''')(?:\\[^]|(?!\1)[^])*\1|(["'])(?:\\[^]|(?!\2)[^\\\n])*\2|#.*|[([{]|[)\]}]|\n/g;

/**
 * The same text with the same offsets, in a form the grammar takes, where it refuses what Python allows: lines inside
 * brackets that begin left of their block, and defaults of type parameters (PEP 696).
 */
export function repairFaults(text: string): string {
  return joinLines(rewriteTypeDefaults(text));
}

/** Inside brackets, line ends and comments become blanks. */
function joinLines(text: string): string {
  let depth = 0;
  return text.replace(PIECE, piece => {
    if ('([{'.includes(piece)) {
      depth++;
    } else if (')]}'.includes(piece)) {
      depth = Math.max(0, depth - 1);
    } else if (depth > 0 && (piece === '\n' || piece[0] === '#')) {
      return ' '.repeat(piece.length);
    }
    return piece;
  });
}

/** `[T: B = D]` becomes `[T: B : D]`. */
function rewriteTypeDefaults(text: string): string {
  const characters = [...text.matchAll(PARAMETRISED)].flatMap(({ index, 0: head }) =>
    defaultSigns(text, index + head.length)
  );
  return replaceAt(text, characters, 1, ':');
}

function defaultSigns(text: string, start: number): number[] {
  const found: number[] = [];
  let depth = 1;
  for (let at = start; at < text.length && depth > 0; at++) {
    const char = text[at];
    if ('([{'.includes(char)) {
      depth++;
    } else if (')]}'.includes(char)) {
      depth--;
    } else if (char === '=' && depth === 1 && text[at + 1] !== '=' && !'=!<>:'.includes(text[at - 1])) {
      found.push(at);
    }
  }
  return found;
}

/** `type(x).y = z`, which the grammar takes for a type alias: null when there is none. */
export function repairTypeCalls(text: string, root: SyntaxNode): string | null {
  if (!/^[ \t]*type\s*[([]/m.test(text)) {
    return null;
  }
  const found: number[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'type_alias_statement' && /^type\s*[([]/.test(text.slice(node.start, node.end))) {
      found.push(node.start);
    }
    node.children.forEach(visit);
  };
  visit(root);
  return found.length > 0 ? replaceAt(text, found, 4, 'Type') : null;
}

function replaceAt(text: string, offsets: number[], length: number, by: string): string {
  let replaced = '';
  let from = 0;
  for (const at of offsets) {
    replaced += text.slice(from, at) + by;
    from = at + length;
  }
  return replaced + text.slice(from);
}
