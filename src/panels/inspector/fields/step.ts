import type { Section } from '../field';
import { imported, order } from './every-node';
import { KUBERNETES_SECTIONS } from './kubernetes';
import { caching, retries } from './repeat';

/** Settings that every step has, whatever runs inside it. */
export const STEP_SECTIONS: Section[] = [
  {
    id: 'hardware',
    title: trans => trans.__('Hardware'),
    common: true,
    fields: [
      { path: ['pool'], label: trans => trans.__('Pool'), editor: 'pool' },
      {
        path: ['resources', 'cpu'],
        label: trans => trans.__('CPU'),
        editor: 'text',
        example: '4',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'memory'],
        label: trans => trans.__('Memory'),
        editor: 'text',
        example: '16Gi',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'accelerators'],
        label: trans => trans.__('Accelerators'),
        editor: 'amount',
        example: '1',
        half: true
      },
      {
        path: ['resources', 'sharedMemory'],
        label: trans => trans.__('Shared memory'),
        editor: 'text',
        example: '8Gi',
        half: true,
        mono: true
      }
    ]
  },
  {
    id: 'requests',
    title: trans => trans.__('Requests'),
    advanced: true,
    common: true,
    fields: [
      {
        path: ['resources', 'cpuRequest'],
        label: trans => trans.__('CPU request'),
        editor: 'text',
        example: '2',
        half: true,
        mono: true
      },
      {
        path: ['resources', 'memoryRequest'],
        label: trans => trans.__('Memory request'),
        editor: 'text',
        example: '8Gi',
        half: true,
        mono: true,
        hint: trans => trans.__('Equal to the limits above when empty.')
      },
      {
        path: ['resources', 'accelerator'],
        label: trans => trans.__('Accelerator type'),
        editor: 'text',
        example: 'nvidia.com/gpu',
        mono: true,
        hint: trans => trans.__('The Kubernetes resource; a pool says it where one is chosen.')
      }
    ]
  },
  {
    id: 'run',
    title: trans => trans.__('Run'),
    common: true,
    fields: [
      ...caching,
      {
        path: ['timeout'],
        label: trans => trans.__('Timeout'),
        editor: 'text',
        example: '2h30m',
        half: true,
        mono: true
      },
      ...retries
    ]
  },
  {
    id: 'environment',
    title: trans => trans.__('Environment'),
    advanced: true,
    fields: [
      {
        path: ['env'],
        label: trans => trans.__('Environment variables'),
        editor: 'texts',
        bare: true,
        hint: trans => trans.__('Plain text in the file: never a password or key.')
      }
    ]
  },
  ...KUBERNETES_SECTIONS,
  order,
  imported
];
