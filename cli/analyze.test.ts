import { describe, expect, it } from 'vitest';
import { notebook, shipWeft } from './testing/shipped';

const { weft, write } = shipWeft();

describe('weft analyze', () => {
  it('prints the report and nothing else', () => {
    const path = write(
      'a.ipynb',
      notebook({ a: 'import os.path\nx = len("a")', b: 'x += 1', c: 'print(x)' })
    );
    const { status, out, err } = weft(['analyze', path, '--json']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { cells, edges, problems } = JSON.parse(out);
    expect(cells).toMatchObject([
      { id: 'a', index: 0, defines: ['os', 'x'], needs: [], imports: ['os.path'], syntaxError: null },
      { id: 'b', index: 1, defines: ['x'], needs: ['x'], imports: [], syntaxError: null },
      { id: 'c', index: 2, defines: [], needs: ['x'], imports: [], syntaxError: null }
    ]);
    expect(edges).toMatchObject([
      { from: 'a', to: 'b', name: 'x', kind: 'data', version: 1 },
      { from: 'b', to: 'c', name: 'x', kind: 'data', version: 2 }
    ]);
    expect(problems).toEqual([]);
  });

  it('tells of each cell what it needs beside names', () => {
    const source = 'import torch\nmodel.cuda()\ndf.to_csv("a.csv")\nexec(code)';
    const { out } = weft(['analyze', write('a.ipynb', notebook({ a: source })), '--json']);
    expect(JSON.parse(out).cells[0]).toMatchObject({
      uses: { bind: ['torch'], read: ['code', 'df', 'model'], readLate: [] },
      requirements: ['torch'],
      gpu: 'needs',
      files: [{ path: 'a.csv', mode: 'write', line: 3 }],
      opaque: [expect.stringContaining('exec')]
    });
  });

  it('tells the same in words', () => {
    const path = write('a.ipynb', notebook({ a: 'x = 1', b: 'print(x)' }));
    expect(weft(['analyze', path])).toEqual({
      status: 0,
      out: 'cell 1: defines x; needs -\ncell 2: defines -; needs x\ncell 1 -> cell 2: x@1 (hoist)\n',
      err: ''
    });
  });

  it('ends with 1 when a cell does not parse', () => {
    const path = write('a.ipynb', notebook({ a: 'x = 1', b: 'y = (' }));
    expect(weft(['analyze', path])).toMatchObject({
      status: 1,
      out: expect.stringContaining('cell 2: does not parse at line 1')
    });
    const { status, out } = weft(['analyze', path, '--json']);
    const { cells, problems } = JSON.parse(out);
    expect(status).toBe(1);
    expect(cells[1]).toMatchObject({ id: 'b', syntaxError: { line: 1 } });
    expect(problems).toMatchObject([{ severity: 'error', cell: 'b' }]);
  });

  it('says when a notebook is not in Python', () => {
    const path = write('r.ipynb', { nbformat: 4, metadata: { language_info: { name: 'R' } }, cells: [] });
    const { out, err } = weft(['analyze', path, '--json']);
    expect(JSON.parse(out)).toEqual({ cells: [], edges: [], problems: [] });
    expect(err).toBe('r.ipynb is a notebook in r: only Python cells are read.\n');
  });
});
