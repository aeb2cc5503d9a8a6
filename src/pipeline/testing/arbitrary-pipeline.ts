import fc from 'fast-check';
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
const type = fc.constantFrom(...PARAMETER_TYPES, ...ARTIFACT_TYPES, 'acme.Report');

/** A record whose optional members may be left out, and which may hold members nobody knows. */
function open(
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>
) {
  const known = fc.record({ ...optional, ...required }, { requiredKeys: Object.keys(required) });
  const extra = fc.dictionary(fc.constantFrom('x', 'y/z', 'deleted'), json, { maxKeys: 1 });
  return fc.tuple(known, extra).map(([a, b]): Record<string, unknown> => ({ ...b, ...a }));
}

const binding = fc.oneof(
  fc.record({ node: id, output: fc.constantFrom('o', 'p', 'artifact') }),
  fc.record({ parameter: fc.constantFrom('p', 'q') }),
  fc.record({ value: json })
);
const inputs = fc.dictionary(key, open({ type }, { from: binding, optional: fc.boolean() }), { maxKeys: 3 });
const cellInputs = fc.dictionary(key, open({}, { type, from: binding, removed: fc.boolean() }), {
  maxKeys: 3
});
const outputs = fc.dictionary(fc.constantFrom('o', 'p'), open({ type }, { description: text }));
const shared = { title: text, group: id };
const step = {
  ...shared,
  after: fc.array(id, { maxLength: 4 }),
  resources: open({}, { cpu: text, accelerators: fc.nat(9) }),
  retry: open({ max: fc.nat(5) }, { factor: fc.constant(2) }),
  cache: fc.boolean(),
  env: fc.dictionary(key, text, { maxKeys: 3 })
};
const cell = open({ id: fc.constantFrom('1', '2', '3/4'), hash: text }, {});
const argument = fc.oneof(text, fc.record({ input: key }));

export const node = fc.oneof(
  open(
    { kind: fc.constant('cells'), notebook: text, cells: fc.array(cell, { maxLength: 3 }) },
    { ...step, inputs: cellInputs, outputs }
  ),
  open(
    { kind: fc.constant('container'), image: text },
    { ...step, args: fc.array(argument), inputs, outputs }
  ),
  open(
    {
      kind: fc.constant('importer'),
      type,
      uri: fc.oneof(text, fc.record({ parameter: fc.constantFrom('p', 'q') }))
    },
    { ...shared, metadata: fc.dictionary(key, json, { maxKeys: 2 }) }
  ),
  open({ kind: fc.constant('note'), text }, { ...shared, size: fc.tuple(fc.nat(99), fc.nat(99)) }),
  open(
    { kind: fc.constantFrom('loop', 'toString') },
    { ...shared, inputs: json, after: json, cells: json, resources: json, retry: json }
  )
);

const position = fc.tuple(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const parameter = open({ type: fc.constantFrom(...PARAMETER_TYPES) }, { default: json });

/** Pipelines as files may hold them: with references to nothing, cycles, and keys of newer versions. */
export const arbitraryPipeline = fc
  .tuple(
    open({ weft: fc.constant(VERSION), id: fc.constantFrom('doc', 'x'), name: text }, { description: text }),
    fc.record({
      parameters: fc.dictionary(fc.constantFrom('p', 'r', 'a/b'), parameter),
      nodes: fc.dictionary(id, node),
      layout: fc.dictionary(id, position)
    })
  )
  .map(([meta, parts]) => JSON.parse(JSON.stringify({ ...meta, ...parts })) as Pipeline);
