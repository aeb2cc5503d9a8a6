import {
  conflictText,
  isEmptyText,
  mergePipelines,
  newPipeline,
  type Pipeline,
  readPipeline,
  sanitise
} from '../src/pipeline';
import { valueText } from './report/value-text';
import { readText } from './read-text';
import { writeWhole } from './write-whole';

/**
 * `weft merge`: a merge driver for Git (`driver = weft merge %O %A %B --path %P`). Writes the merged pipeline in
 * place of `ours`; with conflicts it holds Git's marks around the fields concerned. 0 merged, 1 conflicts.
 * @throws PipelineFileError when one of the three cannot be read; nothing is written then
 */
export function mergeCommand(
  base: string,
  ours: string,
  theirs: string,
  options: { path?: string; json?: boolean }
): number {
  const name = options.path ?? ours;
  const read = (path: string, side: string) => readPipeline(readText(path), `${name} (${side})`);
  const [mine, other] = [read(ours, 'ours'), read(theirs, 'theirs')];
  const from = isEmptyText(readText(base)) ? newPipeline(mine) : read(base, 'base');
  const merged = mergePipelines(from, mine, other);
  writeWhole(ours, conflictText(merged, { ours: 'ours', theirs: 'theirs' }));
  const dangling = newlyDangling(merged.ours, [mine, other]);
  if (options.json) {
    const conflicts = merged.conflicts.map(({ path, ...sides }) => ({ path: path.join('.'), ...sides }));
    process.stdout.write(`${JSON.stringify({ path: name, conflicts, dangling }, null, 2)}\n`);
  }
  for (const { path, ours: mine, theirs: other } of merged.conflicts) {
    process.stderr.write(
      `${name}: ${path.join('.')}: ours ${valueText(mine)}, theirs ${valueText(other)}; keep one.\n`
    );
  }
  dangling.forEach(place =>
    process.stderr.write(`${name}: ${place} names what the other side took away; weft check tells more.\n`)
  );
  return merged.conflicts.length ? 1 : 0;
}

/** References that held on each side and lead nowhere together. */
function newlyDangling(merged: Pipeline, sides: readonly Pipeline[]): string[] {
  const repairs = (pipeline: Pipeline) =>
    sanitise(pipeline).repairs.map(({ node, field }) => [node, ...field].join('.'));
  const known = new Set(sides.flatMap(repairs));
  return repairs(merged).filter(place => !known.has(place));
}
