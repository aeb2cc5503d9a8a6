import { describe, expect, it } from 'vitest';
import type { FlowNode, FlowPort } from '../flow';
import type { Kernels, ValueFact } from '../runtime';
import { formText, givenValue, isPickle, sizeText, valueText } from './given-value';
import { plainText } from './plain-text';

const NONE: Kernels = new Map();
const live = (x: Partial<ValueFact>): Kernels => {
  const fact = { type: 'pandas.DataFrame', bytes: 1_234_000, exact: true, storable: true, tried: true };
  return new Map([['a.ipynb', { python: '3.11.1', values: { x: { ...fact, ...x } }, versions: {} }]]);
};
const port = (type: string, file?: string): FlowPort => ({
  name: 'x',
  type,
  derived: true,
  optional: false,
  ...(file !== undefined && { file })
});
const entry = (made?: string, output = port('Artifact')) =>
  ({
    node: { kind: 'cells', notebook: 'a.ipynb', cells: [] },
    outputs: [output],
    cells: [],
    imports: ['pandas'],
    made: made === undefined ? {} : { x: made }
  }) as unknown as FlowNode;
const told = (node: FlowNode, kernels = NONE) => {
  const value = givenValue({ kernels }, node, 'x');
  return value && valueText(value, plainText);
};

describe('what is known of a value', () => {
  it('follows from what made it', () => {
    const table = entry('pandas.read_csv');
    expect(told(table)).toBe('DataFrame, parquet if the step has pyarrow, else pickle');
    expect(told({ ...table, imports: ['pandas', 'pyarrow'] })).toBe('DataFrame, parquet');
    const node = { ...table.node, packages: ['pandas', 'pyarrow==17.0.0'] } as FlowNode['node'];
    expect(told({ ...table, node })).toBe('DataFrame, parquet');
    expect(told(entry('numpy.array'))).toBe('ndarray, npy');
    expect(told(entry('sqlite3.connect'))).toBe('cannot be stored: Connection');
    expect(told(entry('somewhere.make'))).toBe('decided when the step ends; pickle is the last resort');
  });

  it('is what the live kernel says, when there is one', () => {
    expect(told(entry('somewhere.make'), live({ format: 'parquet' }))).toBe('DataFrame, 1.2 MB, parquet');
    const generator = live({ type: 'generator', storable: false, reason: 'no', bytes: 200 });
    expect(told(entry('pandas.read_csv'), generator)).toBe('200 B, cannot be stored: generator');
    expect(told(entry(), live({ format: 'pickle', exact: false }))).toBe('DataFrame, about 1.2 MB, pickle');
  });

  it('follows from the type of the port, where that decides', () => {
    expect(told(entry('literal:int', port('integer')))).toBe('int, inside the spec');
    expect(told(entry(undefined, port('HTML')))).toBe('as text');
    expect(told(entry(undefined, port('Metrics')))).toBe('as metrics');
    expect(told(entry(undefined, port('Dataset', 'a.csv')))).toBe('the file itself');
  });

  it('is nothing for nodes that are no cells', () => {
    const container = { ...entry(), node: { kind: 'container', image: 'a' } } as FlowNode;
    expect(givenValue({ kernels: NONE }, container, 'x')).toBeUndefined();
  });

  it('marks pickles', () => {
    expect(isPickle({ form: 'cloudpickle', by: 'kernel' })).toBe(true);
    expect(isPickle({ form: 'parquet', by: 'kernel' })).toBe(false);
    expect(formText({ form: 'pickle', by: 'code' }, plainText)).toBe('pickle');
  });
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [12_345, '12 kB'],
  [123_456_789, '123 MB'],
  [1_500_000_000, '1.5 GB'],
  [5e15, '5000 TB']
])('writes %d bytes as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
