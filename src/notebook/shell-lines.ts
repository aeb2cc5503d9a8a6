import { scanLines } from './ipython/logical-lines';

/** A command that a cell gives to the shell or to a magic, such as `pip install numpy`. */
export interface ShellLine {
  line: number;
  /** One logical line, without its `!` or `%`. */
  text: string;
  /** A line magic takes it, not the shell. */
  magic: boolean;
}

const SHELL_CELL = /^(?:[ \t]*\n)*[ \t]*%%(?:bash|sh|zsh|script|system|sx|cmd|!)(?![\w-])/;

/** The commands of a cell in `!` lines, in line magics, and in the bodies of `%%bash` and its like. */
export function shellLines(source: string): ShellLine[] {
  const cell = SHELL_CELL.exec(source);
  if (cell) {
    const head = source.slice(0, cell[0].length).split('\n').length;
    return joined(source.split('\n').slice(head).join('\n'), head + 1, false);
  }
  return scanLines(source).found.flatMap(({ kind, start, end, mark }) =>
    kind === 'help' || kind === 'call'
      ? []
      : joined(
          source.slice(start + mark.length, end),
          source.slice(0, start).split('\n').length,
          mark.startsWith('%')
        )
  );
}

/** Lines that end in a backslash go on. */
function joined(text: string, first: number, magic: boolean): ShellLine[] {
  const lines: ShellLine[] = [];
  let open = false;
  text.split('\n').forEach((part, index) => {
    const body = part.replace(/\\$/, '');
    if (open) {
      lines[lines.length - 1].text += ` ${body}`;
    } else {
      lines.push({ line: first + index, text: body, magic });
    }
    open = part.endsWith('\\');
  });
  return lines;
}
