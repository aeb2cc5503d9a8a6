import { expect, it } from 'vitest';
import { compile } from '../kubeflow';
import type { Catalog } from '../pools';
import { check } from './check';
import { losses } from './losses';
import { container, flowOf } from './testing/flow';

const catalog: Catalog = {
  pools: [
    {
      id: 'a100',
      device: { resource: 'nvidia.com/gpu' },
      match: { expressions: [{ key: 'memory', operator: 'Gt', values: ['80000'] }] }
    }
  ]
};

function lost(
  settings: Parameters<typeof container>[0] & Record<string, unknown>,
  target = 'kfp-2.16' as const
) {
  const flow = flowOf({ a: container(settings), n: { kind: 'note', text: 'Hello' } });
  const problems = check(flow, catalog, target);
  return losses(flow, compile(flow, catalog, target).report, problems).map(
    ({ rule, severity, node, field }) => `${rule} ${severity} ${node} ${field}`
  );
}

it('is silent when everything is compiled, notes aside', () => {
  expect(lost({ pool: 'a100', timeout: '1h' })).toEqual([]);
});

it('reports settings that the compiler does not know', () => {
  expect(lost({ sidecar: 'x' })).toEqual(['setting-lost error a sidecar']);
});

it('does not repeat what a check has said', () => {
  expect(lost({ timeout: 'soon', resources: { memory: 'lots', accelerators: 1 } })).toEqual([]);
});

it('names what an older target does not honour', () => {
  const flow = flowOf({ a: container({ pool: 'a100' }) });
  const [problem] = losses(flow, compile(flow, catalog, 'kfp-2.5').report, check(flow, catalog, 'kfp-2.5'));
  expect(problem).toMatchObject({
    rule: 'setting-not-honoured',
    severity: 'warning',
    node: 'a',
    field: 'pool'
  });
  expect(problem.message).toContain('2.14 is the first release');
});

it('says once of a node what holds for several of its settings, and names them all', () => {
  const flow = flowOf({ a: container({ timeout: '1h', resources: { cpu: '1', memory: '1Gi' } }) });
  const found = losses(flow, compile(flow, catalog, 'local').report, check(flow, catalog, 'local'));
  expect(found).toHaveLength(1);
  expect([found[0].field, found[0].message].join(': ')).toMatch(
    /^timeout: A local run uses this machine as it is.* The same holds for resources\.cpu and resources\.memory\.$/
  );
});
