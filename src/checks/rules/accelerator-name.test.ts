import { expect, it } from 'vitest';
import { container, drawn, findings, found } from '../testing/flow';
import { acceleratorName } from './accelerator-name';

const asking = (accelerator: string, accelerators = 1) =>
  drawn({ a: container({ resources: { accelerator, accelerators } }) });

it.each([
  'nvidia.com/gpu',
  'nvidia.com/gpu.shared',
  'amd.com/gpu',
  'nvidia.com/mig-1g.10gb.me',
  "{{$.inputs.parameters['x']}}"
])('takes %s', name => expect(found(acceleratorName, asking(name))).toEqual([]));

it.each(['NVIDIA_TESLA_T4', 'gpu', 'nvidia.com/gpu.product', 'nvidia.com/mig-small'])('refuses %s', name => {
  expect(found(acceleratorName, asking(name))).toEqual(['error a resources.accelerator']);
  expect(found(acceleratorName, asking(name), { target: 'local' })).toEqual([]);
});

it('warns of several slices', () => {
  expect(findings(acceleratorName, asking('nvidia.com/mig-1g.10gb', 2))).toMatchObject([
    { severity: 'warning' }
  ]);
});
