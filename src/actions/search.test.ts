import { beforeEach, describe, expect, it } from 'vitest';
import { Search } from './search';

let tasks: (() => boolean)[];
let told: string[];
let source: string;

/** Takes three bits of work to find the source that was there at its start. */
function* find(): Generator<void, string, void> {
  const found = source;
  yield;
  yield;
  return found;
}
function search(): Search<string> {
  return new Search(
    find,
    found => told.push(found),
    work => {
      tasks.push(work);
      return () => void (tasks = tasks.filter(task => task !== work));
    }
  );
}
/** Does one bit of the work that waits. */
const advance = () => (tasks = tasks.filter(task => task()));

beforeEach(() => {
  [tasks, told, source] = [[], [], 'a'];
});

describe('Search', () => {
  it('does a bit at a time, and tells once', () => {
    search().renew();
    advance();
    advance();
    expect(told).toEqual([]);
    advance();
    expect(told).toEqual(['a']);
    expect(tasks).toEqual([]);
  });

  it('begins anew when something changed meanwhile', () => {
    const changing = search();
    changing.renew();
    advance();
    source = 'b';
    changing.renew();
    expect(tasks).toHaveLength(1);
    [1, 2, 3].forEach(advance);
    expect(told).toEqual(['b']);
  });

  it('finishes at once when asked, and only what is open', () => {
    const asked = search();
    asked.finish();
    expect(told).toEqual([]);
    asked.renew();
    advance();
    asked.finish();
    expect(told).toEqual(['a']);
    expect(tasks).toEqual([]);
    asked.renew();
    [1, 2, 3].forEach(advance);
    expect(told).toEqual(['a', 'a']);
  });

  it('stops when disposed, for good', () => {
    const left = search();
    left.renew();
    advance();
    left.dispose();
    left.renew();
    left.finish();
    expect(tasks).toEqual([]);
    expect(told).toEqual([]);
  });

  it('works again after a fault', () => {
    let faults = 1;
    const faulty = new Search<number>(
      () => {
        if (faults-- > 0) {
          throw new Error('once');
        }
        return [][Symbol.iterator]() as Iterator<void, number, void>;
      },
      () => told.push('found'),
      work => {
        tasks.push(work);
        return () => undefined;
      }
    );
    faulty.renew();
    expect(advance).toThrow('once');
    tasks = [];
    faulty.renew();
    expect(tasks).toHaveLength(1);
    advance();
    expect(told).toEqual(['found']);
  });
});
