import { beforeAll, describe, expect, it } from 'vitest';
import { type CellAnalyzer, readKale, readNotebook } from '../../notebook';
import { type KaleCell, kaleText } from '../../notebook/testing/kale';
import { loadAnalyzer } from '../../notebook/testing/load';
import { drawKale, type DrawnKale } from './draw-kale';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** Ids of nodes end in `-0000`, `-1111` and so on. */
function draw(cells: readonly KaleCell[], metadata: object = {}): DrawnKale {
  const text = kaleText(cells, metadata);
  const kale = readKale(text, 'a.ipynb');
  const notebook = analyzer.notebook(readNotebook(text, 'a.ipynb'));
  let count = 0;
  const random = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(count++);
  return drawKale(kale!, notebook, 'work/a.ipynb', { id: 'p', name: 'demo', random });
}

const messages = ({ lost }: DrawnKale): string[] => lost.map(({ message }) => message);
const cellsOf = ({ pipeline: { nodes } }: DrawnKale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(nodes).map(([id, node]) => [
      id,
      'cells' in node ? (node.cells as { id: string }[]).map(cell => cell.id).join(' ') : node.kind
    ])
  );

describe('steps', () => {
  it('are ordered by prev where data does not say it', () => {
    const { pipeline, lost } = draw([
      ['x = f()', ['step:a']],
      ['y = g(x)', ['step:b', 'prev:a']],
      ['go()', ['step:c', 'prev:a', 'prev:b']],
      ['print(y)', ['step:d', 'prev:c', 'prev:b']]
    ]);
    const after = Object.values(pipeline.nodes).map(node => ('after' in node ? node.after : undefined));
    expect(after).toEqual([undefined, undefined, ['b-1111'], ['c-2222']]);
    expect(lost).toEqual([]);
  });

  it('never wait for each other in a circle', () => {
    const drawn = draw([
      ['x = f()', ['step:a', 'prev:b']],
      ['y = g(x)', ['step:b']]
    ]);
    expect(messages(drawn)).toEqual(['The step "a" cannot run after "b", which waits for it.']);
  });

  it('run shared cells that compute themselves, those that need them or all', () => {
    const drawn = draw([
      ['import os\nroot = os.getcwd()', ['imports']],
      ['os.makedirs("out", exist_ok=True)'],
      ['def f(): return root', ['functions']],
      ['x = 1', ['step:a']],
      ['print(f())', ['step:b']]
    ]);
    expect(cellsOf(drawn)).toEqual({ 'a-0000': 'c1 c3', 'b-1111': 'c0 c1 c4' });
  });

  it('may be other notebooks, between what is above and below', () => {
    const drawn = draw([
      ['x = 1', ['step:a']],
      ['', ['notebook:b'], { notebook_path: '../b.ipynb' }],
      ['y = 2', ['step:c']]
    ]);
    const { nodes } = drawn.pipeline;
    expect(nodes['b-1111']).toEqual({ kind: 'notebook', title: 'b', notebook: 'b.ipynb', after: ['a-0000'] });
    expect(nodes['c-2222']).toMatchObject({ after: ['b-1111'] });
    expect(messages(drawn)[0]).toMatch(/^The step "b": it stands for \.\.\/b\.ipynb/);
  });
});

describe('settings', () => {
  it('of the step win over those of all', () => {
    const { pipeline, lost } = draw(
      [
        [
          'x = 1',
          [
            'step:a',
            'limit:nvidia.com/gpu:2',
            'limit:cpu:4',
            'label:a:1',
            'image:a:1',
            'cache:disabled',
            'secret:s:k:E'
          ]
        ]
      ],
      {
        docker_image: 'b:1',
        steps_defaults: ['label:a:2', 'label:b:2', 'limit:memory:1Gi', 'secret:s:other:E', 'secret:s:more:F'],
        volumes: [{ name: 'data', mount_point: '/data', type: 'pvc' }]
      }
    );
    expect(lost).toEqual([]);
    expect(pipeline.nodes['a-0000']).toMatchObject({
      image: 'a:1',
      cache: false,
      resources: { accelerator: 'nvidia.com/gpu', accelerators: 2, cpu: '4', memory: '1Gi' },
      kubernetes: {
        podMetadata: { labels: { a: '1', b: '2' } },
        secretAsEnv: [
          {
            secretName: 's',
            keyToEnv: [
              { secretKey: 'more', envVar: 'F' },
              { secretKey: 'k', envVar: 'E' }
            ]
          }
        ],
        pvcMount: [{ pvcName: 'data', mountPath: '/data' }]
      }
    });
  });

  it('new volumes are made by a step of their own', () => {
    const { pipeline } = draw([['x = 1', ['step:a']]], {
      volumes: [{ name: 'work', mount_point: '/work', type: 'new_pvc', size: 5, size_type: 'Gi' }]
    });
    expect(pipeline.nodes['create-work-0000']).toMatchObject({ image: 'argostub/createpvc' });
    expect(pipeline.nodes['a-1111']).toMatchObject({
      kubernetes: {
        pvcMount: [{ pvcName: { node: 'create-work-0000', output: 'name' }, mountPath: '/work' }]
      }
    });
  });

  it('without a field are named', () => {
    const tags = [
      'step:a',
      'limit:hugepages-2Mi:1',
      'limit:nvidia.com/gpu:1',
      'limit:amd.com/gpu:1',
      'report:disabled'
    ];
    expect(messages(draw([['x = 1', tags]]))).toEqual([
      'The step "a": its report is written all the same.',
      'The step "a": its limit of 1 hugepages-2Mi has no setting.',
      'The step "a": its limit of 1 amd.com/gpu has no setting.'
    ]);
  });
});

it('parameters feed the steps that use them, and metrics come from the last step that makes them', () => {
  const drawn = draw([
    ['!pip install a', ['imports']],
    ['rate = 0.1\nsize = 3\nnow = today()\nnp.random.seed(1)', ['pipeline-parameters']],
    ['x = f(rate)', ['step:a']],
    ['x = g(x)', ['step:b']],
    ['print(x)\nprint(gone)', ['pipeline-metrics']]
  ]);
  const { parameters, nodes } = drawn.pipeline;
  expect(parameters).toEqual({
    rate: { type: 'number', default: 0.1 },
    size: { type: 'integer', default: 3 }
  });
  expect(nodes['a-0000']).toMatchObject({ inputs: { rate: { from: { parameter: 'rate' } } } });
  expect(nodes['b-1111']).toMatchObject({ outputs: { x: { type: 'Metrics' } } });
  expect(nodes['b-1111']).not.toHaveProperty('inputs');
  expect(messages(drawn)).toEqual([
    'Cell 2: "now" is set to no plain value and so is no parameter.',
    'No step makes "gone", which is printed as a metric.',
    'Cell 1: it installs a in every step; put them into the image, or name them under packages of the steps.'
  ]);
});
