import { proposeSteps, readKale } from '../src/notebook';
import {
  drawKale,
  type DrawnKale,
  isNote,
  nameOfFile,
  newId,
  type Pipeline,
  proposedPipeline
} from '../src/pipeline';
import { isForeign, laidOut, loadNotebook, namedFrom, type NotebookFile } from './notebook-file';
import { writeWhole } from './write-whole';

/**
 * `weft import` of a notebook: with Kale's tags just the steps that they name, else the steps that `weft propose`
 * proposes. Names what Kale's tags and metadata say and the pipeline does not.
 *
 * @returns the exit status: 0 imported, 1 the notebook holds nothing that could be a step, or is not in Python
 * @throws NotebookFileError, or UserError for a file that cannot be read or written
 */
export async function importNotebook(
  path: string,
  output: string | undefined,
  json: boolean
): Promise<number> {
  const file = await loadNotebook(path);
  if (isForeign(file)) {
    return 1;
  }
  const named = namedFrom(output, path);
  const { from, pipeline, lost } = drawn(file, named, nameOfFile(output ?? path.replace(/\.ipynb$/i, '')));
  const steps = Object.values(pipeline.nodes).filter(node => !isNote(node));
  if (steps.length === 0) {
    process.stderr.write(`${path} holds no code that could be a step.\n`);
    return 1;
  }
  const text = laidOut(pipeline, named, file.analyzed);
  if (output !== undefined) {
    writeWhole(output, text);
  } else if (!json) {
    process.stdout.write(text);
  }
  if (json) {
    const titles = steps.map(({ title }) => title);
    process.stdout.write(`${JSON.stringify({ file: output, from, steps: titles, lost }, null, 2)}\n`);
    return 0;
  }
  lost.forEach(({ message }) => process.stderr.write(`${path}: ${message}\n`));
  const source = from === 'kale' ? "from Kale's tags" : 'proposed (weft propose says why)';
  process.stderr.write(`${path}: ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}, ${source}\n`);
  return 0;
}

function drawn(
  { path, text, notebook, analyzed }: NotebookFile,
  named: string,
  name: string
): DrawnKale & { from: 'kale' | 'proposal' } {
  const kale = readKale(text, path);
  const made = { id: newId(), name };
  if (kale && kale.steps.length > 0) {
    return { from: 'kale', ...drawKale(kale, analyzed, named, made) };
  }
  const pipeline: Pipeline = proposedPipeline(named, analyzed, proposeSteps(notebook, analyzed), made);
  const lost = kale
    ? [{ message: 'No cell is tagged as a step of Kale, so that its other tags do not count.' }, ...kale.lost]
    : [];
  return { from: 'proposal', pipeline, lost };
}
