import type { Field } from '../field';

/** How a task is reused and repeated. */
export const caching: Field[] = [
  {
    path: ['cache'],
    label: trans => trans.__('Reuse results of an equal earlier run'),
    editor: 'switch',
    default: true
  },
  {
    path: ['cacheKey'],
    label: trans => trans.__('Cache key'),
    editor: 'text',
    example: 'weekly',
    half: true,
    mono: true
  }
];

export const retries: Field[] = [
  {
    path: ['retry', 'max'],
    label: trans => trans.__('Retries'),
    editor: 'number',
    whole: true,
    min: 0,
    example: '0',
    half: true,
    clears: ['retry']
  },
  {
    path: ['retry', 'backoff'],
    label: trans => trans.__('First wait'),
    editor: 'text',
    example: '30s',
    half: true,
    mono: true,
    needs: ['retry', 'max']
  },
  {
    path: ['retry', 'factor'],
    label: trans => trans.__('Wait grows by'),
    editor: 'number',
    min: 1,
    example: '2',
    half: true,
    needs: ['retry', 'max']
  },
  {
    path: ['retry', 'maxBackoff'],
    label: trans => trans.__('Longest wait'),
    editor: 'text',
    example: '10m',
    half: true,
    mono: true,
    needs: ['retry', 'max']
  }
];
