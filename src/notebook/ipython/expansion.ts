const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for ' +
    'from global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' ')
);

/**
 * Names that shell and magic text takes from the notebook: `$name` and `{expression}`; `$$` and `{{`
 * are escapes (IPython's DollarFormatter).
 */
export function expandedNames(text: string): string[] {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/(?<!\$)(?:\$\$)*\$([A-Za-z_]\w*)/g)) {
    names.add(name);
  }
  for (const [, expression] of text.replaceAll('{{', '').matchAll(/\{([^{}]*)\}/g)) {
    if (!/[$;]|^\s*$|\w\s+\w/.test(expression)) {
      expressionNames(expression).forEach(name => names.add(name));
    }
  }
  return [...names];
}

/** The root names of a small expression: no attributes, keywords, strings or format specs. */
export function expressionNames(expression: string): string[] {
  const bare = expression.replace(/(["'])(?:\\.|(?!\1).)*\1/g, '0').replace(/(![rsa])?:[^\])]*$/, '');
  return [...bare.matchAll(/(?<![\w.])\.?\s*([A-Za-z_]\w*)(?!\s*=[^=])/g)]
    .filter(([found, name]) => !found.startsWith('.') && !KEYWORDS.has(name))
    .map(([, name]) => name);
}
