import { UserError } from './failure';
import { loadProject } from './project';
import { runLocal } from './run-local';

/** `weft run --local`: 0 when the run succeeded, 1 when a step failed or problems stand, 2 when it cannot start. */
export async function runCommand(
  path: string,
  options: {
    local?: boolean;
    until?: string;
    param: string[];
    pools?: string;
    keep?: string;
    python?: string;
    json?: boolean;
  }
): Promise<number> {
  if (!options.local) {
    throw new UserError('say where to run: weft run <pipeline> --local runs on this machine.');
  }
  return runLocal(await loadProject(path, options.pools), options);
}
