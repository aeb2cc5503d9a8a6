import type { NameRule } from './names';

/** What may be typed as the path of a file that is an output. */
export const FILE_PATH: NameRule = { pattern: /\S/, taken: [] };

/** A name for the output that a file is: that of the file, free of what a port cannot be called. */
export function outputName(path: string, taken: readonly string[]): string {
  const base = path.replace(/[/\\]+$/, '').replace(/^.*[/\\]/, '');
  const plain = base.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9_]+/g, '_');
  const name = /^[A-Za-z]/.test(plain) ? plain : `file_${plain}`.replace(/_+/g, '_').replace(/_$/, '');
  let free = name;
  for (let count = 2; taken.includes(free); count++) {
    free = `${name}_${count}`;
  }
  return free;
}
