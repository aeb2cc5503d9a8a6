import fc from 'fast-check';
import { COMPARISONS } from '../groups';
import { ARTIFACT_TYPES, PARAMETER_TYPES } from '../ports';
import { type Pipeline, VERSION } from '../schema';

/** Any JSON value that a file can hold exactly. */
export const json = fc
  .jsonValue({ maxDepth: 2 })
  .map(value => JSON.stringify(value))
  .filter(text => !text.includes('__proto__'))
  .map(text => JSON.parse(text) as unknown);

const key = fc.oneof(
  fc.constantFrom('a', 'b', 'a/b', '~1', '', 'constructor', '0', 'from', 'deleted'),
  fc.string({ maxLength: 6 }).filter(text => text !== '__proto__')
);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'toString');
const text = fc.string({ maxLength: 8 });
const type = fc.constantFrom(...PARAMETER_TYPES, ...ARTIFACT_TYPES, 'acme.Report', 'Model[]');

/** A record whose optional members may be left out, and which may hold members nobody knows. */
function open(
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>
) {
  const known = fc.record({ ...optional, ...required }, { requiredKeys: Object.keys(required) });
  const extra = fc.dictionary(fc.constantFrom('x', 'y/z', 'deleted'), json, { maxKeys: 1 });
  return fc.tuple(known, extra).map(([a, b]): Record<string, unknown> => ({ ...b, ...a }));
}
const list = (item: fc.Arbitrary<unknown>, maxLength = 3) => fc.array(item, { maxLength });

export const binding = fc.oneof(
  fc.record({ node: id, output: fc.constantFrom('o', 'p', 'artifact') }),
  fc.record({ node: id, input: fc.constantFrom('a', 'b') }),
  fc.record({ item: id, field: fc.constantFrom('x', 'y') }, { requiredKeys: ['item'] }),
  fc.record({ status: id }),
  fc.record({ parameter: fc.constantFrom('p', 'q') }),
  fc.record({ value: json })
);
const inputs = fc.dictionary(key, open({ type }, { from: binding, optional: fc.boolean() }), { maxKeys: 3 });
const cellInputs = fc.dictionary(key, open({}, { type, from: binding, removed: fc.boolean() }), {
  maxKeys: 3
});
const outputs = fc.dictionary(fc.constantFrom('o', 'p'), open({ type }, { description: text }));
const cellOutputs = fc.dictionary(
  fc.constantFrom('o', 'p', '_'),
  open({ type }, { description: text, file: text })
);
const groupOutputs = fc.dictionary(
  fc.constantFrom('o', 'p'),
  open({ type, from: fc.oneof(binding, list(binding)) }, { description: text })
);
const shared = { title: text, group: id };
const task = {
  ...shared,
  after: list(id, 4),
  ignoreUpstreamFailure: fc.boolean(),
  names: open({}, { task: text, item: text }),
  kept: list(open({ at: list(text) }, { is: json, was: json }), 2)
};
const repeat = {
  retry: open({ max: fc.nat(5) }, { factor: fc.constant(2) }),
  cache: fc.boolean(),
  cacheKey: text
};
const name = fc.oneof(text, binding);
const labels = fc.dictionary(key, text, { maxKeys: 2 });
const kubernetes = open(
  {},
  {
    secretAsEnv: list(
      open({ secretName: name, keyToEnv: list(open({ secretKey: text, envVar: text }, {})) }, {}),
      2
    ),
    configMapAsVolume: list(open({ configMapName: name, mountPath: text }, {}), 2),
    pvcMount: list(open({ pvcName: name, mountPath: text }, { subPath: text })),
    nodeSelector: fc.oneof(binding, labels),
    tolerations: list(fc.oneof(binding, open({}, { key: text, effect: text }))),
    nodeAffinity: list(fc.oneof(binding, open({}, { weight: fc.nat(100) })), 2),
    podMetadata: open({}, { labels, annotations: labels }),
    imagePullSecret: list(open({ secretName: name }, {}), 2)
  }
);
const step = {
  ...task,
  ...repeat,
  resources: open({}, { cpu: text, accelerators: fc.oneof(fc.nat(9), text) }),
  env: fc.dictionary(key, text, { maxKeys: 3 }),
  kubernetes
};
const cell = open({ id: fc.constantFrom('1', '2', '3/4'), hash: text }, {});
const argument = fc.oneof(
  text,
  fc.record({ input: key }),
  fc.record({ concat: list(fc.oneof(text, fc.record({ output: key }))) }),
  fc.record({ if: key, then: text })
);
const group = { ...task, inputs, outputs: groupOutputs };
const condition = fc.oneof(
  fc.record({ left: binding, is: fc.constantFrom(...COMPARISONS), right: binding }),
  fc.record({ cel: text })
);

const groupNode = fc.oneof(
  open({ kind: fc.constant('loop') }, { ...group, items: binding, parallelism: fc.nat(9) }),
  open({ kind: fc.constant('branch') }, { ...group, when: condition, rank: fc.nat(9) }),
  open({ kind: fc.constantFrom('choice', 'exit-handler') }, group),
  open({ kind: fc.constant('pipeline') }, { ...group, ...repeat, file: fc.constant('other.weft') })
);

export const node = fc.oneof(
  { weight: 4, arbitrary: groupNode },
  {
    weight: 1,
    arbitrary: open(
      { kind: fc.constant('cells'), notebook: text, cells: list(cell) },
      { ...step, inputs: cellInputs, outputs: cellOutputs, packages: list(text) }
    )
  },
  {
    weight: 1,
    arbitrary: open(
      { kind: fc.constant('notebook'), notebook: text },
      { ...step, image: text, inputs: cellInputs, outputs: cellOutputs, packages: list(text) }
    )
  },
  {
    weight: 2,
    arbitrary: open(
      { kind: fc.constant('container'), image: text },
      { ...step, args: list(argument), inputs, outputs }
    )
  },
  {
    weight: 1,
    arbitrary: open(
      { kind: fc.constant('component'), executor: fc.dictionary(key, json, { maxKeys: 2 }) },
      { ...task, ...repeat, inputs, outputs }
    )
  },
  {
    weight: 1,
    arbitrary: open(
      { kind: fc.constant('importer'), type, uri: fc.oneof(text, binding) },
      { ...task, inputs, metadata: fc.dictionary(key, json, { maxKeys: 2 }) }
    )
  },
  {
    weight: 1,
    arbitrary: open(
      { kind: fc.constant('note'), text },
      { ...shared, size: fc.tuple(fc.nat(99), fc.nat(99)) }
    )
  },
  {
    weight: 1,
    arbitrary: open(
      { kind: fc.constantFrom('sweep', 'toString') },
      {
        ...shared,
        inputs: json,
        outputs: json,
        after: json,
        cells: json,
        resources: json,
        when: json,
        items: json
      }
    )
  }
);

const position = fc.tuple(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const parameter = open({ type }, { default: json, optional: fc.boolean() });
const meta = open(
  { weft: fc.constant(VERSION), id: fc.constantFrom('doc', 'x'), name: text },
  {
    description: text,
    displayName: text,
    pipelineRoot: text,
    outputs: groupOutputs,
    config: open({}, { activeDeadlineSeconds: fc.nat(99), workspace: open({ size: text }, {}) }),
    imported: open({}, { sdkVersion: text, comment: text })
  }
);

const message = open({ by: text, name: text, at: text, text }, {});
const thread = open(
  { messages: fc.dictionary(key, message, { minKeys: 1, maxKeys: 3 }) },
  { node: id, at: position, resolved: open({ by: text, at: text }, {}) }
);
const comments = fc.dictionary(key, thread, { minKeys: 1, maxKeys: 3 });

/** Pipelines as files may hold them: with references to nothing, cycles, and keys of newer versions. */
export const arbitraryPipeline = fc
  .tuple(
    meta,
    fc.record(
      {
        parameters: fc.dictionary(fc.constantFrom('p', 'r', 'a/b'), parameter),
        nodes: fc.dictionary(id, node),
        layout: fc.dictionary(id, position),
        comments
      },
      { requiredKeys: ['parameters', 'nodes', 'layout'] }
    )
  )
  .map(([head, parts]) => JSON.parse(JSON.stringify({ ...head, ...parts })) as Pipeline);
