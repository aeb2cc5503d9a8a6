import { expect, it } from 'vitest';
import type { Resources } from '../../pipeline';
import { cells, container, findings, flowOf, found } from '../testing/flow';
import { quantity } from './quantity';

const asking = (resources: Resources) => flowOf({ a: container({ resources }), b: cells() });

it('is content with amounts', () => {
  const resources = {
    cpu: '4',
    cpuRequest: '500m',
    memory: '16Gi',
    memoryRequest: '8G',
    sharedMemory: '2Gi'
  };
  expect(found(quantity, asking({ ...resources, accelerators: 1 }))).toEqual([]);
});

it.each(['cpu', 'cpuRequest', 'memory', 'memoryRequest', 'sharedMemory'])(
  'refuses what is none, for %s',
  field => {
    expect(found(quantity, asking({ [field]: 'lots' }))).toEqual([`error a resources.${field}`]);
    expect(found(quantity, asking({ [field]: '-1' }))).toEqual([`error a resources.${field}`]);
    expect(found(quantity, asking({ [field]: '' }))).toEqual([`error a resources.${field}`]);
  }
);

it.each([
  ['16GB', 'Write 16Gi.'],
  ['16 gi', 'Write 16Gi.'],
  ['1.5gb', 'Write 1.5Gi.'],
  ['lots', 'Write an amount such as 512Mi or 16Gi.']
])('offers better than %s', (memory, fix) => {
  expect(findings(quantity, asking({ memory }))[0].fix).toBe(fix);
});

it.each([
  ['512m', 'fractions of a byte', 'Write 512Mi or 512Gi.'],
  ['9000000000000m', 'fractions of a byte', 'Write 9000000000000Mi or 9000000000000Gi.'],
  ['64', 'less than a mebibyte', 'Write 64Mi or 64Gi.'],
  ['.5Ki', 'less than a mebibyte', 'Write an amount such as 512Mi or 16Gi.']
])('warns of %s of memory', (memory, unit, fix) => {
  expect(found(quantity, asking({ memory }))).toEqual(['warning a resources.memory']);
  expect(findings(quantity, asking({ memory }))[0]).toMatchObject({
    message: expect.stringContaining(unit),
    fix
  });
});

it('compares requests with limits exactly', () => {
  expect(found(quantity, asking({ cpu: '1', cpuRequest: '1000m' }))).toEqual([]);
  expect(found(quantity, asking({ cpu: '1', cpuRequest: '1001m' }))).toEqual([
    'error a resources.cpuRequest'
  ]);
  expect(found(quantity, asking({ memory: '1G', memoryRequest: '1Gi' }))).toEqual([
    'error a resources.memoryRequest'
  ]);
});
