import { isChannelName } from '../lower/channel-names';
import type { ImportedTask } from './imported-task';

/**
 * Which inputs and outputs of groups are drawn as ports of their own. The others carry a value that something inside
 * reads from outside, or the other way round: the compiler writes them again when reader and giver are bound directly.
 */
export class DrawnPorts {
  private readonly drawn = new Set<string>();

  constructor(private readonly all = false) {}

  /** @returns false when it was drawn before */
  add(task: ImportedTask, side: 'in' | 'out', name: string): boolean {
    const before = this.has(task, side, name);
    this.drawn.add(key(task, side, name));
    return !before;
  }

  /** Names that the compiler does not give are the interface of a group. */
  has(task: ImportedTask, side: 'in' | 'out', name: string): boolean {
    return this.all || !isChannelName(name) || this.drawn.has(key(task, side, name));
  }
}

const key = (task: ImportedTask, side: string, name: string) => JSON.stringify([task.id, side, name]);
