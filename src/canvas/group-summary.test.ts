import { expect, it } from 'vitest';
import { plainText } from '../actions';
import { resolve } from '../flow';
import { newPipeline, type PipelineNode } from '../pipeline';
import { groupSummary } from './group-summary';

const when = (left: object, is: string, right: object) => ({ left, is, right });
const NODES = {
  a: { kind: 'container', image: 'a', outputs: { score: { type: 'number' }, names: { type: 'list' } } },
  loop: { kind: 'loop', items: { node: 'a', output: 'names' }, parallelism: 3 },
  consts: { kind: 'loop', items: { value: [1, 2] } },
  choice: { kind: 'choice' },
  first: {
    kind: 'branch',
    group: 'choice',
    rank: 0,
    when: when({ node: 'a', output: 'score' }, '>', { value: 0.5 })
  },
  second: {
    kind: 'branch',
    group: 'choice',
    rank: 1,
    when: when({ parameter: 'mode' }, '==', { value: 'fast' })
  },
  rest: { kind: 'branch', group: 'choice' },
  lone: { kind: 'branch', group: 'consts', when: when({ item: 'consts' }, '!=', { value: 1 }) },
  handler: { kind: 'exit-handler' },
  after: { kind: 'container', title: 'Notify', image: 'a', after: ['handler'], ignoreUpstreamFailure: true },
  file: { kind: 'pipeline', file: 'sub/score.weft' }
} as unknown as Record<string, PipelineNode>;
const flow = resolve(
  { ...newPipeline({ id: 'p', name: 'p' }), nodes: NODES, parameters: { mode: { type: 'string' } } },
  { notebook: path => ({ message: `There is no ${path}.` }) }
);

it.each([
  ['loop', 'for each item of names, 3 at once'],
  ['consts', 'for each item of [1,2]'],
  ['choice', 'the first of 3 branches that holds'],
  ['first', 'if score > 0.5'],
  ['second', 'else if mode == "fast"'],
  ['rest', 'else'],
  ['lone', 'if item != 1'],
  ['handler', 'then always: Notify'],
  ['file', 'sub/score.weft']
])('says in one line what %s does', (id, text) => {
  expect(groupSummary(flow, flow.nodes.get(id)!, plainText)).toBe(text);
});
