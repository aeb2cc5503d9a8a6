import fc from 'fast-check';

/** Text that parsers and scanners trip over. */
const NOISE = [
  ...'()[]{}"\'`\\#:;,.=@!?%$&|^~<>*/+-\0\t\f\v\r\n \u00a0\u2028\ufeff\ud800',
  '"""',
  "'''",
  'f"{',
  '\r\n',
  '\\\n',
  '\n    ',
  '\n%%bash\n',
  '\n%time ',
  '\n!',
  'é́',
  'ℌ',
  '𝒙',
  'مرحبا',
  '٣',
  '🚀',
  '\u202e',
  'lambda',
  'async ',
  'match ',
  'import *',
  'def f(',
  'class A:',
  '\n'.repeat(50),
  '('.repeat(200),
  '-'.repeat(200)
];

type Mutation = (text: string, a: number, b: number, noise: string) => string;

const lines =
  (change: (all: string[], a: number, b: number) => string[]): Mutation =>
  (text, a, b) => {
    const all = text.split('\n');
    return change(all, a % all.length, b % all.length).join('\n');
  };

const characters =
  (change: (text: string, from: number, to: number, noise: string) => string): Mutation =>
  (text, a, b, noise) => {
    const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
    return change(text, from, to, noise);
  };

const MUTATIONS: readonly Mutation[] = [
  lines((all, a) => all.filter((_, index) => index !== a)),
  lines((all, a, b) => [...all.slice(0, b), all[a], ...all.slice(b)]),
  lines((all, a, b) => all.map((line, index) => (index === a ? all[b] : index === b ? all[a] : line))),
  lines((all, a) => all.map((line, index) => (index === a ? `  ${line}` : line))),
  lines((all, a) => all.map((line, index) => (index === a ? line.trimStart() : line))),
  characters((text, from, to) => text.slice(0, from) + text.slice(to)),
  characters((text, from, to) => text.slice(0, to) + text.slice(from)),
  characters((text, from) => text.slice(0, from) + text.slice(from + 1)),
  characters((text, from) => text.slice(0, from) + (text[from] ?? '') + text.slice(from)),
  characters((text, from, to) =>
    from < to && to < text.length
      ? text.slice(0, from) + text[to] + text.slice(from + 1, to) + text[from] + text.slice(to + 1)
      : text
  ),
  characters((text, from, _, noise) => text.slice(0, from) + noise + text.slice(from)),
  characters((text, from, to, noise) => text.slice(0, from) + noise + text.slice(to)),
  characters((text, from) => text.slice(0, from))
];

/** A text with one to three things done to it that editing, pasting and broken files do. */
export function damaged(text: string): fc.Arbitrary<string> {
  const mutation = fc.tuple(fc.constantFrom(...MUTATIONS), fc.nat(), fc.nat(), fc.constantFrom(...NOISE));
  return fc
    .array(mutation, { minLength: 1, maxLength: 3 })
    .map(all => all.reduce((now, [mutate, a, b, noise]) => mutate(now, a, b, noise), text));
}
