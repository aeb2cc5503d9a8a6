import type { Flow } from '../../flow';
import { buildFlow, port } from './build-flow';
import { GROUP_TWINS } from './group-twins';
import { STEP_TWINS } from './step-twins';
import { localGroups } from './local-groups';
import { twin } from './twin';

/** Every construct that the compiler writes, in one pipeline. */
const everything = (): Flow =>
  buildFlow(
    {
      load: {
        kind: 'cells',
        title: 'Load & clean',
        notebook: 'churn.ipynb',
        cells: [
          { id: 'c1', hash: 'h1' },
          { id: 'c2', hash: 'h2' }
        ],
        env: { ZONE: 'eu', A_1: 'on' },
        inputs: { epochs: { type: 'integer', from: { parameter: 'epochs' } } },
        outputs: { score: { type: 'number', description: 'share of rows kept' } }
      },
      train: {
        kind: 'cells',
        title: 'Train',
        notebook: 'churn.ipynb',
        cells: [{ id: 'c3', hash: 'h3' }],
        image: 'ghcr.io/acme/train:1.4',
        pool: 'a100',
        resources: {
          cpu: '7500m',
          cpuRequest: '4',
          memory: '64Gi',
          memoryRequest: '500M',
          accelerators: 2,
          sharedMemory: '8Gi'
        },
        retry: { max: 2, backoff: '30s', factor: 1.5, maxBackoff: '1h' },
        timeout: '2h30m',
        cache: false,
        after: ['seed', 'note']
      },
      tune: {
        kind: 'cells',
        notebook: 'churn.ipynb',
        cells: [{ id: 'c4', hash: 'h4' }],
        pool: 'queued',
        after: ['train']
      },
      seed: {
        kind: 'importer',
        title: 'Seed',
        uri: 'gs://acme/seed.csv',
        type: 'Dataset',
        reimport: true,
        metadata: { rows: 12, tiny: 0.00001, tags: ['a', 'on'], y: { no: null } }
      },
      base: { kind: 'importer', title: 'Seed', uri: { parameter: 'source' }, type: 'acme.Baseline' },
      score: {
        kind: 'container',
        title: 'Score',
        image: 'ghcr.io/acme/score:1.4',
        command: ['sh', '-ec', 'exec score "$0" "$@"', { input: 'model', as: 'uri' }],
        args: [
          '--data',
          { input: 'data' },
          '--rate',
          { input: 'rate' },
          '--as-is={{$.pipeline_job_name}}',
          { output: 'report' },
          { output: 'passed', as: 'path' }
        ],
        inputs: {
          model: { type: 'Model', from: { node: 'train', output: 'model' }, description: 'what to score' },
          data: { type: 'Dataset', from: { node: 'seed', output: 'artifact' } },
          base: { type: 'acme.Baseline', from: { node: 'base', output: 'artifact' } },
          rate: { type: 'number', from: { value: 0.25 } },
          limits: { type: 'object', from: { value: { y: 1, nested: [true, 'no'] } } },
          score: { type: 'number', from: { node: 'load', output: 'score' } },
          extra: { type: 'list', optional: true }
        },
        outputs: { report: { type: 'HTML' }, passed: { type: 'boolean' } },
        resources: { memory: '1e9' },
        pool: 'cpu'
      },
      note: { kind: 'note', text: 'what this is for', title: 'Why' }
    },
    {
      name: 'churn-training',
      description: 'Trains on churn.\nSecond line.',
      parameters: {
        epochs: { type: 'integer', default: 5 },
        source: { type: 'string', default: '12:30', description: 'where the baseline lies' },
        y: { type: 'boolean', default: true },
        rates: { type: 'list', default: [1, 0.00001, 1e21] },
        options: { type: 'object' },
        label: { type: 'string', default: null }
      },
      sources: {
        c1: 'import pandas as pd\ndf = pd.DataFrame({"x": range(epochs)})\n',
        c2: 'score = 1.0\n',
        c3: 'model = len(df)\n',
        c4: 'print("done")\n'
      },
      derived: {
        load: { outputs: [port('df')] },
        train: {
          inputs: [port('df', 'Artifact', { node: 'load', output: 'df' })],
          outputs: [port('model', 'Model')]
        }
      }
    }
  );

/** Names that collide with each other, the pipeline and the backend's own. */
const names = (): Flow => {
  const titles = [
    'Train',
    'train!',
    'TRAIN',
    'train-driver',
    'root',
    'system-dag',
    '学習',
    '',
    'names',
    'x'.repeat(200)
  ];
  return buildFlow(
    Object.fromEntries(
      titles.map((title, i) => [`n${i}`, { kind: 'container', title, image: 'busybox', command: ['true'] }])
    ),
    { name: 'names' }
  );
};

/** Cells alone, so that it runs on this machine: an artifact, a number, parameters, an order and a retry. */
const chain = (): Flow => {
  const cells = (id: string) => ({ kind: 'cells', notebook: 'n.ipynb', cells: [{ id, hash: id }] });
  return buildFlow(
    {
      load: { ...cells('load'), title: 'train-driver' },
      mean: { ...cells('mean'), title: 'train', outputs: { mean: { type: 'number' } } },
      first: { ...cells('first'), retry: { max: 1 } },
      save: {
        ...cells('save'),
        after: ['first'],
        inputs: {
          target: { type: 'string', from: { parameter: 'target' } },
          mean: { type: 'number', from: { node: 'mean', output: 'mean' } },
          y: { type: 'object', from: { value: { on: [1, '12:30'] } } }
        }
      }
    },
    {
      name: 'chain',
      parameters: { count: { type: 'integer', default: 3 }, target: { type: 'string' } },
      sources: {
        load: 'rows = [2.5 * i for i in range(count)]',
        mean: 'mean = sum(rows) / len(rows)',
        first: 'first = rows[:1]',
        save: 'import json\nwith open(target, "w") as file:\n    json.dump({"mean": mean, "y": y}, file)'
      },
      derived: {
        load: { inputs: [port('count', 'integer', { parameter: 'count' })], outputs: [port('rows')] },
        mean: { inputs: [port('rows', 'Artifact', { node: 'load', output: 'rows' })] },
        first: { inputs: [port('rows', 'Artifact', { node: 'load', output: 'rows' })] }
      }
    }
  );
};

/** Fixtures by name, each built anew. */
export const FIXTURES: Record<string, () => Flow> = {
  chain,
  everything,
  names,
  twin,
  groups: localGroups,
  ...GROUP_TWINS,
  ...STEP_TWINS
};
