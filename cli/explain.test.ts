import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notebook, pipeline, shipWeft } from './testing/shipped';

const { weft, write, folder } = shipWeft();

const files = () => {
  write('n.ipynb', notebook({ one: 'x = [input()]', two: '\ny = x + 1' }));
  return write(
    'p.weft',
    pipeline({
      make: { kind: 'cells', notebook: 'n.ipynb', cells: [{ id: 'one', hash: '' }], title: 'Make' },
      use: {
        kind: 'cells',
        notebook: 'n.ipynb',
        cells: [{ id: 'two', hash: '' }],
        title: 'Use',
        retry: { max: 3 }
      }
    })
  );
};

describe('weft explain', () => {
  it('names node, cell, line and settings behind a path', () => {
    const path = files();
    expect(weft(['explain', path, 'root.dag.tasks.use.retryPolicy'])).toEqual({
      status: 0,
      err: '',
      out: [
        'spec.root.dag.tasks.use.retryPolicy',
        '  node: use (Use)',
        '  cell: two of n.ipynb, line 1',
        '  settings: retry.max',
        ''
      ].join('\n')
    });
    const { out } = weft(['explain', path, 'spec.root.dag.tasks.use.inputs.artifacts.x', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      source: { node: 'use', title: 'Use', notebook: 'n.ipynb', cell: 'two', line: 2 }
    });
  });

  it('takes a line of the YAML that compile writes', () => {
    const path = files();
    weft(['compile', path, '-o', 'p.yaml']);
    const lines = readFileSync(join(folder, 'p.yaml'), 'utf8').split('\n');
    const line = lines.findIndex(text => text.includes('maxRetryCount')) + 1;
    expect(weft(['explain', path, `:${line}`]).out).toMatch(
      /^spec\.root\.dag\.tasks\.use\.retryPolicy\.maxRetryCount\n {2}node: use/
    );
  });

  it('says what belongs to the pipeline itself, and ends with 1 for what is not there', () => {
    const path = files();
    expect(weft(['explain', path, 'pipelineInfo.name']).out).toBe(
      'spec.pipelineInfo.name\n  the pipeline itself\n  settings: name\n'
    );
    expect(weft(['explain', path, 'root.dag.tasks.gone'])).toEqual({
      status: 1,
      out: '',
      err: 'weft: the compiled spec has no root.dag.tasks.gone.\n'
    });
  });
});
