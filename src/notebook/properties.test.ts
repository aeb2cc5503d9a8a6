import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import { rewriteCell } from './ipython/prepass';
import { linkCells } from './links/link';
import { planSteps } from './links/plan';
import { loadAnalyzer } from './testing/load';
import { RUNS } from './testing/runs';
import { analyzed } from './testing/notebook';
import { PROBES } from './testing/probes';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const PIECES = [
  ...Object.values(PROBES).flatMap(probes => probes.map(([source]) => source)),
  '%time x = f()',
  '!ls {a}',
  '%%bash\nls',
  'a = !ls $b',
  'x?',
  'q = (1,\n  % 2)',
  's = """\n%a\n"""'
];

/** Whole cells, and cells cut, joined and disturbed. */
const source = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map(pieces => pieces.join('\n')),
  fc
    .tuple(
      fc.constantFrom(...PIECES),
      fc.nat(60),
      fc.string({ unit: fc.constantFrom(...'([{"\'%!?=:\\\n \tx1#.,') })
    )
    .map(([piece, at, noise]) => piece.slice(0, at) + noise + piece.slice(at)),
  fc.string()
);

it('never throws, on any text', () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 6 }), sources => {
      const { cells } = analyzed(analyzer, sources);
      const ids = new Set(cells.map(({ id }) => id));
      const { edges } = linkCells(cells);
      expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to) && from < to)).toBe(true);
      expect(planSteps(cells, [['c0', 'c2'], ['c1'], ['gone']])).toHaveLength(3);
    }),
    RUNS
  );
});

it('says the same of the same source, however it came to be read', async () => {
  const other = await loadAnalyzer();
  fc.assert(
    fc.property(source, text => {
      expect(other.analyze(text)).toEqual(analyzer.analyze(text));
      expect(analyzer.analyze(`${text}\n\n`)).toEqual(analyzer.analyze(text));
    }),
    RUNS
  );
});

it('keeps lines, and the columns of what is no IPython syntax', () => {
  fc.assert(
    fc.property(source, text => {
      const rewritten = rewriteCell(text).text.split('\n');
      const lines = text.split('\n');
      expect(rewritten).toHaveLength(lines.length);
      rewritten.forEach((line, index) => {
        for (const { index: at, 0: word } of line.matchAll(/[a-z_]{2,}/g)) {
          expect(lines[index].slice(at, at + word.length)).toBe(word);
        }
      });
    }),
    RUNS
  );
});

it('does not care what names are called', () => {
  const names = ['alpha', 'beta', 'gamma', 'delta'];
  const cell = fc
    .tuple(
      fc.constantFrom(
        'A = f(B)',
        'A = B\nA.append(C)',
        'def A(x): return B',
        'A[B] = C',
        'for A in B: C',
        'A(B)',
        'if A: B = 1'
      ),
      fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 3 })
    )
    .map(([text, [a, b, c]]) => text.replace(/\bA\b/g, a).replace(/\bB\b/g, b).replace(/\bC\b/g, c));
  const rename = (text: string): string =>
    names.reduce((all, name) => all.replaceAll(name, `${name}_2`), text);
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 6 }), sources => {
      const plain = linkCells(analyzed(analyzer, sources).cells).edges;
      const renamed = linkCells(analyzed(analyzer, sources.map(rename)).cells).edges;
      expect(renamed).toEqual(plain.map(edge => ({ ...edge, name: rename(edge.name) })));
    }),
    RUNS
  );
});

it('plans whole notebooks as one step that needs nothing another step gives', () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 5 }), sources => {
      const { cells } = analyzed(analyzer, sources);
      const [step] = planSteps(cells, [cells.map(({ id }) => id)]);
      expect(step.prelude).toEqual([]);
      expect(step.needs.filter(({ from }) => from)).toEqual([]);
    }),
    RUNS
  );
});
