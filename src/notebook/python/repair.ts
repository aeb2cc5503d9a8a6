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
  const signs = [...text.matchAll(PARAMETRISED)].flatMap(({ index, 0: head }) =>
    defaultSigns(text, index + head.length)
  );
  return replaceAt(
    text,
    signs.map(at => [at, ':'])
  );
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

/**
 * `type(x).y = z`, which the grammar takes for a type alias, and `match [x]:` with a single case, which it takes for an
 * annotated subscript: the same text, with the same offsets, in a form it reads rightly; null when there is neither.
 */
export function repairMisread(text: string, root: SyntaxNode): string | null {
  if (!/^[ \t]*(type\s*[([]|match\s*\[)/m.test(text)) {
    return null;
  }
  const found: [offset: number, form: string][] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'type_alias_statement' && /^type\s*[([]/.test(text.slice(node.start, node.end))) {
      found.push([node.start, 'Type']);
    } else if (node.type === 'assignment' && node.children[1]?.children[0]?.type === 'constrained_type') {
      found.push(...braces(text, node.children[0]));
    }
    node.children.forEach(visit);
  };
  visit(root);
  return found.length > 0 ? replaceAt(text, found) : null;
}

/** `match {x}` for the `match[x]` that a node begins with. */
function braces(text: string, node: SyntaxNode): [offset: number, form: string][] {
  let at = node;
  while (at.children.length > 0 && at.children[0].children.length > 0) {
    at = at.children[0];
  }
  const subject = text.indexOf('[', at.start);
  return text.slice(at.start, subject).trim() === 'match'
    ? [
        [subject, '{'],
        [at.end - 1, '}']
      ]
    : [];
}

function replaceAt(text: string, forms: [offset: number, form: string][]): string {
  let replaced = '';
  let from = 0;
  for (const [at, form] of forms) {
    replaced += text.slice(from, at) + form;
    from = at + form.length;
  }
  return replaced + text.slice(from);
}
