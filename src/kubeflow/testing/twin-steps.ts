import { type Flow, resolve } from '../../flow';
import type { Binding, GroupOutput, Parameter, PipelineNode, PortType } from '../../pipeline';

/** The components of conformance/group_twins.py: types of inputs and output, and how the command line names them. */
const COMPONENTS: Record<string, { inputs?: Record<string, PortType>; out?: PortType; args: unknown[] }> = {
  emit: { inputs: { x: 'integer' }, out: 'integer', args: [{ input: 'x' }, { output: 'out' }] },
  text: { inputs: { s: 'string' }, out: 'string', args: [{ input: 's' }, { output: 'out' }] },
  listing: { inputs: { x: 'integer' }, out: 'list', args: [{ input: 'x' }, { output: 'out' }] },
  total: { inputs: { xs: 'list' }, out: 'integer', args: [{ input: 'xs' }, { output: 'out' }] },
  data: { inputs: { s: 'string' }, out: 'Dataset', args: [{ input: 's' }, { output: 'out', as: 'path' }] },
  count: { inputs: { many: 'Dataset[]' }, args: ["{{$.inputs.artifacts['many']}}"] },
  use: { inputs: { one: 'Dataset' }, args: [{ input: 'one', as: 'uri' }] },
  clean: { args: [] },
  notify: { inputs: { status: 'taskStatus', who: 'string' }, args: [{ input: 'who' }] }
};

/** A step that runs a component, in a group unless that is empty. */
export function step(
  component: string,
  inputs: Record<string, Binding> = {},
  group = '',
  more: object = {}
): PipelineNode {
  const { inputs: types = {}, out, args } = COMPONENTS[component];
  const ports = Object.entries(types).map(([name, type]) => [
    name,
    {
      type,
      ...(Object.hasOwn(inputs, name) && { from: inputs[name] }),
      ...(type === 'taskStatus' && { optional: true })
    }
  ]);
  return {
    kind: 'container',
    title: component,
    image: 'busybox:1.36',
    command: [component, ...args],
    ...(ports.length && { inputs: Object.fromEntries(ports) }),
    ...(out && { outputs: { out: { type: out } } }),
    ...(group && { group }),
    ...more
  } as PipelineNode;
}

/** The output of a step. */
export const out = (node: string): Binding => ({ node, output: 'out' });
export const parameter = (name: string): Binding => ({ parameter: name });
export const constant = (value: unknown): Binding => ({ value });
export const item = (loop: string, field?: string): Binding => ({
  item: loop,
  ...(field !== undefined && { field })
});

interface Interface {
  parameters?: Record<string, PortType | Parameter>;
  outputs?: Record<string, GroupOutput>;
}

/** The flow of a pipeline without notebooks. */
export function twinFlow(
  name: string,
  { parameters = {}, outputs }: Interface,
  nodes: Record<string, PipelineNode>
): Flow {
  const declared = Object.entries(parameters).map(([key, type]) => [
    key,
    typeof type === 'string' ? { type } : type
  ]);
  return resolve(
    {
      weft: 1,
      id: 'test',
      name,
      parameters: Object.fromEntries(declared) as Record<string, Parameter>,
      ...(outputs && { outputs }),
      nodes,
      layout: {}
    },
    { notebook: path => ({ message: `There is no ${path}.` }) }
  );
}
