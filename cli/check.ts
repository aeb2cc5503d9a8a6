import { hasErrors, judge } from '../src/checks';
import type { Target } from '../src/kubeflow';
import { placesIn } from '../src/pipeline';
import { problemCount, problemLine } from './problem-text';
import { loadProject } from './project';
import { readText } from './read-text';
import { junit } from './report/junit';
import type { CheckedPipeline } from './report/problem-report';
import { sarif } from './report/sarif';

/** How `weft check` can report. */
export const FORMATS = ['text', 'json', 'sarif', 'junit'] as const;
type Format = (typeof FORMATS)[number];

/** `weft check`: 0 when nothing stands in the way, 1 with errors, 2 when a notebook cannot be read. */
export async function checkCommand(
  path: string,
  options: { pools?: string; target: Target; json?: boolean; format?: Format }
): Promise<number> {
  const { flow, catalog } = await loadProject(path, options.pools);
  const { problems } = judge(flow, catalog, options.target);
  const format = options.json ? 'json' : (options.format ?? 'text');
  if (format === 'text') {
    problems.forEach(problem => process.stdout.write(`${problemLine(path, problem)}\n`));
    process.stderr.write(`${path}: ${problemCount(problems)}\n`);
  } else {
    const placeOf = placesIn(readText(path));
    const placed = problems.map(problem => ({ ...problem, place: placeOf(problem.node, problem.field) }));
    const { name } = flow.pipeline;
    process.stdout.write(WRITERS[format]({ path, pipeline: name, target: options.target, problems: placed }));
  }
  for (const fault of flow.faults.values()) {
    process.stderr.write(`weft: ${fault.message}\n`);
  }
  return flow.faults.size > 0 ? 2 : hasErrors(problems) ? 1 : 0;
}

const WRITERS: Record<Exclude<Format, 'text'>, (checked: CheckedPipeline) => string> = {
  json: ({ pipeline, target, problems }) => {
    const bare = problems.map(({ place: _place, ...problem }) => problem);
    return `${JSON.stringify({ pipeline, target, problems: bare }, null, 2)}\n`;
  },
  sarif,
  junit
};
