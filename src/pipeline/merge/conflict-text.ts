import { diffArrays } from 'diff';
import { writePipeline } from '../file/write-pipeline';
import type { Merged } from './merge-pipelines';

/** What the two sides are called behind the marks of a conflict. */
export interface SideNames {
  ours: string;
  theirs: string;
}

/**
 * The text of merged pipelines: canonical, with Git's marks around the lines on which the sides differ. Taking one
 * side of every mark gives a pipeline file. Without conflicts it is the pipeline's text.
 */
export function conflictText({ ours, theirs }: Pick<Merged, 'ours' | 'theirs'>, names: SideNames): string {
  const lines: string[] = [];
  let hunk: Hunk | undefined;
  const close = () => {
    if (hunk) {
      lines.push(`<<<<<<< ${names.ours}`, ...hunk.ours, '=======', ...hunk.theirs, `>>>>>>> ${names.theirs}`);
      hunk = undefined;
    }
  };
  for (const { value, added, removed } of diffArrays(linesOf(ours), linesOf(theirs))) {
    if (added || removed) {
      hunk ??= { ours: [], theirs: [] };
      hunk[added ? 'theirs' : 'ours'].push(...value);
    } else {
      close();
      lines.push(...value);
    }
  }
  close();
  return lines.join('\n');
}

interface Hunk {
  ours: string[];
  theirs: string[];
}

const linesOf = (pipeline: Merged['ours']) => writePipeline(pipeline).split('\n');
