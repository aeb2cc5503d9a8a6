import { describe, expect, it } from 'vitest';
import { resolve } from '../flow';
import {
  isCode,
  isGroup,
  isSubPipeline,
  NODE_KINDS,
  type NodeKind,
  type Pipeline,
  PipelineFile,
  type PipelineNode
} from '../pipeline';
import { compile } from './compile';
import type { Compiled } from './compiled';
import { buildFlow } from './testing/build-flow';
import { catalog } from './testing/catalog';
import { settingsOf } from './testing/schema-settings';
import { inside, NEEDED, PIPELINE_SAMPLES, type Sample, settingSamples } from './testing/setting-samples';

const holding = (part: object): unknown =>
  Array.isArray(part) ? expect.arrayContaining(part) : expect.objectContaining(part);
const SAMPLES = settingSamples(holding);

const container = (fields: object) => ({ kind: 'container', image: 'busybox', ...fields });
const other: PipelineNode = {
  kind: 'container',
  title: 'other',
  image: 'busybox',
  command: ['true'],
  outputs: { number: { type: 'integer' } }
};
const around: PipelineNode = { kind: 'pipeline' };
const from = (output: string) => ({ node: 'other', output });

/** Source that does not compress into one argument of a command line. */
const HUGE = Array.from({ length: 60_000 }, (_, i) => `# ${(i * 2654435761) % 4294967296}`).join('\n');

/** `value` put at a path such as `inputs.*.type` of a copy of `node`; `*` becomes the key `any`. */
function withSetting(node: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [key, ...rest] = path.replace('*', 'any').split('.');
  const inner = (node[key] ?? {}) as Record<string, unknown>;
  return { ...node, [key]: rest.length ? withSetting(inner, rest.join('.'), value) : value };
}

type To = Parameters<typeof compile>[2];

/** The node `step` beside `other`, in `around` if it says so, compiled. */
function compileNode(fields: Record<string, unknown>, target: To = 'kfp-2.18'): Compiled {
  const step = fields as PipelineNode;
  const nodes: Record<string, PipelineNode> = { other, around, step };
  if (isCode(step)) {
    return compileAsDrawn(nodes, target);
  }
  if (isGroup(step) && !(isSubPipeline(step) && step.file !== undefined)) {
    nodes.inner = { ...other, title: 'inner', group: 'step' };
  }
  return compilePipeline({ nodes }, target);
}

/** Without the repairs that `resolve` makes. */
function compileAsDrawn(nodes: Record<string, PipelineNode>, target: To = 'kfp-2.18'): Compiled {
  return compile(buildFlow(nodes, { sources: { c: 'x = 1', huge: HUGE } }), catalog, target);
}

function compilePipeline(fields: Partial<Pipeline>, target: To = 'kfp-2.18'): Compiled {
  const pipeline: Pipeline = {
    weft: 1,
    id: 'test',
    name: 'test-pipeline',
    parameters: {},
    nodes: { other },
    layout: {},
    ...fields
  };
  const flow = resolve(pipeline, {
    notebook: path => ({ message: `There is no ${path}.` }),
    pipeline: () => inside(other)
  });
  return compile(flow, catalog, target);
}

/** What stands at a path as the report writes it. */
const at = (documents: object, path: string): unknown =>
  (path.match(/\['[^']*'\]|[^.[\]]+/g) ?? []).reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key.replace(/^\['|'\]$/g, '')],
    documents
  );

/** Entries of `step` for a field, for what is inside it, or for something it is part of. */
const own = ({ report }: Compiled, field: string, owner = 'step') =>
  report.filter(
    entry =>
      entry.node === owner &&
      (`${entry.field}.`.startsWith(`${field}.`) || field.startsWith(`${entry.field}.`))
  );

/** The sample became what it says, and nothing else was lost. */
function expectFate(compiled: Compiled, field: string, owner: string, sample: Sample): void {
  const entries = own(compiled, field, owner);
  const { outcome = 'compiled', value, written = value } = sample;
  expect(entries.map(entry => entry.outcome)).toEqual(expect.arrayContaining([outcome]));
  expect(compiled.report.filter(entry => entry.outcome === 'lost')).toEqual([]);
  if (outcome === 'compiled') {
    const found = entries.flatMap(entry => (entry.path ? [at(compiled, entry.path)] : []));
    expect(found).toContainEqual(written);
  }
}

describe.each(Object.keys(NODE_KINDS) as NodeKind[])('settings of %s nodes', kind => {
  it('all have a sample', () => {
    const settings = settingsOf(NODE_KINDS[kind]).filter(path => path !== 'kind');
    expect(Object.keys(SAMPLES[kind]).sort()).toEqual(settings.sort());
  });

  it.each(Object.entries(SAMPLES[kind]))('%s', (path, sample) => {
    const node = withSetting({ kind, ...NEEDED[kind], ...sample.with }, path, sample.value);
    expectFate(compileNode(node), path.replace('*', 'any'), 'step', sample);
  });

  it('are lost when nobody knows them', () => {
    const found = own(compileNode({ kind, ...NEEDED[kind], novelty: { deep: 1 } }), 'novelty');
    expect(found.map(({ outcome }) => outcome)).toEqual([kind === 'note' ? 'drawing' : 'lost']);
  });
});

describe('settings of a pipeline', () => {
  const DRAWING = ['weft', 'id', 'nodes.*.kind', 'layout.*'];

  it('all have a sample', () => {
    const settings = settingsOf(PipelineFile).filter(
      path => !DRAWING.includes(path) && !path.startsWith('comments.')
    );
    expect(Object.keys(PIPELINE_SAMPLES).sort()).toEqual(settings.sort());
  });

  it.each(Object.entries(PIPELINE_SAMPLES))('%s', (path, sample) => {
    const pipeline = withSetting({ ...sample.with }, path, sample.value);
    expectFate(compilePipeline(pipeline), path.replace('*', 'any'), '', sample);
  });
});

describe('the report', () => {
  it('says what of an imported spec is kept, and what no longer applies', () => {
    const kept = [
      { at: ['task', 'taskInfo', 'name'], is: 'Raw!', was: 'Title' },
      { at: ['task', 'taskInfo', 'name'], is: 'Old', was: 'Another title' },
      { at: ['executor', 'container', 'command'], was: ['true'] }
    ];
    const compiled = compileNode({ kind: 'container', ...NEEDED.container, title: 'Title', kept });
    expect(own(compiled, 'kept').map(({ field, outcome }) => `${field} ${outcome}`)).toEqual([
      'kept.0 compiled',
      'kept.1 ignored',
      'kept.2 drawing'
    ]);
    expect(compiled.spec.root.dag?.tasks?.title.taskInfo).toEqual({ name: 'Raw!' });
    expect(own(compiled, 'command').map(({ outcome }) => outcome)).toEqual(['drawing']);
  });

  it('passes over what is said of the pipeline', () => {
    const flow = buildFlow({ step: { kind: 'container', image: 'a:1', command: ['a'] } as PipelineNode }, {});
    const message = { by: 'ann', name: 'Ann', at: '2026-01-01T00:00:00Z', text: 'Why?' };
    const comments = { t: { node: 'step', messages: { m: message } } };
    const compiled = compile({ ...flow, pipeline: { ...flow.pipeline, comments } }, catalog, 'local');
    expect(compiled).toEqual(compile(flow, catalog, 'local'));
  });

  it('loses what a newer version put into the pipeline or into known objects', () => {
    const flow = buildFlow(
      { step: { kind: 'cells', notebook: 'n', cells: [{ id: 'c', hash: 'h', tag: 1 }] } as PipelineNode },
      { sources: { c: '' } }
    );
    const compiled = compile({ ...flow, pipeline: { ...flow.pipeline, deadline: '1h' } }, catalog, 'local');
    expect(compiled.report.filter(({ outcome }) => outcome === 'lost')).toMatchObject([
      { node: '', field: 'deadline' },
      { node: 'step', field: 'cells.0.tag' }
    ]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a condition', { kind: 'branch', when: { cel: 'true', and: 'false' } }, 'when.and'],
    [
      'a side of a condition',
      {
        kind: 'branch',
        when: { left: { ...from('number'), novelty: 1 }, is: '==', right: { value: 1 } }
      },
      'when.left.novelty'
    ],
    ['the items of a loop', { kind: 'loop', items: { value: [{ deep: 1 }], novelty: 1 } }, 'items.novelty'],
    [
      'the source of an output',
      {
        kind: 'pipeline',
        outputs: { y: { type: 'integer', from: { node: 'inner', output: 'number', novelty: 1 } } }
      },
      'outputs.y.from.novelty'
    ],
    [
      'a name that is read',
      {
        ...container({}),
        kubernetes: { imagePullSecret: [{ secretName: { value: 's', novelty: 1 } }] }
      },
      'kubernetes.imagePullSecret.0.secretName.novelty'
    ]
  ])('loses what nobody knows within %s', (_, node, field) => {
    const lost = compileNode(node).report.filter(({ outcome }) => outcome === 'lost');
    expect(lost.map(entry => entry.field)).toContain(field);
    expect(lost.map(entry => entry.field).filter(name => name.includes('deep'))).toEqual([]);
  });

  it('loses a node of a kind it does not know, and what takes from it', () => {
    const step: PipelineNode = {
      ...other,
      inputs: { x: { type: 'Model', from: { node: 'novel', output: 'y' } } }
    };
    const { report } = compile(buildFlow({ novel: { kind: 'novel', size: 3 }, step }), catalog, 'kfp-2.16');
    expect(
      report.filter(({ outcome }) => outcome === 'lost').map(({ node, field }) => `${node}.${field}`)
    ).toEqual(['novel.size', 'novel.kind', 'step.inputs.x.from']);
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'an artifact fed by a constant',
      container({ inputs: { x: { type: 'Model', from: { value: 1 } } } }),
      'inputs.x.from',
      /artifact/
    ],
    [
      'an artifact fed by a number',
      container({ inputs: { x: { type: 'Model', from: from('number') } } }),
      'inputs.x.from',
      /parameter/
    ],
    [
      'an unknown parameter',
      container({ inputs: { x: { type: 'string', from: { parameter: 'p' } } } }),
      'inputs.x.from',
      /`p`/
    ],
    ['an unknown input in args', container({ args: [{ input: 'x' }] }), 'args.0', /`x`/],
    [
      'the path of a parameter',
      container({
        inputs: { x: { type: 'string', from: { value: '' } } },
        args: [{ input: 'x', as: 'path' }]
      }),
      'args.0',
      /path/
    ],
    ['a huge argument', container({ args: ['é'.repeat(66_000)] }), 'args', /132000/],
    ['a bad amount', container({ resources: { memory: '2 GB' } }), 'resources.memory', /2 GB/],
    ['a bad duration', container({ timeout: 'soon' }), 'timeout', /soon/],
    ['a bad backoff', container({ retry: { max: 1, backoff: '1y' } }), 'retry.backoff', /1y/],
    ['an unknown pool', container({ pool: 'none' }), 'pool', /none/],
    [
      'accelerators without a pool',
      container({ resources: { accelerators: 1 } }),
      'resources.accelerators',
      /pool/
    ],
    [
      'a huge cell',
      { kind: 'cells', notebook: 'n.ipynb', cells: [{ id: 'huge', hash: '' }] },
      'cells',
      /bytes/
    ],
    [
      'a missing cell',
      { kind: 'cells', notebook: 'n', cells: [{ id: 'gone', hash: '' }] },
      'cells.0',
      /gone/
    ],
    [
      'an unknown parameter as URI',
      { kind: 'importer', uri: { parameter: 'p' }, type: 'Model' },
      'uri',
      /`p`/
    ]
  ])('loses %s', (_, node, field, message) => {
    const entries = own(compileAsDrawn({ other, step: node as PipelineNode }), field).filter(
      ({ outcome }) => outcome === 'lost'
    );
    expect(entries).toHaveLength(1);
    expect(entries[0].message).toMatch(message);
  });

  it('loses a notebook that cannot be read', () => {
    const step: PipelineNode = { kind: 'notebook', notebook: 'gone.ipynb' };
    const entries = own(compilePipeline({ nodes: { other, step } }), 'notebook');
    expect(entries.find(({ outcome }) => outcome === 'lost')?.message).toMatch(/no cells/);
  });

  it('names the first release that honours a field', () => {
    const compiled = compileNode(container({ pool: 'queued' }), 'kfp-2.5');
    const ignored = own(compiled, 'pool').filter(({ outcome }) => outcome === 'ignored');
    expect(ignored).toMatchObject([{ message: expect.stringContaining('2.14') as string }]);
    expect(JSON.stringify(compiled.platform)).not.toContain('nodeAffinity');
  });

  it('loses null for the local runner alone, which refuses it', () => {
    const node = container({ inputs: { x: { type: 'list', from: { value: [{ y: null }] } } } });
    expect(own(compileNode(node, 'local'), 'inputs.x.from')[0].outcome).toBe('lost');
    expect(own(compileNode(node), 'inputs.x.from')[0].outcome).toBe('compiled');
  });

  it('says once per field that a local run uses this machine', () => {
    const compiled = compileNode(
      container({ pool: 'queued', timeout: '1h', resources: { cpu: '2' } }),
      'local'
    );
    expect(compiled.platform).toBeUndefined();
    const fields = compiled.report.filter(({ outcome }) => outcome === 'ignored').map(({ field }) => field);
    expect(fields.sort()).toEqual(['pool', 'resources.cpu', 'timeout']);
  });
});
