import fc from 'fast-check';
import type { GroupOutput, InputPort, Binding } from '../ports';
import { newPipeline } from '../new-pipeline';
import { ancestors } from '../queries/groups';
import { wouldCycle } from '../queries/would-cycle';
import { isContainer, isGroup, isLoop, type Pipeline, type PipelineNode } from '../schema';

/** Kinds of groups, and of leaves: what a fresh node may be. */
const KINDS = [
  'loop',
  'branch',
  'choice',
  'pipeline',
  'exit-handler',
  'container',
  'importer',
  'component'
] as const;
const DEPTH = 3;

/** A random choice: a whole number below a bound. */
type Pick = (bound: number) => number;

/**
 * Pipelines that hold: all kinds but cells, groups nested three deep, every form of binding, each of the right type
 * and within reach. Nothing of them is repaired, and they have no cycle.
 */
export const nestedPipeline: fc.Arbitrary<Pipeline> = fc
  .record({ size: fc.integer({ min: 1, max: 24 }), seed: fc.nat() })
  .map(({ size, seed }) => {
    let state = seed;
    const pick: Pick = bound => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * bound);
    };
    return build(size, pick);
  });

function build(size: number, pick: Pick): Pipeline {
  const pipeline: Pipeline = {
    ...newPipeline({ id: 'nested', name: 'nested' }),
    parameters: {
      p: { type: 'string', default: 'a' },
      xs: { type: 'list', default: ['a'] },
      labels: { type: 'object' }
    }
  };
  for (let i = 0; i < size; i++) {
    addNode(pipeline, `n${i}`, pick);
  }
  fillGroups(pipeline, pick);
  nameOutputs(pipeline);
  return pipeline;
}

/** Groups hold something: a DAG has tasks. */
function fillGroups(pipeline: Pipeline, pick: Pick): void {
  const { nodes } = pipeline;
  const held = new Set(Object.values(nodes).map(({ group }) => group));
  for (const [group, { kind }] of Object.entries(nodes).filter(
    ([id, node]) => isGroup(node) && !held.has(id)
  )) {
    let around = group;
    if (kind === 'choice') {
      around = `${group}-if`;
      nodes[around] = { kind: 'branch', group };
      nodes[around] = { kind: 'branch', group, ...settingsOf(pipeline, around, pick) } as PipelineNode;
    }
    const id = `${group}-step`;
    nodes[id] = { kind: 'container', group: around } as PipelineNode;
    nodes[id] = { kind: 'container', group: around, ...settingsOf(pipeline, id, pick) } as PipelineNode;
  }
}

function addNode(pipeline: Pipeline, id: string, pick: Pick): void {
  const { nodes } = pipeline;
  const depth = (group: string) => ancestors(nodes, group).length;
  const groups = Object.keys(nodes).filter(key => isGroup(nodes[key]) && depth(key) < DEPTH);
  const group = [undefined, ...groups][pick(groups.length + 1)];
  const inChoice = group !== undefined && nodes[group].kind === 'choice';
  const kind = inChoice ? 'branch' : KINDS[pick(KINDS.length)];
  const isHandler = kind === 'exit-handler' && group === undefined;
  nodes[id] = { kind: kind === 'exit-handler' && !isHandler ? 'container' : kind, ...(group && { group }) };
  nodes[id] = { ...nodes[id], ...settingsOf(pipeline, id, pick) } as PipelineNode;
  if (isHandler) {
    const inputs = { how: { type: 'taskStatus', from: { status: id } } };
    const runs = { after: [id], ignoreUpstreamFailure: true, inputs };
    nodes[`exit-${id}`] = { kind: 'container', image: 'acme/exit', command: ['exit'], ...runs };
  }
}

function settingsOf(pipeline: Pipeline, id: string, pick: Pick): object {
  const { kind } = pipeline.nodes[id];
  const text = () => textFor(pipeline, id, pick).from;
  switch (kind) {
    case 'loop': {
      const parallelism = pick(3);
      return { items: itemsFor(pipeline, id, pick), ...(parallelism > 0 && { parallelism }) };
    }
    case 'branch':
      return { when: { left: text(), is: '==', right: pick(2) ? { value: 'a' } : text() } };
    case 'pipeline':
      return { inputs: { x: textFor(pipeline, id, pick) } };
    case 'importer':
      return { type: 'Model', uri: pick(2) ? 's3://a/b' : text() };
    case 'component':
      return {
        executor: { resolver: {} },
        inputs: { a: textFor(pipeline, id, pick) },
        outputs: { m: { type: 'Model' } }
      };
    case 'container':
      return stepSettings(pipeline, id, pick);
    default:
      return {};
  }
}

function stepSettings(pipeline: Pipeline, id: string, pick: Pick): object {
  const kubernetes = {
    pvcMount: [{ pvcName: textFor(pipeline, id, pick).from, mountPath: '/a' }],
    nodeSelector: pick(2) ? { zone: 'a' } : { parameter: 'labels' }
  };
  const models = outputsFor(pipeline, id, 'm');
  const model = models[pick(models.length)];
  const type = model && (isCollected(pipeline, model.node, id) ? 'Model[]' : 'Model');
  const before = outputsFor(pipeline, id, 'o').map(({ node }) => node);
  return {
    image: 'acme/step',
    command: ['run', { input: 'a' }],
    inputs: { a: textFor(pipeline, id, pick), ...(model && pick(2) && { m: { type, from: model } }) },
    outputs: { o: { type: 'string' }, l: { type: 'list' }, m: { type: 'Model' } },
    ...(pick(4) === 0 && { kubernetes }),
    ...(pick(4) === 0 && before.length > 0 && { after: [before[pick(before.length)]] })
  };
}

/** Something that feeds a text: one value, as no loop is left on the way. */
function textFor(pipeline: Pipeline, id: string, pick: Pick): InputPort & { from: Binding } {
  const around = ancestors(pipeline.nodes, id);
  const choices: Binding[] = [
    { parameter: 'p' },
    { value: 'a' },
    ...outputsFor(pipeline, id, 'o').filter(({ node }) => !isCollected(pipeline, node, id)),
    ...around.flatMap((group): Binding[] => {
      const node = pipeline.nodes[group];
      return isLoop(node)
        ? [{ item: group, field: 'k' }]
        : node.kind === 'pipeline'
          ? [{ node: group, input: 'x' }]
          : [];
    })
  ];
  return { type: 'string', from: choices[pick(choices.length)] };
}

function itemsFor(pipeline: Pipeline, id: string, pick: Pick): Binding {
  const choices: Binding[] = [
    { value: [{ k: 'a' }, { k: 'b' }] },
    { parameter: 'xs' },
    ...outputsFor(pipeline, id, 'l').filter(({ node }) => !isCollected(pipeline, node, id)),
    ...outputsFor(pipeline, id, 'o').filter(({ node }) => isCollected(pipeline, node, id))
  ];
  return choices[pick(choices.length)];
}

/** The outputs of a name that a node can read without a cycle. */
function outputsFor(pipeline: Pipeline, id: string, output: string): { node: string; output: string }[] {
  const { nodes } = pipeline;
  const gives = (node: PipelineNode) => isContainer(node) && Object.hasOwn(node.outputs ?? {}, output);
  return Object.keys(nodes).flatMap(node =>
    gives(nodes[node]) && !wouldCycle(pipeline, node, id) ? [{ node, output }] : []
  );
}

/** Whether a reader outside a loop gets many values of a producer inside. */
function isCollected({ nodes }: Pipeline, producer: string, reader: string): boolean {
  const around = new Set(ancestors(nodes, reader));
  return ancestors(nodes, producer).some(id => isLoop(nodes[id]) && !around.has(id));
}

/** Sub-pipelines give what their first step gives, choices what each branch gives, and the pipeline what it holds. */
function nameOutputs(pipeline: Pipeline): void {
  const { nodes } = pipeline;
  const stepIn = (group: string | undefined) =>
    Object.keys(nodes).find(
      id => nodes[id].group === group && Object.hasOwn((nodes[id] as { outputs?: object }).outputs ?? {}, 'o')
    );
  const given = (ids: (string | undefined)[]): Record<string, GroupOutput> | undefined => {
    const from = ids.flatMap((node): Binding[] => (node === undefined ? [] : [{ node, output: 'o' }]));
    return from.length > 0 && from.length === ids.length
      ? { o: { type: 'string', from: from.length === 1 ? from[0] : from } }
      : undefined;
  };
  for (const [id, node] of Object.entries(nodes)) {
    if (node.kind === 'pipeline') {
      nodes[id] = { ...node, outputs: given([stepIn(id)]) ?? {} } as PipelineNode;
    } else if (node.kind === 'choice') {
      const branches = Object.keys(nodes).filter(branch => nodes[branch].group === id);
      const last: Record<string, unknown> = nodes[branches[branches.length - 1]] ?? {};
      const { when: _when, ...otherwise } = last;
      if (branches.length > 1) {
        nodes[branches[branches.length - 1]] = otherwise as PipelineNode;
        nodes[id] = { ...node, outputs: given(branches.map(stepIn)) ?? {} } as PipelineNode;
      }
    }
  }
  const outputs = given([stepIn(undefined)]);
  if (outputs) {
    pipeline.outputs = outputs;
  }
}
