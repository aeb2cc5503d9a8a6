// Writes docs/checks.md from the rules and the table of targets. With --check it writes nothing and fails when the
// committed page is not what would be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRoom } from './load-room.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGE = join(ROOT, 'docs', 'checks.md');
const SEVERITY = { ignored: 'warning', rejected: 'error', fails: 'error' };

const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n');
const fate = kind => (kind ? `${kind} (${SEVERITY[kind]})` : '');

function page(rules, rows) {
  const ofRules = rules.map(({ id, about }) => [`\`${id}\``, about]);
  const ofRows = [...rows]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, what, since, argo, local, why, source }) => [
      `\`target-${id}\``,
      what,
      argo ? (since ?? 'none').replace('kfp-', '') : '',
      fate(argo),
      fate(local),
      why,
      source
    ]);
  return `# What is checked

Written by \`npm run build:docs\` from \`src/checks/rules\` and \`src/kubeflow/targets\`. A rule or a row is changed there.

## Rules

Each rule is a file, and says what holds when it finds nothing.

${table(['rule', 'what holds'], ofRules)}

## What targets do not honour

A spec is written for a target: a release of Kubeflow Pipelines, or \`local\`, the SDK's local runner. Each row names
something of the format that some target does not honour. *Ignored*: the rest runs as if it were not there. *Rejected*:
the whole pipeline is refused. *Fails*: it is taken, and the run fails or does something else than it says. Numbers are
issues and pull requests of kubeflow/pipelines.

${table(['row', 'what', 'honoured from', 'before, on Kubeflow', 'local', 'why', 'source'], ofRows)}
`;
}

const { RULES } = await loadRoom('checks');
const { ROWS } = await loadRoom('kubeflow');
const text = page(RULES, ROWS);
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, text);
} else if (readFileSync(PAGE, 'utf8') !== text) {
  process.stderr.write('docs/checks.md is not up to date; run "npm run build:docs" and commit it.\n');
  process.exitCode = 1;
}
