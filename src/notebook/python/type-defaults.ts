const HEAD = /\b(?:def|class|type)\s+\w+\s*\[/g;

/**
 * Defaults of type parameters (PEP 696), which the grammar does not know: `[T: B = D]` becomes `[T: B : D]`, which it
 * takes. Offsets stay.
 */
export function rewriteTypeDefaults(text: string): { text: string; defaults: Set<number> } {
  const defaults = new Set<number>();
  for (const { index, 0: head } of text.matchAll(HEAD)) {
    let depth = 1;
    for (let at = index + head.length; at < text.length && depth > 0; at++) {
      const char = text[at];
      if ('([{'.includes(char)) {
        depth++;
      } else if (')]}'.includes(char)) {
        depth--;
      } else if (char === '=' && depth === 1 && text[at + 1] !== '=' && !'=!<>:'.includes(text[at - 1])) {
        defaults.add(at);
      }
    }
  }
  let rewritten = '';
  let from = 0;
  for (const at of defaults) {
    rewritten += `${text.slice(from, at)}:`;
    from = at + 1;
  }
  return { text: rewritten + text.slice(from), defaults };
}
