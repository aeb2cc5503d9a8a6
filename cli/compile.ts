import { check } from '../src/checks';
import { compile, type Target, writeSpec } from '../src/kubeflow';
import { problemLine } from './problemText';
import { loadProject } from './project';
import { writeWhole } from './writeWhole';

/**
 * `weft compile`: writes the spec, or, with problems of severity error or a setting that would be lost, nothing.
 * 0 written, 1 problems, 2 a notebook cannot be read.
 */
export async function compileCommand(
  path: string,
  options: { output?: string; pools?: string; target: Target; report?: boolean }
): Promise<number> {
  const { flow, catalog } = await loadProject(path, options.pools);
  const problems = check(flow, catalog, options.target);
  problems.forEach(problem => process.stderr.write(`${problemLine(path, problem)}\n`));
  if (flow.faults.size > 0) {
    return 2;
  }
  const compiled = compile(flow, catalog, options.target);
  const amiss = compiled.report.filter(entry => entry.outcome === 'ignored' || entry.outcome === 'lost');
  for (const { node, field, outcome, message = '', fix = '' } of amiss) {
    process.stderr.write(
      `${path}: ${node}: ${field}: ${outcome}: ${message} ${fix}\n`.replace(/ +\n$/, '\n')
    );
  }
  const stopped = problems.some(problem => problem.severity === 'error');
  if (options.report) {
    const { report, sourceMap } = compiled;
    process.stdout.write(`${JSON.stringify({ report, sourceMap }, null, 2)}\n`);
  }
  if (stopped || amiss.some(entry => entry.outcome === 'lost')) {
    return 1;
  }
  if (options.output) {
    writeWhole(options.output, writeSpec(compiled));
  } else if (!options.report) {
    process.stdout.write(writeSpec(compiled));
  }
  return 0;
}
