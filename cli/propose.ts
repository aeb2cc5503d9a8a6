import { type Notebook, type Proposal, proposeSteps, reasonText, type SpareCell } from '../src/notebook';
import { nameOfFile, newId, proposedPipeline } from '../src/pipeline';
import { isForeign, laidOut, loadNotebook, namedFrom } from './notebook-file';
import { refuseToReplace } from './refuse-to-replace';
import { writeWhole } from './write-whole';

/**
 * `weft propose NOTEBOOK [--json] [-o out.weft]`: the steps that a notebook falls into, each with its reasons; with
 * `-o` also as a pipeline. The result goes to standard output, messages to standard error.
 *
 * @returns the exit status: 0 fine, 1 the notebook holds nothing that could be a step, or is not in Python
 * @throws NotebookFileError, or UserError for a file that cannot be read or written, or is there already
 */
export async function proposeCommand(
  path: string,
  options: { output?: string; force?: boolean; json?: boolean }
): Promise<number> {
  const { output, force = false, json = false } = options;
  refuseToReplace(output, force);
  const file = await loadNotebook(path);
  if (isForeign(file)) {
    return 1;
  }
  const { notebook, analyzed } = file;
  const proposal = proposeSteps(notebook, analyzed);
  process.stdout.write(
    json ? `${JSON.stringify(report(proposal, output), null, 2)}\n` : plainText(path, notebook, proposal)
  );
  if (proposal.steps.length === 0) {
    process.stderr.write(`${path} holds no code that could be a step.\n`);
    return 1;
  }
  if (output !== undefined) {
    const named = namedFrom(output, path);
    const made = { id: newId(), name: nameOfFile(output) };
    writeWhole(output, laidOut(proposedPipeline(named, analyzed, proposal, made), named, analyzed));
  }
  return 0;
}

/** The proposal with its reasons in words beside their data. */
function report({ steps, skipped, prelude, parameters }: Proposal, file: string | undefined): object {
  const withText = ({ cell, why }: SpareCell) => ({ cell, why: { ...why, text: reasonText(why) } });
  return {
    file,
    steps: steps.map(step => ({ ...step, why: step.why.map(why => ({ ...why, text: reasonText(why) })) })),
    prelude: prelude.map(withText),
    skipped: skipped.map(withText),
    parameters
  };
}

const GPU = { needs: ', needs a GPU', would: ', would use a GPU', none: '' } as const;

function plainText(path: string, notebook: Notebook, proposal: Proposal): string {
  const { steps, skipped, prelude, parameters } = proposal;
  const numbers = new Map(notebook.cells.map(({ id, index }) => [id, index + 1]));
  const spare = (title: string, cells: readonly SpareCell[]): string[] =>
    cells.length === 0
      ? []
      : ['', title, ...cells.map(({ cell, why }) => `   cell ${numbers.get(cell)}: ${reasonText(why)}`)];
  const lines = [
    `${path}: ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`,
    ...steps.flatMap(({ title, cells, gpu, why }, i) => [
      '',
      `${i + 1}. ${title} (${cellsText(cells.map(id => numbers.get(id) ?? 0))}${GPU[gpu]})`,
      ...why.map(reason => `   ${reasonText(reason)}`)
    ]),
    ...spare('Copied into the steps that need it:', prelude),
    ...spare('Left out:', skipped)
  ];
  if (parameters.length > 0) {
    const values = parameters.map(({ name, value }) => `   ${name} = ${JSON.stringify(value)}`);
    lines.push('', 'Parameters:', ...values);
  }
  return `${lines.join('\n')}\n`;
}

/** `cell 3`, `cells 3 to 6, 8`. */
function cellsText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) {
      last[1] = number;
    } else {
      runs.push([number, number]);
    }
  }
  const parts = runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  return `${numbers.length === 1 ? 'cell' : 'cells'} ${parts.join(', ')}`;
}
