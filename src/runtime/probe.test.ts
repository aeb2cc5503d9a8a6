import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { probeExpression, readKernelFacts } from './index';

/** Evaluates an expression as IPython evaluates user expressions, and shows what the kernel then holds. */
const KERNEL = `
import json, sys
expression = sys.stdin.read()
text, count, names, loaded = "a\\u2603", 3, None, set(sys.modules)
names = sorted(globals())
data = eval(expression, globals(), globals())._repr_mimebundle_()
assert sorted(set(globals()) - {"data"}) == names, globals().keys()
assert not [name for name in set(sys.modules) - loaded if "step" in name or "probe" in name]
print(json.dumps({"status": "ok", "data": data}))
`;

it('asks a kernel and leaves nothing behind', () => {
  const expression = probeExpression({ names: ['text', 'count', 'gone'], modules: { nowhere: 'no-where' } });
  const done = spawnSync('python3', ['-c', KERNEL], { input: expression, encoding: 'utf8' });
  expect(done.stderr).toBe('');
  const facts = readKernelFacts(JSON.parse(done.stdout));
  expect(facts?.python).toMatch(/^3\.\d+\.\d+$/);
  expect(facts?.versions).toEqual({});
  expect(facts?.values).toMatchObject({
    text: { type: 'str', storable: true, tried: true, format: 'json' },
    count: { type: 'int', bytes: 28 }
  });
  expect(Object.keys(facts?.values ?? {}).sort()).toEqual(['count', 'text']);
});

it.each([undefined, null, 'text', { status: 'error' }, { data: {} }, { data: { 'text/plain': '1' } }])(
  'takes %j for no answer',
  reply => {
    expect(readKernelFacts(reply)).toBeUndefined();
  }
);

it('leaves out what is not as it should be', () => {
  const data = {
    python: '3.11.1',
    values: { a: { type: 'int' }, b: 3 },
    versions: { numpy: ['numpy'], x: 'y' }
  };
  expect(readKernelFacts({ data: { 'application/vnd.weft.kernel-facts+json': data } })).toEqual({
    python: '3.11.1',
    values: {},
    versions: {}
  });
});
