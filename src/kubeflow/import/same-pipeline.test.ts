import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  atNode,
  type Binding,
  DEEP,
  diffValues,
  mapOutputs,
  mapReferences,
  namedNode,
  type PipelineNode,
  type Reference,
  type SubPipelineNode
} from '../../pipeline';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import type { Compiled } from '../compiled';
import { nestedFlow } from '../testing/nested-flow';
import { recompile } from '../testing/recompile';
import { importSpec } from './import-spec';

/** Id of the node behind each task, by the task's path. */
const nodesByTask = ({ sourceMap }: Compiled) =>
  new Map(
    Object.entries(sourceMap)
      .filter(([path]) => /\.dag\.tasks(\.[^.]+|\['[^']*'\])$/.test(path))
      .map(([path, { node }]) => [path, node])
  );

/**
 * What a node says, without what a spec has no place for: who called it what, the number by which branches are
 * ordered, and waiting that follows from something else. Equal specs hold order and waiting to be the same.
 */
function said(node: PipelineNode): Record<string, unknown> {
  const { title: _title, names: _names, rank: _rank, after: _after, ...rest }: Record<string, unknown> = node;
  const entries = Object.entries(rest).filter(
    ([, value]) => value !== undefined && JSON.stringify(value) !== '{}'
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'kubernetes' ? plain(value) : value])
  );
}

/** Settings with names as texts: a constant that feeds a name is the name. */
const plain = (settings: unknown): unknown =>
  JSON.parse(JSON.stringify(settings), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).join() === 'value'
      ? (value as { value: unknown }).value
      : value
  );

/** A node with other ids for the nodes it names. */
function renamed(node: PipelineNode, ids: ReadonlyMap<string, string>): PipelineNode {
  const to = ({ to: target }: Reference) =>
    'parameter' in target ? target : atNode(target, ids.get(namedNode(target) ?? '') ?? 'nowhere');
  const { outputs } = node as SubPipelineNode;
  const inner = mapReferences(node, to);
  return node.kind in GROUPS && outputs
    ? ({ ...inner, outputs: mapOutputs(outputs, to as (reference: Reference) => Binding) } as PipelineNode)
    : inner;
}
const GROUPS = { loop: 0, branch: 0, choice: 0, 'exit-handler': 0, pipeline: 0 };

it('a spec of random groups, three deep, comes back as the pipeline it was', { timeout: 120_000 }, () => {
  let nodes = 0;
  fc.assert(
    fc.property(nestedFlow, flow => {
      const compiled = compile(flow, emptyCatalog, 'kfp-2.18');
      const { spec, platform } = compiled;
      const imported = importSpec({ spec, ...(platform && { platform }), comment: '' }, { id: 'back' });
      const tasks = nodesByTask(recompile(imported));
      const ids = new Map([...nodesByTask(compiled)].map(([path, id]) => [id, tasks.get(path) ?? 'nowhere']));
      for (const [id, node] of Object.entries(flow.pipeline.nodes)) {
        const other = imported.pipeline.nodes[ids.get(id) ?? ''];
        if (ids.has(id)) {
          nodes += 1;
          expect(diffValues(said(renamed(node, ids)), said(other), DEEP)).toEqual([]);
        }
      }
      expect(Object.keys(imported.pipeline.nodes)).toHaveLength(ids.size);
    }),
    { seed: 23, numRuns: Number(process.env.WEFT_RUNS ?? 150) }
  );
  expect(nodes).toBeGreaterThan(1000);
  process.stdout.write(`${nodes} random nodes came back as they were\n`);
});
