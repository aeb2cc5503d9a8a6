import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { layoutPipeline, resolve } from '../src/flow';
import { importSpec, readSpec } from '../src/kubeflow';
import { readNotebook } from '../src/notebook';
import { newId, writePipeline } from '../src/pipeline';
import { importNotebook } from './import-notebook';
import { inFile } from './in-file';
import { loadAnalyzer } from './parser';
import { readText } from './read-text';
import { refuseToReplace } from './refuse-to-replace';
import { writeWhole } from './write-whole';

/**
 * `weft import`: draws the pipeline of a spec, laid out, with what no field says kept on its nodes. Notebooks of steps
 * that Weft made are written beside the pipeline where there are none. What an import cannot draw is named. A notebook
 * is drawn by its tags of Kale, or as proposed.
 * 0 imported, 1 a notebook holds nothing that could be a step.
 * @throws NotebookFileError; UserError for what is no spec, and for files that are there already
 */
export async function importCommand(
  path: string,
  options: { output?: string; force?: boolean; json?: boolean }
): Promise<number> {
  const { output, force = false, json = false } = options;
  refuseToReplace(output, force);
  if (/\.ipynb$/i.test(path)) {
    return importNotebook(path, output, json);
  }
  const analyzer = await loadAnalyzer();
  const id = newId();
  const { pipeline, report, notebooks } = inFile(path, () =>
    importSpec(readSpec(readText(path)), { id, analyzer })
  );
  const flow = resolve(pipeline, {
    notebook: name =>
      Object.hasOwn(notebooks, name)
        ? analyzer.notebook(readNotebook(JSON.stringify(notebooks[name]), name))
        : { message: `${name} is not in the spec.` }
  });
  const text = writePipeline({ ...pipeline, layout: layoutPipeline(flow) });
  if (output !== undefined) {
    writeWhole(output, text);
    writeNotebooks(notebooks, dirname(output));
  } else if (!json) {
    process.stdout.write(text);
  }
  if (json) {
    process.stdout.write(`${JSON.stringify({ file: output, ...report }, null, 2)}\n`);
  } else {
    [...report.opaque, ...report.kept].forEach(({ why }) => process.stderr.write(`${path}: ${why}\n`));
    process.stderr.write(`${path}: ${summary(report.counts)}\n`);
  }
  return 0;
}

/** Notebooks are the user's own: one that is there stays as it is. */
function writeNotebooks(notebooks: Readonly<Record<string, unknown>>, folder: string): void {
  for (const [name, notebook] of Object.entries(notebooks)) {
    const path = join(folder, name);
    if (existsSync(path)) {
      process.stderr.write(`${path} is there already and stays as it is.\n`);
    } else {
      writeWhole(path, `${JSON.stringify(notebook, null, 1)}\n`);
    }
  }
}

/** `12 nodes: 10 container, 2 loop`. */
function summary(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${all} ${all === 1 ? 'node' : 'nodes'}${parts.length ? `: ${parts.join(', ')}` : ''}`;
}
