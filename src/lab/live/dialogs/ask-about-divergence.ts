import { mergePipelines, type Pipeline, readPipeline } from '../../../pipeline';
import type { Divergence } from '../../../session';
import { chooseSides } from '../choose-sides';
import type { Live } from '../live';
import { readOr } from '../merge-file';
import { decide } from './decide';
import { saveCopy } from './save-copy';

/**
 * Asks what is to become of edits that were made on another history than the one the room has now.
 * @param path of the file that is open
 * @returns null for later
 */
export async function askAboutDivergence(
  { base, mine, theirs }: Divergence,
  path: string,
  live: Live
): Promise<'mine' | 'theirs' | Pipeline | null> {
  const { trans } = live;
  const [here, there] = [readPipeline(mine), readPipeline(theirs)];
  const common = base === null ? null : readOr(base);
  const decision = await decide(
    {
      title: trans.__('Two versions of %1', path),
      why: trans.__(
        'The pipeline on the hub does not continue what is here: it was restored or replaced, or both were edited apart. Nothing was merged, so that nothing is there twice.'
      ),
      mine: { pipeline: here, name: trans.__('Here') },
      theirs: { pipeline: there, name: trans.__('On the hub') },
      base: common,
      copy: trans.__('Save Mine as a Copy')
    },
    trans
  );
  if (decision === null) {
    return null;
  }
  if (decision.kind === 'copy') {
    await saveCopy(mine, path, live);
    return 'theirs';
  }
  if (decision.kind === 'merge' && common) {
    return chooseSides(mergePipelines(common, here, there).ours, decision.theirs);
  }
  return decision.kind === 'theirs' ? 'theirs' : 'mine';
}
