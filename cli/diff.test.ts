import { describe, expect, it } from 'vitest';
import { pipeline, shipWeft } from './testing/shipped';

const { weft, write } = shipWeft();

const step = (image: string) => ({ kind: 'container', image, command: ['true'] });

describe('weft diff', () => {
  it('names nodes and fields, places apart, and ends with 1', () => {
    write('a.weft', pipeline({ a: step('x:1'), b: step('y:1') }, { layout: { a: [0, 0] } }));
    write('b.weft', pipeline({ a: step('x:2'), c: step('z:1') }, { layout: { a: [9, 0] } }));
    expect(weft(['diff', 'a.weft', 'b.weft'])).toEqual({
      status: 1,
      err: '',
      out: [
        '~ nodes.a.image: "x:1" -> "x:2"',
        '- nodes.b: {"kind":"container","image":"y:1","command":["true"]}',
        '+ nodes.c: {"kind":"container","image":"z:1","command":["true"]}',
        'moved: a',
        ''
      ].join('\n')
    });
    const { status, out } = weft(['diff', 'a.weft', 'b.weft', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      changes: [{ path: ['nodes', 'a', 'image'], before: 'x:1', after: 'x:2' }, {}, {}],
      moved: ['a']
    });
  });

  it('ends with 0 for pipelines that are drawn differently only', () => {
    write('c.weft', pipeline({ a: step('x:1') }, { layout: { a: [0, 0] } }));
    write('d.weft', JSON.stringify(pipeline({ a: step('x:1') }, { layout: { a: [1, 0] } }), null, 4));
    expect(weft(['diff', 'c.weft', 'd.weft'])).toEqual({ status: 0, err: '', out: 'moved: a\n' });
  });

  it('compares specs, and a pipeline with the spec it compiles to', () => {
    write('p.weft', pipeline({ a: step('x:1') }));
    write('q.weft', pipeline({ a: step('x:2') }));
    weft(['compile', 'p.weft', '-o', 'p.yaml']);
    weft(['compile', 'q.weft', '-o', 'q.yaml']);
    expect(weft(['diff', 'p.weft', 'p.yaml'])).toEqual({ status: 0, out: '', err: '' });
    const { status, out } = weft(['diff', 'p.yaml', 'q.yaml']);
    expect(status).toBe(1);
    expect(out).toMatch(/^~ spec\.deploymentSpec\.executors\.[^:]*image: "x:1" -> "x:2"$/m);
  });

  it('ends with 2 for what it cannot read', () => {
    expect(weft(['diff', 'p.weft', 'gone.weft'])).toMatchObject({ status: 2, out: '' });
  });
});
