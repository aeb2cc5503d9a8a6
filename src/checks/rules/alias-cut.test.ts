import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { findings, found } from '../testing/flow';
import { aliasCut } from './alias-cut';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it.each([
  ['one step', ['d = f()\ne = d', 'e.append(1)', 'print(d)'], { a: [0, 1], b: [2] }],
  [
    'the second name is made where it is used',
    ['d = f()', 'e = d\ne.append(1)', 'print(d)'],
    { a: [0], b: [1], c: [2] }
  ],
  ['nobody reads the other name', ['d = f()\ne = d', 'e.append(1)', 'print(e)'], { a: [0], b: [1], c: [2] }],
  ['a part of it', ['d = f()\ny = d["y"]', 'd["x"] = 1', 'print(y)'], { a: [0], b: [1], c: [2] }],
  ['a copy of it', ['d = f()\ne = d.copy()', 'e["x"] = 1', 'print(d)'], { a: [0], b: [1], c: [2] }],
  ['perhaps a change', ['d = f()\ne = d', 'e.frob()', 'print(d)'], { a: [0], b: [1], c: [2] }],
  ['a name bound anew', ['d = f()\ne = d', 'd = g()\nd.append(1)', 'print(e)'], { a: [0], b: [1], c: [2] }],
  ['a reader that runs in no step', ['d = f()\ne = d', 'e.append(1)', 'print(d)'], { a: [0], b: [1] }]
])('is content with %s', (_, sources, drawing) => {
  expect(found(aliasCut, flowOf(analyzer, sources, drawing))).toEqual([]);
});

it.each([
  ['the name that was there first', ['d = f()\ne = d', 'd.append(1)', 'print(e)']],
  ['the name that came later', ['d = f()\ne = d', 'e.append(1)', 'print(d)']],
  ['one of two names bound at once', ['d = e = f()', 'e.append(1)', 'print(d)']],
  ['one of names that changed places', ['d = f()\ne = g()\nd, e = e, d\nh = e', 'e.append(1)', 'print(h)']]
])('warns of a change by %s', (_, sources) => {
  const flow = flowOf(analyzer, sources, { a: [0], b: [1], c: [2] });
  expect(found(aliasCut, flow)).toHaveLength(1);
});

it('warns of a model and an optimiser that are trained apart from where they are made', () => {
  const sources = [
    'import torch\nmodel = torch.nn.Linear(1, 1)\nopt = torch.optim.SGD(model.parameters(), lr=0.1)',
    'for x in data:\n    loss = model(x).sum()\n    loss.backward()\n    opt.step()'
  ];
  const [{ message, fix, field }] = findings(aliasCut, flowOf(analyzer, sources, { a: [0], b: [1] }));
  expect(message).toContain('"opt" holds "model" in the notebook, but a step gets a copy of each');
  expect([fix, field]).toEqual(['Run cell 1 and cell 2 in one step.', 'inputs.opt']);
});
