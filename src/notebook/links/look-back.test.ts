import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { loadAnalyzer } from '../testing/load';
import { analyzed } from '../testing/notebook';
import { lookBack } from './look-back';
import { traceCells } from './trace';
import type { Version } from './version';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it('looks at each version of a long chain of changes once', () => {
  const source = `v0 = []\nv1 = v0\n${'v1.append(v0)\n'.repeat(200)}`;
  const { uses, ends } = traceCells(analyzed(analyzer, [source]).cells);
  const known = new WeakMap<Version, { answer: string }>();
  let looks = 0;
  const start = (version: Version): string =>
    lookBack(version, known, at => {
      looks++;
      return at.previous ?? { answer: `${at.name} ${at.line}` };
    });
  const last = ends[0].get('v1') as Version;
  expect(start(last)).toBe('v1 2');
  const all = uses.flatMap(({ version }) => (version?.name === 'v1' ? [version] : []));
  expect(new Set(all.map(start))).toEqual(new Set(['v1 2']));
  expect(looks).toBe(last.ordinal);
});
