import { parseArgs } from 'node:util';
import { type CommandName, COMMANDS, type CommandShape, helpOf, type Option } from './commands';
import { refuseUnused } from './refuse-unused';
import { UsageError } from './usage-error';

/** What the command line says: which command, its file if it has one, and its options. */
export interface CommandLine {
  command: CommandName;
  /** Empty for commands without one. */
  file: string;
  /** The value of an option, or its default. */
  one(name: string): string | undefined;
  /** All values of an option that may have several. */
  many(name: string): string[];
}

const isCommand = (word: string | undefined): word is CommandName =>
  word !== undefined && Object.hasOwn(COMMANDS, word);

/**
 * Reads the command line; without a command it is that of `serve`.
 * @returns a text when somebody asked how a command is used
 * @throws UsageError
 */
export function readCommandLine(args: readonly string[]): CommandLine | string {
  const [first, ...rest] = args;
  const command = isCommand(first) ? first : 'serve';
  const words = isCommand(first) ? rest : args;
  if (words.includes('--help') || words.includes('-h')) {
    return helpOf(command);
  }
  const { file, options }: CommandShape = COMMANDS[command];
  const { values, positionals } = parse(command, words, options);
  if (positionals.length !== (file ? 1 : 0)) {
    throw new UsageError(`usage: weft ${command}${file ? ' FILE' : ''} [options]; ${more(command)}`);
  }
  const given = (name: string) => values[name] ?? [];
  for (const { name, choices } of options) {
    const wrong = choices && given(name).find(value => !choices.includes(value));
    if (wrong !== undefined) {
      throw new UsageError(`--${name} is one of ${choices?.join(', ')}, not ${wrong}.`);
    }
  }
  const byDefault = new Map(options.map(option => [option.name, option.default]));
  const one = (name: string) => given(name).at(-1) ?? byDefault.get(name);
  refuseUnused(options, { isGiven: name => given(name).length > 0, one });
  return {
    command,
    file: positionals[0] ?? '',
    one,
    many: name => given(name).flatMap(value => value.split(',').map(part => part.trim()))
  };
}

const more = (command: CommandName) => `weft ${command} --help tells more.`;

function parse(command: CommandName, args: readonly string[], options: readonly Option[]) {
  const named = options.map(({ name }) => [name, { type: 'string', multiple: true }] as const);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(named),
      allowPositionals: true
    });
    return { values: values as Readonly<Record<string, string[] | undefined>>, positionals };
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/, 1);
    throw new UsageError(`${sentence}; ${more(command)}`);
  }
}
