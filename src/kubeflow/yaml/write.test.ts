import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PipelineSpec } from '../spec';
import { trickyText, trickyValue } from '../testing/random-text';
import { readSpec } from './read';
import { writeSpec } from './write';

/** A document that is nothing but one default. */
const withDefault = (defaultValue: unknown, name = 'p'): PipelineSpec => ({
  pipelineInfo: { name: 'test' },
  root: { inputDefinitions: { parameters: { [name]: { defaultValue } } } }
});
const lines = (spec: PipelineSpec) => writeSpec({ spec, comment: '' }).split('\n').slice(6, -1);

describe('writeSpec', () => {
  it('says the same when read again, whatever the text', () => {
    fc.assert(
      fc.property(trickyText, trickyText, trickyValue, (description, name, value) => {
        const spec = withDefault(value, name);
        spec.pipelineInfo.description = description;
        const text = writeSpec({ spec });
        const read = readSpec(text);
        expect(read.spec).toEqual(spec);
        expect(text.startsWith(read.comment)).toBe(true);
        expect(writeSpec(read)).toBe(text);
      }),
      { seed: 5 }
    );
  });

  it('quotes what a YAML 1.1 reader takes for something else, in keys and in values', () => {
    expect(
      lines(withDefault({ y: 'no', '12:30': '1_0', '=': '0x1', on: '1e3', N: '0o7', '.5': '089' }))
    ).toEqual([
      '        defaultValue:',
      "          '.5': '089'",
      "          '12:30': '1_0'",
      "          '=': '0x1'",
      "          'N': '0o7'",
      "          'on': '1e3'",
      "          'y': 'no'"
    ]);
  });

  it('writes numbers by the type of their field', () => {
    const spec = withDefault({ maxRetryCount: 2 });
    spec.root.dag = { tasks: { a: { retryPolicy: { maxRetryCount: 2, backoffFactor: 2 } } } };
    spec.deploymentSpec = {
      executors: { a: { resolver: { outputArtifactQueries: { b: { limit: 3 } } } } }
    };
    const text = writeSpec({ spec });
    expect(text).toContain('          maxRetryCount: 2.0\n');
    expect(text).toContain('          backoffFactor: 2.0\n          maxRetryCount: 2\n');
    // within a free Struct
    expect(text).toContain('limit: 3.0\n');
  });

  it('does not indent lists in mappings, and goes on in the line of a list in a list', () => {
    expect(lines(withDefault([[1, { a: [] }], {}]))).toEqual([
      '        defaultValue:',
      '        - - 1.0',
      '          - a: []',
      '        - {}'
    ]);
  });

  it('puts a key that is empty, long or of several lines behind a question mark', () => {
    const long = 'k'.repeat(123);
    expect(lines(withDefault({ '': 1, 'a\nb': [2], [long]: { c: 3 } }))).toEqual([
      '        defaultValue:',
      "          ? ''",
      '          : 1.0',
      "          ? 'a",
      '',
      "            b'",
      '          : - 2.0',
      `          ? ${long}`,
      '          : c: 3.0'
    ]);
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(lines(withDefault({ a: { b: undefined }, c: undefined, d: [undefined] }))).toEqual([
      '        defaultValue:',
      '          a: {}',
      '          d:',
      '          - null'
    ]);
  });

  it('sorts by code point', () => {
    expect(lines(withDefault({ '\u{1f600}': 1, '\uff00': 2 }))).toEqual([
      '        defaultValue:',
      '          "\\uFF00": 2.0',
      '          "\\U0001F600": 1.0'
    ]);
  });

  it('folds plain and single-quoted text between words, and double-quoted text anywhere', () => {
    const words = 'word '.repeat(15).trim();
    expect(lines(withDefault({ a: words, b: `- ${words}`, c: `\t${words}` }))).toEqual([
      '        defaultValue:',
      '          a: word word word word word word word word word word word word word word',
      '            word',
      "          b: '- word word word word word word word word word word word word word word",
      "            word'",
      '          c: "\\tword word word word word word word word word word word word word word\\',
      '            \\ word"'
    ]);
  });
});
