import fc from 'fast-check';
import type { Flow } from '../../flow';
import {
  ARTIFACT_TYPES,
  type Binding,
  isParameterType,
  type Parameter,
  VALUE_TYPES,
  type PipelineNode,
  type PortType
} from '../../pipeline';
import { buildFlow } from './build-flow';
import { catalog } from './catalog';

const portType = fc.constantFrom<PortType>(...VALUE_TYPES, ...ARTIFACT_TYPES, 'acme.Report');
const CONSTANTS: Record<string, unknown> = {
  string: 'on',
  integer: 7,
  number: 1e-5,
  boolean: false,
  list: [1, 'no', null],
  object: { y: { x: 1 } }
};
const duration = fc.constantFrom('1s', '90s', '15m', '2h30m', '1d');

const settings = fc.record(
  {
    title: fc.oneof(fc.string(), fc.constantFrom('Train', 'train', 'train-driver', 'root', 'random')),
    pool: fc.constantFrom(...catalog.pools.map(({ id }) => id)),
    resources: fc.record(
      {
        cpu: fc.constantFrom('2', '250m'),
        memory: fc.constantFrom('1Gi', '1e9'),
        sharedMemory: fc.constant('1Gi')
      },
      { requiredKeys: [] }
    ),
    retry: fc.record(
      { max: fc.nat(5), backoff: duration, factor: fc.constantFrom(1, 1.5) },
      { requiredKeys: ['max'] }
    ),
    cache: fc.boolean(),
    timeout: duration,
    env: fc.dictionary(fc.constantFrom('A', 'y', 'HOME_1'), fc.string())
  },
  { requiredKeys: [] }
);

const drafts = fc.array(
  fc.record({
    kind: fc.constantFrom('cells', 'notebook', 'container', 'importer', 'note'),
    settings,
    outputs: fc.array(portType, { maxLength: 3 }),
    /** Picks a source for each input; see `bindings`. */
    picks: fc.array(fc.nat(), { maxLength: 4 }),
    after: fc.array(fc.nat(), { maxLength: 2 })
  }),
  { maxLength: 12 }
);
type Draft = typeof drafts extends fc.Arbitrary<(infer D)[]> ? D : never;

interface Source {
  type: PortType;
  from: Binding;
}

/** Pipelines of at least one task, without cycles, whose bindings fit, with every kind of node and setting. */
export const randomFlow: fc.Arbitrary<Flow> = fc
  .record({
    drafts,
    parameters: fc.dictionary(fc.constantFrom('y', 'epochs', 'no_1'), fc.constantFrom(...VALUE_TYPES))
  })
  .map(({ drafts, parameters }) => {
    const nodes: Record<string, PipelineNode> = {
      only: { kind: 'container', image: 'busybox', args: ['true'] }
    };
    const sources: Source[] = VALUE_TYPES.map(type => ({ type, from: { value: CONSTANTS[type] } }));
    for (const [parameter, type] of Object.entries(parameters)) {
      sources.push({ type, from: { parameter } });
    }
    drafts.forEach((draft, i) => {
      const id = `n${i}`;
      const { node, outputs } = nodeOf(draft, sources, Object.keys(nodes));
      nodes[id] = node;
      sources.push(...outputs.map(([output, type]) => ({ type, from: { node: id, output } })));
    });
    const declared = Object.entries(parameters).map(([name, type]): [string, Parameter] => [
      name,
      { type, ...(name !== 'y' && { default: CONSTANTS[type] }) }
    ]);
    return buildFlow(nodes, {
      name: 'random',
      parameters: Object.fromEntries(declared),
      sources: { cell: 'print(1)' }
    });
  });

function nodeOf(
  { kind, settings, outputs, picks, after }: Draft,
  sources: readonly Source[],
  earlier: readonly string[]
): { node: PipelineNode; outputs: [string, PortType][] } {
  const order = earlier.length ? [...new Set(after.map(pick => earlier[pick % earlier.length]))] : [];
  if (kind === 'note') {
    return { node: { kind, text: 'note' }, outputs: [] };
  }
  if (kind === 'importer') {
    const type = outputs.find(each => !isParameterType(each)) ?? 'Dataset';
    return { node: { kind, uri: 'gs://a/b', type, after: order }, outputs: [['artifact', type]] };
  }
  const ports = outputs.map((type, i): [string, PortType] => [`out${i}`, type]);
  const inputs = Object.fromEntries(picks.map((pick, i) => [`in${i}`, sources[pick % sources.length]]));
  const common = {
    ...settings,
    after: order,
    inputs,
    outputs: Object.fromEntries(ports.map(([name, type]) => [name, { type }]))
  };
  const node: PipelineNode =
    kind === 'cells'
      ? { kind, notebook: 'n.ipynb', cells: [{ id: 'cell', hash: '' }], ...common }
      : kind === 'notebook'
        ? { kind, notebook: 'n.ipynb', ...common }
        : {
            kind: 'container',
            image: 'busybox',
            command: ['sh', '-c', 'true'],
            args: [
              ...Object.keys(inputs).map(input => ({ input })),
              ...ports.map(([output]) => ({ output }))
            ],
            ...common
          };
  return { node, outputs: ports };
}
