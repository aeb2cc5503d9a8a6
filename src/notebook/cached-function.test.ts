import { describe, expect, it } from 'vitest';
import { linked, plansApart, told, warned } from './testing/linked';

const F = 'from functools import lru_cache\nimport functools\ndef f(x):\n    log.append(x)\n    return x * k';

describe('a function that lru_cache is called with', () => {
  it.each(['g = lru_cache(None)(f)', 'g = functools.lru_cache(maxsize=3)(f)', 'g = functools.cache(f)'])(
    'is a function that does the same: %s',
    making => {
      const cells = [`${F}\nlog = []\nk = load()`, making, 'g(1)', 'print(log)'];
      expect(linked(cells).edges.map(told)).toEqual(
        expect.arrayContaining(['1>2 g hoist', '0>2 k data', '2>3 log data'])
      );
      const [, , step] = plansApart(cells);
      expect(step.prelude.map(({ source }) => source.split('\n')[0])).toEqual(
        expect.arrayContaining(['def f(x):', making])
      );
      expect(step.needs.map(({ name }) => name)).toEqual(['k']);
      expect(warned(...cells)).toEqual([]);
    }
  );

  it('changes what it is given', () => {
    const first = 'from functools import lru_cache\ndef f(xs):\n    xs.append(1)\nv = []';
    expect(linked([first, 'g = lru_cache(None)(f)', 'g(v)', 'print(v)']).edges.map(told)).toContain(
      '2>3 v data'
    );
  });

  it('reads names as they are where it is called', () => {
    const cells = [`${F}\nlog = []\nk = load()`, 'g = lru_cache(None)(f)', 'k = other()', 'print(g(2))'];
    const step = plansApart(cells)[3];
    expect(step.needs.map(({ name, write }) => `${name} ${write.cell}`)).toEqual(['k c2']);
    expect(step.clashes).toEqual([]);
  });

  it('is none of another kind', () => {
    const kinds = (source: string): string[] => linked([source, 'print(g)']).edges.map(({ kind }) => kind);
    expect(kinds('g = lru_cache(None)')).toEqual(['data']);
    expect(kinds('g = cache(f)')).toEqual(['data']);
    expect(kinds('g = functools.lru_cache(None)(make())')).toEqual(['data']);
  });
});
