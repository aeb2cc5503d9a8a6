// Writes the JSON Schemas that text editors use for Weft's files, from the definitions that also read the files.
// With --check it writes nothing and fails when a committed schema is not what would be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

// One line per file format: what is exported under `name` by the room goes to `schema/<file>`.
const SCHEMAS = [
  { file: 'weft.schema.json', room: 'pipeline', name: 'PIPELINE_SCHEMA' },
  { file: 'weft.pools.schema.json', room: 'pools', name: 'CatalogFile' }
];

/** What a room exports, its TypeScript bundled in memory. */
async function load(room) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'src', room, 'index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'error'
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Tuples as draft 2020-12 has them: typebox writes the form of the drafts before. */
function modern(schema) {
  if (Array.isArray(schema)) {
    return schema.map(modern);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const entries = Object.entries(schema).map(([key, value]) => [key, modern(value)]);
  const { items, additionalItems, ...rest } = Object.fromEntries(entries);
  if (Array.isArray(items)) {
    return { ...rest, prefixItems: items, items: additionalItems ?? true };
  }
  return Object.fromEntries(entries);
}

function textOf(schema) {
  const whole = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...modern(schema) };
  return JSON.stringify(whole, null, 2) + '\n';
}

function committed(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

for (const { file, room, name } of SCHEMAS) {
  const path = join(ROOT, 'schema', file);
  const text = textOf((await load(room))[name]);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (committed(path) !== text) {
    process.stderr.write(`schema/${file} is not up to date; run "npm run build:schema" and commit it.\n`);
    process.exitCode = 1;
  }
}
