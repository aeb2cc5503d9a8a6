import { describe, expect, it } from 'vitest';
import { header } from './header';

describe('header', () => {
  it('lists inputs and outputs by name, with types and defaults as Python shows them', () => {
    const lines = header({
      pipelineInfo: { name: 'churn', description: 'First.\nSecond.\n' },
      root: {
        inputDefinitions: {
          parameters: {
            rate: { parameterType: 'NUMBER_DOUBLE', defaultValue: 1e-5 },
            epochs: { parameterType: 'NUMBER_INTEGER', defaultValue: 5 },
            word: { parameterType: 'STRING', defaultValue: "it's" },
            table: { parameterType: 'STRUCT', defaultValue: { "it's": [true, null, 'a\n"'] } },
            old: { type: 'INT' },
            status: { parameterType: 'TASK_FINAL_STATUS' }
          },
          artifacts: { model: { artifactType: { schemaTitle: 'system.Model' } } }
        },
        outputDefinitions: { parameters: { Output: { parameterType: 'BOOLEAN' } } }
      }
    });
    expect(lines.split('\n')).toEqual([
      '# PIPELINE DEFINITION',
      '# Name: churn',
      '# Description: First.',
      '#              Second.',
      '# Inputs:',
      '#    epochs: int [Default: 5.0]',
      '#    model: system.Model',
      '#    old: int',
      '#    rate: float [Default: 1e-05]',
      '#    status: PipelineTaskFinalStatus',
      '#    table: dict [Default: {"it\'s": [True, None, \'a\\n"\']}]',
      "#    word: str [Default: 'it's']",
      '# Outputs:',
      '#    Output: bool',
      ''
    ]);
  });

  it('stays a comment whatever the text', () => {
    const name = 'a\r\nb\u2028c\u0000d\ufeff';
    expect(header({ pipelineInfo: { name }, root: {} })).toBe('# PIPELINE DEFINITION\n# Name: a b cd\n');
  });
});
