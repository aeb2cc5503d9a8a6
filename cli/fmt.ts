import { isEmptyText, readPipeline, writePipeline } from '../src/pipeline';
import { readText } from './read-text';
import { writeWhole } from './write-whole';

/**
 * `weft fmt`: writes pipeline files in their canonical form; with `check`, writes nothing and names those that are
 * not. All are read before the first is written. 0 done, or all in form; 1 with `check` when one is not.
 */
export function fmtCommand(paths: readonly string[], { check = false }: { check?: boolean }): number {
  const changed = paths
    .map(path => ({ path, text: readText(path) }))
    .filter(({ text }) => !isEmptyText(text))
    .map(({ path, text }) => ({ path, text, canonical: writePipeline(readPipeline(text, path)) }))
    .filter(({ text, canonical }) => text !== canonical);
  for (const { path, canonical } of changed) {
    if (!check) {
      writeWhole(path, canonical);
    }
    process.stdout.write(`${path}\n`);
  }
  return check && changed.length > 0 ? 1 : 0;
}
