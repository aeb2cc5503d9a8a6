import fc from 'fast-check';
import yaml from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { readSpecs, SpecFileError } from './read';
import { buildFlow } from './testing/build-flow';
import { catalog } from './testing/catalog';
import { trickyText, trickyValue } from './testing/random-text';
import { writeSpec } from './write';
import { doubleText, SCHEMA } from './yaml-schema';

describe('writeSpec', () => {
  it.each([
    [1, '1.0'],
    [0.25, '0.25'],
    [-3, '-3.0'],
    [0.0001, '0.0001'],
    [0.00001, '1.0e-05'],
    [1.5e-7, '1.5e-07'],
    [123456789012345, '123456789012345.0'],
    [1e16, '1.0e+16'],
    [1.25e21, '1.25e+21'],
    [5e-324, '5.0e-324']
  ])('writes %d as PyYAML does', (value, text) => {
    expect(doubleText(value)).toBe(text);
  });

  it('says the same when read again, whatever the text', () => {
    fc.assert(
      fc.property(trickyText, trickyText, trickyValue, (title, description, value) => {
        const flow = buildFlow(
          { a: { kind: 'importer', title, uri: title, type: 'Dataset', metadata: { value } } },
          { description, parameters: { p: { type: 'string', default: title } } }
        );
        const compiled = compile(flow, catalog, 'kfp-2.16');
        expect(readSpecs(writeSpec(compiled)).spec).toEqual(compiled.spec);
      }),
      { seed: 5 }
    );
  });

  it('writes packed code as it stands, and quotes long text that is none', () => {
    const code = fc.base64String({ minLength: 101, maxLength: 400 });
    const near = fc
      .tuple(code, fc.constantFrom('', ' ', '=', ':', '#', '-'))
      .map(([text, end]) => text + end);
    fc.assert(
      fc.property(near, text => {
        const spec = compile(buildFlow({}, { description: text }), catalog, 'kfp-2.16').spec;
        const plain = yaml.dump({ text }, { schema: SCHEMA, lineWidth: -1 }).slice('text: '.length);
        expect(writeSpec({ spec })).toContain(`  description: ${plain}`);
        expect(readSpecs(writeSpec({ spec })).spec).toEqual(spec);
      }),
      { seed: 5 }
    );
  });

  it('quotes what a YAML 1.1 reader takes for something else, in keys and in values', () => {
    const metadata = { y: 'no', '12:30': '1_0', '=': '0x1' };
    const flow = buildFlow({ a: { kind: 'importer', uri: 'u', type: 'Dataset', metadata } });
    const text = writeSpec(compile(flow, catalog, 'kfp-2.16'));
    expect(text).toContain("          '12:30': '1_0'\n          '=': '0x1'\n          'y': 'no'\n");
  });
});

describe('readSpecs', () => {
  it('tells the two documents apart', () => {
    expect(readSpecs('root: {}\n---\nplatforms: {}\n')).toEqual({
      spec: { root: {} },
      platform: { platforms: {} }
    });
  });

  it.each([
    ['a: 1\nb: c: d', 2],
    ['- 1', undefined],
    ['a: 1\n---\nb: 2', undefined],
    ['', undefined]
  ])('refuses %j', (text, line) => {
    try {
      readSpecs(text);
    } catch (error) {
      expect(error).toBeInstanceOf(SpecFileError);
      expect((error as SpecFileError).line).toBe(line);
      return;
    }
    expect.unreachable();
  });
});
