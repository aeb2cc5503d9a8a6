import { describe, expect, it } from 'vitest';
import { type KaleCell, kaleText } from '../testing/kale';
import type { KalePipeline } from './kale';
import { readKale } from './read-kale';

function read(cells: readonly KaleCell[], metadata?: object): KalePipeline {
  const found = readKale(kaleText(cells, metadata), 'a.ipynb');
  if (!found) {
    throw new Error('It says nothing to Kale.');
  }
  return found;
}

const steps = ({ steps: all }: KalePipeline): string[] =>
  all.map(({ name, cells }) => `${name}: ${cells.join(' ')}`);
const lost = (found: KalePipeline): string[] => found.lost.map(({ message }) => message);

describe('cells', () => {
  it('are steps by name, old and new; what is not tagged joins what stands above', () => {
    const found = read([
      ['import os', ['imports']],
      ['import sys'],
      ['a = 1', ['pipeline-parameters']],
      ['def f(): pass', ['functions']],
      ['b = 2', ['block:one']],
      ['c = 3'],
      ['c', ['skip']],
      ['d = 4', ['block:']],
      ['e = 5', ['step:two', 'prev:one']],
      ['f = 6', ['step:one']],
      ['print(e)', ['pipeline-metrics']],
      ['print(f)  # so']
    ]);
    expect(steps(found)).toEqual(['one: c4 c5 c7 c9', 'two: c8']);
    expect(found).toMatchObject({ shared: ['c0', 'c1', 'c3'], parameters: ['c2'], lost: [] });
    expect(found.steps[1].prev).toEqual(['one']);
    expect(found.metrics).toEqual([
      { name: 'e', cell: 'c10', line: 1 },
      { name: 'f', cell: 'c11', line: 1 }
    ]);
  });

  it('carry settings on the first cell of their step', () => {
    const tags = [
      'step:one',
      'limit:nvidia.com/gpu:2',
      'limit:memory:4Gi',
      'label:team:a',
      'annotation:example.com/url:http://a:80/b',
      'image:ghcr.io/a/b:1',
      'cache:disabled',
      'report:enabled',
      'secret:keys:token:TOKEN'
    ];
    expect(read([['x = 1', tags]]).steps[0].settings).toEqual({
      limits: { 'nvidia.com/gpu': '2', memory: '4Gi' },
      labels: { team: 'a' },
      annotations: { 'example.com/url': 'http://a:80/b' },
      image: 'ghcr.io/a/b:1',
      cache: false,
      report: true,
      secrets: [{ env: 'TOKEN', secret: 'keys', key: 'token' }]
    });
  });

  it('may stand for other notebooks, and then what is not tagged waits for the next step', () => {
    const found = read([
      ['x = 1', ['step:one']],
      ['# only words', ['notebook:other'], { notebook_path: 'b.ipynb' }],
      ['y = 2'],
      ['z = 3', ['step:two']]
    ]);
    expect(steps(found)).toEqual(['one: c0', 'other: ', 'two: c2 c3']);
    expect(found.steps[1].notebook).toBe('b.ipynb');
  });
});

it.each<[string, KaleCell[], string]>([
  [
    'cells above all tags',
    [['x = 1'], ['', ['step:a']]],
    'Cell 1: it stands above the first tag and so is in no step, as in Kale.'
  ],
  [
    'tags that cannot be read',
    [['x = 1', ['step:a', 'secret:a:b']]],
    'Cell 1: its tag "secret:a:b" cannot be read.'
  ],
  [
    'steps that are not there',
    [['x = 1', ['step:a', 'prev:b']]],
    'Cell 1: the step "a" comes after "b", which is no step.'
  ],
  [
    'settings of later cells',
    [
      ['x = 1', ['step:a']],
      ['y = 1', ['step:a', 'limit:cpu:1']]
    ],
    'Cell 2: its other tags count on the first cell of the step "a" alone, as in Kale.'
  ],
  [
    'tags without a step',
    [
      ['x = 1', ['step:a']],
      ['y', ['cache:enabled']]
    ],
    'Cell 2: its tags stand on no step.'
  ],
  [
    'metrics that are no names',
    [
      ['x = 1', ['step:a']],
      ['print(x + 1)', ['pipeline-metrics']]
    ],
    'Cell 2: its line 1 prints no plain name and so is no metric.'
  ],
  ['notebooks without a path', [['', ['notebook:b']]], 'Cell 1: it names no path for the notebook "b".'],
  [
    'code of cells that stand for notebooks',
    [['x = 1', ['notebook:b'], { notebook_path: 'b.ipynb' }]],
    'Cell 1: it stands for the notebook "b", and its own code does not run.'
  ],
  [
    'cells that wait in vain',
    [['', ['notebook:b'], { notebook_path: 'b.ipynb' }], ['x = 1']],
    'Cell 2: no step follows that it could join.'
  ]
])('names %s', (_what, cells, message) => {
  expect(lost(read(cells, {}))).toContain(message);
});

describe('metadata', () => {
  it('name, describe and mount', () => {
    const found = read([['x', ['step:a']]], {
      pipeline_name: 'demo',
      pipeline_description: 'A demo.',
      docker_image: 'a/b:1',
      volumes: [
        { name: 'data', mount_point: '/data', type: 'pvc' },
        { name: 'new', mount_point: '/new', type: 'new_pvc', size: 3, size_type: 'Gi', annotations: [] }
      ],
      steps_defaults: ['label:app:demo'],
      katib_metadata: {},
      katib_run: false
    });
    expect(found).toMatchObject({ name: 'demo', description: 'A demo.', image: 'a/b:1', lost: [] });
    expect(found.volumes).toEqual([
      { name: 'data', mountPath: '/data', type: 'pvc' },
      { name: 'new', mountPath: '/new', type: 'new_pvc', size: '3Gi' }
    ]);
    expect(found.defaults.labels).toEqual({ app: 'demo' });
  });

  it('that have no place are named once', () => {
    const found = read([['x', ['step:a']]], {
      experiment: { id: '1', name: 'trial' },
      experiment_name: 'trial',
      katib_run: true,
      colour: 'red',
      steps_defaults: ['wrong'],
      volumes: [{ name: 'a', mount_point: '/a', type: 'pv' }]
    });
    expect(lost(found)).toEqual([
      'steps_defaults: "wrong" cannot be read.',
      'The volume "a" of type "pv" is not mounted.',
      'The experiment "trial" is chosen when a run is started.',
      'katib_run (true) asks Katib to tune the parameters.',
      'colour ("red") has no place in a pipeline.'
    ]);
  });
});

it('a notebook without tags and metadata of Kale says nothing', () => {
  expect(readKale(kaleText([['x = 1', ['parameters']]]), 'a.ipynb')).toBeNull();
  expect(readKale(kaleText([['x = 1']], {}), 'a.ipynb')?.steps).toEqual([]);
});
