// Writes one spec whose every text and number is hard to write, and the same as JSON.
// usage: node conformance/write-tricky.mjs DIRECTORY [SEED]
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './bundle.mjs';

const ENTRY = `
export { writeSpec } from './src/kubeflow/yaml';
export { trickyText, trickyValue } from './src/kubeflow/testing/random-text';
`;
const VALUES = 3000;
const LONG_TEXTS = 1000;

const [out, seed = '20261121'] = process.argv.slice(2);
if (!out) {
  process.stderr.write('usage: node conformance/write-tricky.mjs DIRECTORY [SEED]\n');
  process.exit(2);
}
const { trickyText, trickyValue, writeSpec } = await load(ENTRY, out);
const sample = (arbitrary, numRuns) => fc.sample(arbitrary, { numRuns, seed: Number(seed) });
const longText = fc.array(trickyText, { minLength: 5, maxLength: 60 }).map(texts => texts.join(' '));

const [name, description, text] = sample(trickyText, 3);
const spec = {
  pipelineInfo: { name, description: `${description}\n${sample(trickyText, 200).join('')}` },
  root: { inputDefinitions: { parameters: { [text]: { parameterType: 'STRING', defaultValue: text } } } },
  keys: Object.fromEntries(sample(trickyText, VALUES).map(key => [key, 1.5])),
  long: sample(longText, LONG_TEXTS),
  values: Object.fromEntries(sample(trickyValue, VALUES).map((value, i) => [`v${i}`, value]))
};
writeFileSync(join(out, 'tricky.yaml'), writeSpec({ spec }));
writeFileSync(join(out, 'tricky.json'), JSON.stringify(spec));
