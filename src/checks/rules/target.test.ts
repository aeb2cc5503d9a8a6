import { expect, it } from 'vitest';
import { emptyCatalog } from '../../pools';
import { check } from '../check';
import { contextOf } from '../rule';
import { container, drawn } from '../testing/flow';
import { target as rule } from './target';

const initContainers = [{ name: 'i', image: 'busybox' }];
const flow = drawn({
  a: container({ title: 'Score', kubernetes: { podAffinity: [{ topologyKey: 'zone' }] } })
});

/** What is found of a spec that says what the compiler itself would hold back. */
function findings(kubernetes: object, target: 'kfp-2.17' | 'kfp-2.18') {
  const { compiled } = contextOf(drawn({ a: container({ title: 'Score' }) }), emptyCatalog, target);
  const executors = { 'exec-score': kubernetes };
  const platform = { platforms: { kubernetes: { deploymentSpec: { executors } } } };
  return rule.check({
    flow,
    catalog: emptyCatalog,
    target,
    kernels: new Map(),
    compiled: { ...compiled, platform }
  });
}

it('names the node, the release that helps, and a fix', () => {
  expect(findings({ initContainers }, 'kfp-2.17')).toEqual([
    {
      rule: 'target-init-containers',
      severity: 'error',
      node: 'a',
      field: 'kubernetes.initContainers',
      message:
        '“Score” uses the field initContainers, which Kubeflow Pipelines 2.17 refuses: its API knows no such field; 2.18 is the first release that honours it.',
      fix: 'Choose the target kfp-2.18 or a newer one, or do the same at the start of the command.'
    }
  ]);
  expect(findings({ initContainers }, 'kfp-2.18')).toEqual([]);
});

it('says what no release honours', () => {
  expect(findings({ podAffinity: [{ topologyKey: 'zone' }] }, 'kfp-2.18')).toMatchObject([
    { rule: 'target-pod-affinity', severity: 'warning', fix: expect.stringContaining('admission policy') }
  ]);
});

it('is silent where another rule refuses the same', () => {
  const bare = drawn({ a: container({ command: [] }) });
  expect(check(bare, emptyCatalog, 'kfp-2.16').map(({ rule }) => rule)).toEqual(['command-missing']);
});
