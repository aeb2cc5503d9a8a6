import { describe, expect, it } from 'vitest';
import { NODE_KINDS, type NodeKind, Parameter, type PipelineNode } from '../pipeline';
import { compile } from './compile';
import type { Compiled } from './compiled';
import { buildFlow } from './testing/build-flow';
import { catalog } from './testing/catalog';
import { settingsOf } from './testing/schema-settings';

/** One setting: its value, and what must stand at the path that the report gives (the value itself by default). */
interface Sample {
  value: unknown;
  written?: unknown;
  /** The setting is accounted for, but is none of the step's: it needs no place in the spec. */
  drawing?: true;
  /** Other settings that it needs. */
  with?: Record<string, unknown>;
}

const type = (kind: string) => ({ value: 'integer', written: kind });
const binding = (from: object, written: object) => ({ value: from, written });

const STEP: Record<string, Sample> = {
  title: { value: 'A title' },
  after: { value: ['other'], written: ['other'] },
  pool: { value: 'cpu', written: { labels: { pool: 'cpu' } } },
  'resources.cpu': { value: '1250m' },
  'resources.cpuRequest': { value: '1100m' },
  'resources.memory': { value: '3Gi' },
  'resources.memoryRequest': { value: '2Gi' },
  'resources.accelerators': { value: 3, written: '3', with: { pool: 'a100' } },
  'resources.sharedMemory': { value: '7Gi', written: [expect.objectContaining({ sizeLimit: '7Gi' })] },
  'retry.max': { value: 4 },
  'retry.backoff': { value: '90s', with: { retry: { max: 1 } } },
  'retry.factor': { value: 3.5, with: { retry: { max: 1 } } },
  'retry.maxBackoff': { value: '2h', written: '7200s', with: { retry: { max: 1 } } },
  cache: { value: false, written: {} },
  timeout: { value: '1h30m', written: '5400' },
  'env.*': { value: 'text', written: { name: 'any', value: 'text' } },
  image: { value: 'ghcr.io/acme/step:2' }
};
const from = (output: string) => ({ node: 'other', output });
const PORTS: Record<string, Sample> = {
  'inputs.*.type': { ...type('NUMBER_INTEGER'), with: { inputs: { any: { from: from('number') } } } },
  'inputs.*.from': {
    ...binding(from('number'), {
      taskOutputParameter: { producerTask: 'other', outputParameterKey: 'number' }
    }),
    with: { inputs: { any: { type: 'integer' } } }
  },
  'outputs.*.type': type('NUMBER_INTEGER'),
  'outputs.*.description': { value: 'what it is', with: { outputs: { any: { type: 'Model' } } } }
};
const SAMPLES: Record<NodeKind, Record<string, Sample>> = {
  cells: {
    ...STEP,
    ...PORTS,
    notebook: { value: 'n.ipynb', written: expect.arrayContaining(['sh']) },
    cells: { value: [{ id: 'c', hash: 'h' }], written: expect.arrayContaining(['sh']) },
    'inputs.*.removed': { value: true, drawing: true },
    'inputs.*.pinned': { value: true, drawing: true }
  },
  container: {
    ...STEP,
    ...PORTS,
    command: { value: ['program'] },
    args: { value: ['--flag', 'x'] },
    'inputs.*.optional': { value: true, with: { inputs: { any: { type: 'integer' } } } },
    'inputs.*.description': { value: 'what it is', with: { inputs: { any: { type: 'integer' } } } }
  },
  importer: {
    title: STEP.title,
    after: STEP.after,
    uri: { value: 's3://a/b', written: { runtimeValue: { constant: 's3://a/b' } } },
    type: {
      value: 'Model',
      written: { artifactType: { schemaTitle: 'system.Model', schemaVersion: '0.0.1' } }
    },
    reimport: { value: true },
    'metadata.*': { value: 3, written: { any: 3 } }
  },
  note: {
    title: { value: 'A title', drawing: true },
    text: { value: 'text', drawing: true },
    size: { value: [10, 10], drawing: true }
  }
};
const NEEDED: Record<NodeKind, Record<string, unknown>> = {
  cells: { notebook: 'n.ipynb', cells: [{ id: 'c', hash: 'h' }] },
  container: { image: 'busybox', command: ['true'] },
  importer: { uri: 's3://a', type: 'Dataset' },
  note: { text: 'text' }
};
/** Read by the compiler as a whole, or not settings; `group` awaits the groups. */
const APART = ['kind', 'group'];

const other: PipelineNode = {
  kind: 'container',
  image: 'busybox',
  command: ['true'],
  outputs: { number: { type: 'integer' } }
};

/** Source that does not compress into one argument of a command line. */
const HUGE = Array.from({ length: 60_000 }, (_, i) => `# ${(i * 2654435761) % 4294967296}`).join('\n');

/** `value` put at a path such as `inputs.*.type` of a copy of `node`; `*` becomes the key `any`. */
function withSetting(node: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [key, ...rest] = path.replace('*', 'any').split('.');
  const inner = (node[key] ?? {}) as Record<string, unknown>;
  return { ...node, [key]: rest.length ? withSetting(inner, rest.join('.'), value) : value };
}

function compileNode(
  node: Record<string, unknown>,
  target: Parameters<typeof compile>[2] = 'kfp-2.18'
): Compiled {
  return compile(
    buildFlow({ other, step: node as PipelineNode }, { sources: { c: 'x = 1', huge: HUGE } }),
    catalog,
    target
  );
}

/** What stands at a path as the report writes it. */
const at = (documents: object, path: string): unknown =>
  (path.match(/\['[^']*'\]|[^.[\]]+/g) ?? []).reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key.replace(/^\['|'\]$/g, '')],
    documents
  );

/** Entries of `step` for a field, for what is inside it, or for something it is part of. */
const own = ({ report }: Compiled, field: string) =>
  report.filter(
    entry =>
      entry.node === 'step' &&
      (`${entry.field}.`.startsWith(`${field}.`) || field.startsWith(`${entry.field}.`))
  );

describe.each(Object.keys(NODE_KINDS) as NodeKind[])('settings of %s nodes', kind => {
  it('all have a sample here', () => {
    const settings = settingsOf(NODE_KINDS[kind]).filter(path => !APART.includes(path));
    expect(Object.keys(SAMPLES[kind]).sort()).toEqual(settings.sort());
  });

  it.each(Object.entries(SAMPLES[kind]))('%s', (path, sample) => {
    const field = path.replace('*', 'any');
    const node = withSetting({ kind, ...NEEDED[kind], ...sample.with }, path, sample.value);
    const compiled = compileNode(node);
    const entries = own(compiled, field);
    expect(entries.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining([sample.drawing ? 'drawing' : 'compiled'])
    );
    expect(compiled.report.filter(({ outcome }) => outcome === 'lost')).toEqual([]);
    if (!sample.drawing) {
      const written = entries.flatMap(entry => (entry.path ? [at(compiled, entry.path)] : []));
      expect(written).toContainEqual(sample.written ?? sample.value);
    }
  });

  it('are lost when nobody knows them', () => {
    const found = own(compileNode({ kind, ...NEEDED[kind], novelty: { deep: 1 } }), 'novelty');
    expect(found.map(({ outcome }) => outcome)).toEqual([kind === 'note' ? 'drawing' : 'lost']);
  });
});

describe('the report', () => {
  it('covers every setting of a parameter', () => {
    expect(settingsOf(Parameter).sort()).toEqual(['default', 'description', 'type']);
    const flow = buildFlow({}, { parameters: { p: { type: 'string', default: 'x', description: 'y' } } });
    const { report } = compile(flow, catalog, 'local');
    expect(report.map(({ field, outcome }) => `${field} ${outcome}`)).toEqual([
      'parameters.p.type compiled',
      'parameters.p.default compiled',
      'parameters.p.default compiled',
      'parameters.p.description compiled',
      'name compiled'
    ]);
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

  const container = (fields: object) => ({ kind: 'container', image: 'busybox', ...fields });
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
    [
      'an unfed optional input in args',
      container({ inputs: { x: { type: 'string', optional: true } }, args: ['a', { input: 'x' }] }),
      'args.1',
      /feeds/
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
    ['a group', container({ group: 'loop' }), 'group', /group/],
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
    const entries = own(compileNode(node), field).filter(({ outcome }) => outcome === 'lost');
    expect(entries).toHaveLength(1);
    expect(entries[0].message).toMatch(message);
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
