import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateSpec } from '../spec';
import { readSpec } from './read';
import { SpecFileError } from './spec-file-error';

const ROOT = 'pipelineInfo: {name: test}\nroot: {}\n';

/** Values as they stand in a list of the file, read. */
function literals(...values: string[]): unknown {
  const list = values.map(value => `        - ${value}\n`).join('');
  const { root } = readSpec(
    `root:\n  inputDefinitions:\n    parameters:\n      p:\n        literals:\n${list}`
  ).spec;
  return root.inputDefinitions?.parameters?.p.literals;
}

describe('readSpec', () => {
  it('tells the two documents apart, and keeps the comment that stands first', () => {
    expect(readSpec(`# One\u2028\r\n# Two\n${ROOT}---\nplatforms: {}\n# Three\n`)).toEqual({
      spec: { pipelineInfo: { name: 'test' }, root: {} },
      platform: { platforms: {} },
      comment: '# One\u2028\r\n# Two\n'
    });
  });

  it('reads JSON', () => {
    expect(
      readSpec('{"pipelineInfo": {"name": "a\\/b \\ud83d\\ude00"},\n\t"root": {}}').spec.pipelineInfo.name
    ).toBe('a/b \u{1f600}');
  });

  it('reads scalars as the readers of Kubeflow do', () => {
    expect(
      literals('y', 'yes', 'Off', 'nO', '1_0', '017', '0o17', '-0x1F', '12:30', '1e3', '2001-01-01', '~')
    ).toEqual(['y', true, false, 'nO', 10, 15, 15, -31, '12:30', 1000, '2001-01-01', null]);
  });

  it('reads quoted text that goes on without indent', () => {
    expect(literals('"a\n  b"', '"a\\\n\\ b"')).toEqual(['a b', 'a b']);
  });

  it('takes names and numbers of the .proto file, and leaves other keys alone', () => {
    const { spec, platform } = readSpec(
      `pipeline_info: {name: test, nick_name: x}
root:
  input_definitions: {parameters: {my_name: {parameter_type: 3, default_value: {my_key: null}, description: null}}}
  dag: {tasks: {my_task: {retry_policy: {max_retry_count: "2"}}}}
---
platforms: {kubernetes: {deployment_spec: {executors: {e: {active_deadline_seconds: 30}}}}}
`
    );
    expect(spec).toEqual({
      pipelineInfo: { name: 'test', nick_name: 'x' },
      root: {
        inputDefinitions: {
          parameters: { my_name: { parameterType: 'STRING', defaultValue: { my_key: null } } }
        },
        dag: { tasks: { my_task: { retryPolicy: { maxRetryCount: 2 } } } }
      }
    });
    expect(platform?.platforms.kubernetes?.deploymentSpec?.executors?.e).toEqual({
      activeDeadlineSeconds: '30'
    });
  });

  it('keeps a key called __proto__ a key', () => {
    const { spec } = readSpec(`${ROOT}components: {__proto__: {executor_label: a}}\n`);
    expect(Object.keys(spec.components ?? {})).toEqual(['__proto__']);
  });

  it('follows aliases and merges', () => {
    const { spec } = readSpec(
      `${ROOT}components: {a: &a {executorLabel: x}, b: *a, c: {<<: *a, executorLabel: y}}\n`
    );
    expect(spec.components).toEqual({
      a: { executorLabel: 'x' },
      b: { executorLabel: 'x' },
      c: { executorLabel: 'y' }
    });
  });

  const bomb = Array.from(
    { length: 30 },
    (_, i) =>
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join()}]`
  );

  it.each([
    ['a: 1\nb: c: d', 'no YAML', 2, 5],
    ['a: 1\n b: 2', 'no YAML', 2, 3],
    ['a: 1\na: 2', 'duplicated mapping key', 2, 1],
    ['a: !!binary aGk=', 'unknown tag', 1, 17],
    ['a: *b', 'unidentified alias', 1, 6],
    ['- 1', 'no mapping'],
    ['a: 1\n---\nb: 2', '2 pipeline and 0 platform'],
    ['', 'holds nothing'],
    ['# only\n', 'holds nothing'],
    ['a: .nan', '`a` is NaN'],
    [`${'['.repeat(300)}`, 'nested', 1],
    [`a: ${'{b: '.repeat(300)}`, 'nested', 1],
    ['a: &a [*a]', 'aliases'],
    [['a0: &a0 []', ...bomb.slice(1)].join('\n'), 'aliases'],
    ['PK\x03\x04\0', 'zip'],
    ['PK\x05\x06\0', 'zip'],
    ['\x1f\ufffd\x08', 'gzip'],
    ['\ufffdPNG\r\n', 'picture'],
    ['a: \0', 'binary'],
    ['#'.repeat(32 * 2 ** 20 + 1), '32 MiB']
  ])('refuses %.30j', (text, message, line?: number, column?: number) => {
    let thrown: unknown;
    try {
      readSpec(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SpecFileError);
    expect(thrown).toMatchObject({
      message: expect.stringContaining(message) as string,
      line,
      ...(column && { column })
    });
  });

  it('reads a spoilt file or says what is wrong with it', () => {
    const whole = `# Comment\n${ROOT}components:\n  a: &a\n    executorLabel: 'x'\n    dag: {tasks: {b: [1, "c"]}}\n---\nplatforms: {}\n`;
    const odd = fc.constantFrom(...'{}[]:,#&*!|>\'"%@`-?\n\t \0\ud800é~<0.', '<<: *a', '\n---\n', '!!set');
    const place = fc.nat(whole.length);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat(9), odd), { minLength: 1, maxLength: 3 }), changes => {
        const text = changes.reduce((t, [at, cut, put]) => t.slice(0, at) + put + t.slice(at + cut), whole);
        try {
          validateSpec(readSpec(text));
        } catch (error) {
          expect(error).toBeInstanceOf(SpecFileError);
        }
      }),
      { seed: 5, numRuns: 1000 }
    );
  });
});
