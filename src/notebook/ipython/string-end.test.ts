import { expect, it } from 'vitest';
import { stringEnd } from './string-end';

it.each([
  `'a'`,
  `"a\\"b"`,
  `"""a"b""c"""`,
  `"{"`,
  `f"{d["k"]}"`,
  `f'{a!r:'>{w}}'`.replace(":'", ':*'),
  `f"{x:'>10}"`,
  `f"{x:{w}.{p}}"`,
  `f"{{"`,
  `rF"{f"{f"{x}"}"}"`,
  `f'{\n  x  # it's\n}'`,
  `f"""{x:%H:%M}"""`,
  `t"{ {"a": 1}["a"] }"`
])('%j is one string', text => {
  const at = text.search(/["']/);
  expect(stringEnd(`${text} "more"`, at)).toBe(text.length - 1);
});

it.each([
  [`'open\nx'`, 4],
  [`f"{open\n"`, 6],
  [`f"{x:y\n"`, 5]
])('%j ends with its line', (text, end) => {
  expect(stringEnd(text, text.search(/["']/))).toBe(end);
});
