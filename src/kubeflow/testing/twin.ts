import type { Flow } from '../../flow';
import { buildFlow } from './build-flow';

/** The same pipeline as conformance/twin.py writes with the SDK. */
export const twin = (): Flow =>
  buildFlow(
    {
      a: {
        kind: 'importer',
        title: 'importer',
        uri: 's3://acme/seed.csv',
        type: 'Dataset',
        reimport: true,
        metadata: { rows: 12 }
      },
      b: {
        kind: 'container',
        title: 'train',
        image: 'busybox:1.36',
        command: ['train', '--data', { input: 'data' }],
        args: ['--epochs', { input: 'epochs' }, '--out', { output: 'model' }, '--loss', { output: 'loss' }],
        inputs: {
          data: { type: 'Dataset', from: { node: 'a', output: 'artifact' } },
          epochs: { type: 'integer', from: { parameter: 'epochs' } }
        },
        outputs: { model: { type: 'Model' }, loss: { type: 'number' } },
        env: { ZONE: 'eu' },
        pool: 'twin',
        resources: { cpu: '7500m', cpuRequest: '4', memory: '64Gi', memoryRequest: '500M', accelerators: 2 },
        retry: { max: 2, backoff: '30s', factor: 1.5 },
        timeout: '2h30m',
        cache: false
      },
      c: {
        kind: 'container',
        title: 'report',
        image: 'busybox:1.36',
        command: ['report'],
        args: [{ input: 'loss' }, { input: 'model', as: 'uri' }, { input: 'label' }],
        inputs: {
          loss: { type: 'number', from: { node: 'b', output: 'loss' } },
          model: { type: 'Model', from: { node: 'b', output: 'model' } },
          label: { type: 'string', from: { value: 'on' } }
        },
        after: ['a'],
        retry: { max: 1 }
      }
    },
    {
      name: 'twin',
      description: 'Written twice.',
      parameters: {
        epochs: { type: 'integer', default: 5 },
        rate: { type: 'number' },
        flags: { type: 'list', default: ['a', 1] }
      }
    }
  );
