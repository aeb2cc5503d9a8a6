// Writes what is derived from the sources and committed: the JSON Schemas that text editors use for Weft's files,
// from the definitions that also read the files, and the shortcuts that JupyterLab reads, from the actions.
// With --check it writes nothing and fails when a committed schema is not what would be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRoom } from './load-room.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

// One line per file: `schema/<file>` is what `from` makes of the exports of a room.
const FILES = [
  { file: 'weft.schema.json', room: 'pipeline', from: room => textSchema(room.PIPELINE_SCHEMA) },
  { file: 'weft.pools.schema.json', room: 'pools', from: room => textSchema(room.CatalogFile) },
  { file: 'lab/commands.json', room: 'actions', from: room => commandSettings(room.ACTIONS) }
];

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

function textSchema(schema) {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...modern(schema) };
}

/** Where shortcuts hold. Lumino takes no list of selectors, so each gets its own entry. */
const SELECTORS = ['.jp-WeftEditor', '.jp-WeftOutline'];
/** Any panel of the sidebars, the outline among them. */
const PANEL = '.jp-WeftPanel';

/** What a context menu is opened on, for each place that an action names. */
const MENUS = {
  canvas: ['.jp-WeftCanvas .react-flow__pane'],
  node: ['.jp-WeftCanvas .react-flow__node'],
  edge: ['.jp-WeftCanvas .react-flow__edge', '.jp-WeftWire-label'],
  group: ['.jp-WeftCanvas .react-flow__node.jp-mod-frame'],
  branch: ['.jp-WeftFrame.jp-type-branch', '.jp-WeftFrame.jp-type-choice'],
  'exit-handler': ['.jp-WeftFrame.jp-type-exit-handler']
};

/** Entries of context menus, in the order of the actions. */
function contextMenu(actions) {
  return actions.flatMap(({ id, menu = [] }, rank) =>
    menu.flatMap(place => MENUS[place].map(selector => ({ command: `weft:${id}`, selector, rank })))
  );
}

/** The settings of the plugin that makes commands of actions: shortcuts that users can change, and menus. */
function commandSettings(actions) {
  const cells = '.jp-Notebook .jp-CodeCell';
  return {
    title: 'Weft Commands',
    description: 'Shortcuts and menus of the pipeline editor.',
    'jupyter.lab.setting-icon': 'weft:pipeline',
    'jupyter.lab.menus': {
      context: [
        { command: 'weft:add-cells', args: { clicked: true }, selector: cells, rank: 30 },
        ...contextMenu(actions)
      ]
    },
    'jupyter.lab.shortcuts': actions.flatMap(({ id, keys = [], inPanels }) =>
      keys.flatMap(key =>
        (inPanels ? [SELECTORS[0], PANEL] : SELECTORS).map(selector => ({
          command: `weft:${id}`,
          keys: [key],
          selector
        }))
      )
    ),
    type: 'object',
    properties: {},
    additionalProperties: false
  };
}

function committed(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

for (const { file, room, from } of FILES) {
  const path = join(ROOT, 'schema', file);
  const text = `${JSON.stringify(from(await loadRoom(room)), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (committed(path) !== text) {
    process.stderr.write(`schema/${file} is not up to date; run "npm run build:schema" and commit it.\n`);
    process.exitCode = 1;
  }
}
