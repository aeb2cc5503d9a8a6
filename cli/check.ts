import { hasErrors, judge } from '../src/checks';
import type { Target } from '../src/kubeflow';
import { problemCount, problemLine } from './problem-text';
import { loadProject } from './project';

/** `weft check`: 0 when nothing stands in the way, 1 with errors, 2 when a notebook cannot be read. */
export async function checkCommand(
  path: string,
  options: { pools?: string; target: Target; json?: boolean }
): Promise<number> {
  const { flow, catalog } = await loadProject(path, options.pools);
  const { problems } = judge(flow, catalog, options.target);
  if (options.json) {
    const report = { pipeline: flow.pipeline.name, target: options.target, problems };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    problems.forEach(problem => process.stdout.write(`${problemLine(path, problem)}\n`));
    process.stderr.write(`${path}: ${problemCount(problems)}\n`);
  }
  for (const fault of flow.faults.values()) {
    process.stderr.write(`weft: ${fault.message}\n`);
  }
  return flow.faults.size > 0 ? 2 : hasErrors(problems) ? 1 : 0;
}
