import { expect, it } from 'vitest';
import type { ContainerNode } from '../../pipeline';
import { container, drawn, found } from '../testing/flow';
import { typedPlaceholder } from './typed-placeholder';

const inputs = { x: { type: 'string', from: { value: 'a' } } };
const typed = (settings: Partial<ContainerNode>) => drawn({ a: container({ inputs, ...settings }) });
const X = "{{$.inputs.parameters['x']}}";

it.each([
  { args: [`--x=${X}`, '{{$}}'] },
  { image: X },
  { resources: { cpu: X } },
  { args: ['{{$.pipeline_job_name}}'] }
])('takes %j', settings => expect(found(typedPlaceholder, typed(settings))).toEqual([]));

it.each([
  [{ args: ["{{$.inputs.parameters['gone']}}"] }, 'args.0'],
  [{ image: "{{$.inputs.parameters['gone']}}" }, 'image'],
  [{ args: ['x', '{{$.nothing}}'] }, 'args.1'],
  [{ inputs: { y: { type: 'string', from: { value: X } } } }, 'inputs.y.from']
])('refuses %j', (settings, field) => {
  expect(found(typedPlaceholder, typed(settings))).toEqual([`error a ${field}`]);
});
