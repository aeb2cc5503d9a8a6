import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CellAnalyzer, KnownCell } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { type CellHelper, CellsReader } from './cells-reader';

const many = Array.from({ length: 60 }, (_, i) => `x_${i} = [${'1, '.repeat(1200)}]`);

let analyzer: CellAnalyzer;
let reader: CellsReader | undefined;
beforeEach(async () => {
  analyzer = await loadAnalyzer();
});
afterEach(() => reader?.endHelpers());

/** A helper as a worker is one: it answers a turn later, and may give up. */
class OtherHelper implements CellHelper {
  readonly read: (sources: readonly string[]) => Promise<string>;
  asked = 0;
  ended = 0;

  constructor(other: CellAnalyzer, givesUpAfter = Infinity) {
    this.read = async sources => {
      await new Promise(resolve => setTimeout(resolve));
      if (++this.asked > givesUpAfter) {
        throw new Error('gone');
      }
      return JSON.stringify(other.known(sources));
    };
  }

  end(): void {
    this.ended++;
  }
}

async function all(sources: string[]): Promise<Map<string, KnownCell>> {
  const found: [string, KnownCell][] = [];
  for await (const batch of reader?.read(sources) ?? []) {
    expect(JSON.parse(batch.json)).toEqual(batch.known);
    found.push(...batch.sources.map((source, i): [string, KnownCell] => [source, batch.known[i]]));
  }
  expect(found).toHaveLength(new Set(sources).size);
  return new Map(found);
}

const alone = async (sources: string[]) => {
  const other = await loadAnalyzer();
  return new Map(sources.map(source => [source, other.known([source])[0]]));
};

describe('reading many sources', () => {
  it('says the same with helpers as alone', async () => {
    const helper = new OtherHelper(await loadAnalyzer());
    reader = new CellsReader(analyzer, 1, () => Promise.resolve(helper));
    expect(await all(many)).toEqual(await alone(many));
    expect(helper.asked).toBeGreaterThan(0);
    expect(many.every(source => analyzer.has(source))).toBe(true);
    reader.endHelpers();
    await Promise.resolve();
    expect(helper.ended).toBe(1);
  });

  it('calls one helper for each part that is large, and none for little or for what is known', async () => {
    let started = 0;
    const start = async () => {
      started++;
      return new OtherHelper(await loadAnalyzer());
    };
    reader = new CellsReader(analyzer, 3, start);
    await all(many.slice(0, 20));
    expect(started).toBe(0);
    await all(many);
    expect(started).toBe(1);
    await all(many);
    const more = many.flatMap(source => [`${source}\ny = 1`, `${source}\ny = 2`]);
    await all(more);
    expect(started).toBe(3);
  });

  it('ends without helpers that give up or cannot be had', async () => {
    const helper = new OtherHelper(await loadAnalyzer(), 2);
    reader = new CellsReader(analyzer, 2, () =>
      helper.asked === 0 ? Promise.resolve(helper) : Promise.reject(new Error('none'))
    );
    expect(await all(many)).toEqual(await alone(many));
    reader = new CellsReader(await loadAnalyzer(), 2, () => Promise.reject(new Error('none')));
    expect(await all(many)).toEqual(await alone(many));
  });

  it('does not wait for a helper that never starts', async () => {
    reader = new CellsReader(analyzer, 1, () => new Promise(() => undefined));
    expect((await all(many)).size).toBe(many.length);
  });
});
