import { describe, expect, it } from 'vitest';
import { readCatalog } from './catalog-file';
import { CatalogFileError } from './catalog-file-error';

const GOOD = `weft-pools: 1
pools:
  - id: cpu
    match: {labels: {pool: cpu}}
  - id: gpu
    note: kept
    device: {resource: nvidia.com/gpu, perNode: 1}
    nodeShape:
      allocatable: {cpu: 4, memory: 14Gi}
    price: {perNodeHour: 0.5, asOf: 2026-07-20}
`;

/** GOOD with one line replaced. */
const withLine = (line: number, text: string) =>
  GOOD.split('\n')
    .map((old, index) => (index + 1 === line ? text : old))
    .join('\n');

const fault = (text: string): CatalogFileError => {
  try {
    readCatalog(text, 'team.yaml');
  } catch (error) {
    if (error instanceof CatalogFileError) {
      return error;
    }
    throw error;
  }
  throw new Error('the catalog was accepted');
};

describe('readCatalog', () => {
  it('reads pools and keeps what it does not know', () => {
    const { pools } = readCatalog(GOOD);
    expect(pools.map(({ id }) => id)).toEqual(['cpu', 'gpu']);
    expect(pools[1]).toMatchObject({ note: 'kept' });
  });

  it('keeps dates as text', () => {
    expect(readCatalog(GOOD).pools[1].price?.asOf).toBe('2026-07-20');
  });

  it.each([
    ['a missing id', withLine(3, '  - name: cpu'), 3, 5, 'pools[0].id', 'is missing'],
    ['a bad id', withLine(3, '  - id: CPU pool'), 3, 5, 'pools[0].id', 'must match'],
    ['an id used twice', withLine(5, '  - id: cpu'), 5, 5, 'pools[1].id', 'its own id'],
    [
      'a number as label',
      withLine(4, '    match: {labels: {pool: 1}}'),
      4,
      22,
      'pools[0].match.labels.pool',
      'quotes'
    ],
    [
      'a bad label key',
      withLine(4, '    match: {labels: {a b: x}}'),
      4,
      22,
      'pools[0].match.labels.a b',
      'label key'
    ],
    [
      'a bad label value',
      withLine(4, '    match: {labels: {a: x y}}'),
      4,
      22,
      'pools[0].match.labels.a',
      'label values'
    ],
    [
      'a device that is no resource',
      withLine(7, '    device: {resource: gpu}'),
      7,
      14,
      'pools[1].device.resource',
      'domain/name'
    ],
    ['a device of another kind', withLine(7, '    device: 3'), 7, 5, 'pools[1].device', 'a mapping'],
    [
      'a bad quantity',
      withLine(9, '      allocatable: {memory: 14GB}'),
      9,
      21,
      'pools[1].nodeShape.allocatable.memory',
      '14GB'
    ],
    [
      'an unknown effect',
      withLine(6, '    taints: [{key: a, effect: Never}]'),
      6,
      23,
      'pools[1].taints[0].effect',
      'one of'
    ],
    [
      'an unknown fallback',
      withLine(6, '    policy: {fallback: [spot]}'),
      6,
      25,
      'pools[1].policy.fallback[0]',
      'no pool'
    ],
    ['a newer version', withLine(1, 'weft-pools: 2'), 1, 1, 'weft-pools', 'newer Weft'],
    ['no version', withLine(1, ''), 1, 1, 'weft-pools', 'is missing'],
    ['a text that is no catalog', 'hello', 1, 1, '', 'a mapping'],
    ['an empty text', '', 1, 1, '', 'a mapping'],
    ['a text that is no YAML', 'pools:\n  - id: [a\n', 3, 1, '', 'no YAML']
  ])('names the place of %s', (_, text, line, column, field, message) => {
    const error = fault(text);
    expect({ file: error.file, line: error.line, column: error.column, field: error.field }).toEqual({
      file: 'team.yaml',
      line,
      column,
      field
    });
    expect(error.message).toContain(`team.yaml, line ${line}, column ${column}: `);
    expect(error.message).toContain(message);
  });

  it('names the first of several faults', () => {
    expect(fault(withLine(3, '  - id: A').replace('id: gpu', 'id: B')).line).toBe(3);
  });
});
