import { hasErrors, judge } from '../src/checks';
import { type Target, writeSpec } from '../src/kubeflow';
import { problemLine } from './problem-text';
import { loadProject } from './project';
import { writeWhole } from './write-whole';

/**
 * `weft compile`: writes the spec, or, with problems of severity error or a setting that would be lost, nothing.
 * With `json`, standard output gets what became of every setting, and the spec goes to a file or nowhere.
 * 0 written, 1 problems, 2 a notebook cannot be read.
 */
export async function compileCommand(
  path: string,
  options: { output?: string; pools?: string; target: Target; json?: boolean }
): Promise<number> {
  const { flow, catalog } = await loadProject(path, options.pools);
  const { problems, compiled } = judge(flow, catalog, options.target);
  problems.forEach(problem => process.stderr.write(`${problemLine(path, problem)}\n`));
  if (flow.faults.size > 0) {
    return 2;
  }
  if (options.json) {
    const { report, sourceMap } = compiled;
    process.stdout.write(
      `${JSON.stringify({ target: options.target, problems, report, sourceMap }, null, 2)}\n`
    );
  }
  if (hasErrors(problems)) {
    return 1;
  }
  if (options.output) {
    writeWhole(options.output, writeSpec(compiled));
  } else if (!options.json) {
    process.stdout.write(writeSpec(compiled));
  }
  return 0;
}
