const PREFIX = /(?:^|[^\w"'])(?:[rR]?[fFtT]|[fFtT][rR])$/;

/**
 * The offset of the last character of the string whose quotes begin at `at`; of an open string in one pair of quotes,
 * the end of its line. Fields of f-strings hold any expression, strings in the same quotes and comments too (PEP 701).
 */
export function stringEnd(text: string, at: number): number {
  const quote = text.startsWith(text[at].repeat(3), at) ? text[at].repeat(3) : text[at];
  const formatted = PREFIX.test(text.slice(Math.max(0, at - 3), at));
  for (let end = at + quote.length; end < text.length; end++) {
    const char = text[end];
    if (char === '\\') {
      end++;
    } else if (char === '\n' && quote.length === 1) {
      return end - 1;
    } else if (char === quote[0] && text.startsWith(quote, end)) {
      return end + quote.length - 1;
    } else if (char === '{' && formatted) {
      end = text[end + 1] === '{' ? end + 1 : (fieldEnd(text, end, quote) ?? end);
    }
  }
  return text.length - 1;
}

/** The closing brace of a field; null when the string would end first. */
function fieldEnd(text: string, at: number, quote: string): number | null {
  let depth = 0;
  for (let end = at + 1; end < text.length; end++) {
    const char = text[end];
    if (char === '"' || char === "'") {
      end = stringEnd(text, end);
    } else if (char === '#') {
      const line = text.indexOf('\n', end);
      end = line === -1 ? text.length : line;
    } else if ('([{'.includes(char)) {
      depth++;
    } else if (char === '}' && depth === 0) {
      return end;
    } else if (')]}'.includes(char)) {
      depth--;
    } else if (char === ':' && depth === 0) {
      return formatEnd(text, end, quote);
    }
  }
  return null;
}

/** The closing brace behind a format, which is text with fields in it. */
function formatEnd(text: string, at: number, quote: string): number | null {
  for (let end = at + 1; end < text.length; end++) {
    const char = text[end];
    if (char === '}') {
      return end;
    } else if (char === '{') {
      end = fieldEnd(text, end, quote) ?? end;
    } else if ((char === '\n' && quote.length === 1) || text.startsWith(quote, end)) {
      return null;
    }
  }
  return null;
}
