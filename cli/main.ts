import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import { DEFAULT_TARGET, TARGETS } from '../src/kubeflow';
import { analyzeCommand } from './analyze';
import { checkCommand, FORMATS } from './check';
import { compileCommand, SPEC_FORMATS } from './compile';
import { diffCommand } from './diff';
import { explainCommand } from './explain';
import { explain } from './failure';
import { fmtCommand } from './fmt';
import { HUB_COMMANDS, hubCommand } from './hub';
import { importCommand } from './import';
import { installLastResort } from './last-resort';
import { mergeCommand } from './merge';
import { proposeCommand } from './propose';
import { runCommand } from './run';

/** Exit status when a file cannot be read or the command is used wrongly; 1 stands for problems found. */
const WRONG_USE = 2;

const target = () =>
  new Option('-t, --target <target>', 'release of Kubeflow Pipelines to compile for')
    .choices(TARGETS)
    .default(DEFAULT_TARGET);
const pools = () =>
  new Option('--pools <file>', 'catalog of node pools (default: weft.pools.yaml beside the pipeline)');
const json = () => new Option('--json', 'print the result as JSON');

/** The command line; each subcommand gives the exit status. */
function program(exit: (status: number) => void): Command {
  const weft = new Command('weft')
    .description('Pipelines of notebook cells and containers, compiled to Kubeflow.')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'weft:')) })
    .showHelpAfterError('(weft --help shows how)');
  weft
    .command('analyze <notebook>')
    .description('what each cell of a notebook needs and gives, and the edges between them')
    .addOption(json())
    .action(async (path, options) => exit(await analyzeCommand(path, options)));
  weft
    .command('check <pipeline>')
    .description('find problems before anything runs')
    .addOption(pools())
    .addOption(target())
    .addOption(new Option('--format <format>', 'how to report').choices(FORMATS).default('text'))
    .addOption(new Option('--json', 'the same as --format json'))
    .action(async (path, options) => exit(await checkCommand(path, options)));
  weft
    .command('compile <pipeline>')
    .description('compile to a Kubeflow spec')
    .option('-o, --output <file>', 'where to write the spec (default: standard output)')
    .addOption(pools())
    .addOption(target())
    .addOption(
      new Option('--format <format>', 'a spec file, or Kubernetes manifests')
        .choices(SPEC_FORMATS)
        .default('yaml')
    )
    .option('--force', 'write the spec in spite of problems, as long as no setting is lost')
    .option('--namespace <name>', 'with --format crd: namespace of the manifests')
    .option('--version-name <name>', 'with --format crd: name of the version (default: that of the pipeline)')
    .option('--json', 'print what became of every setting, as JSON, instead of the spec')
    .action(async (path, options) => exit(await compileCommand(path, options)));
  weft
    .command('run <pipeline>')
    .description('run the compiled spec')
    .option('--local', 'on this machine, by the runner of the Kubeflow SDK')
    .option('--until <node>', 'only this node and what it depends on')
    .option('--param <name=value>', 'value of a pipeline parameter; repeat for more', collect, [])
    .addOption(pools())
    .option('--keep <folder>', 'keep the artifacts of the run in this folder')
    .option('--python <path>', 'Python to run with')
    .addOption(json())
    .action(async (path, options) => exit(await runCommand(path, options)));
  weft
    .command('explain <pipeline> <place>')
    .description('where a place of the compiled spec came from: a path, or a line of the YAML')
    .addOption(pools())
    .addOption(target())
    .addOption(json())
    .action(async (path, place, options) => exit(await explainCommand(path, place, options)));
  weft
    .command('fmt <pipelines...>')
    .description('write pipeline files in their canonical form, and name those that were not')
    .option('--check', 'write nothing; end with 1 when one is not')
    .action((paths, options) => exit(fmtCommand(paths, options)));
  weft
    .command('diff <before> <after>')
    .description('what differs between two pipelines, or two specs, by node and field')
    .addOption(json())
    .action(async (before, after, options) => exit(await diffCommand(before, after, options)));
  weft
    .command('import <file>')
    .description("draw the pipeline of a compiled spec, or of a notebook by Kale's tags or as proposed")
    .option('-o, --output <file>', 'pipeline file to write (default: standard output)')
    .option('--force', 'write over a file that is there')
    .option('--json', 'print the report of the import as JSON, instead of the pipeline')
    .action(async (path, options) => exit(await importCommand(path, options)));
  weft
    .command('propose <notebook>')
    .description('the steps that a notebook falls into, and why')
    .option('-o, --output <file>', 'pipeline file to write')
    .option('--force', 'write over a file that is there')
    .addOption(json())
    .action(async (path, options) => exit(await proposeCommand(path, options)));
  weft
    .command('merge <base> <ours> <theirs>')
    .description('merge two pipelines by node and field into <ours>: a merge driver for Git')
    .option('--path <name>', 'what messages call the file')
    .addOption(json())
    .addHelpText(
      'after',
      '\nTo let Git use it:\n' +
        '  git config merge.weft.driver "weft merge %O %A %B --path %P"\n' +
        '  echo "*.weft merge=weft" >> .gitattributes'
    )
    .action((base, ours, theirs, options) => exit(mergeCommand(base, ours, theirs, options)));
  for (const [name, description] of Object.entries(HUB_COMMANDS)) {
    weft
      .command(`${name} [arguments...]`)
      .description(description)
      .helpOption(false)
      .allowUnknownOption()
      .action((_arguments, _options, command: Command) => hubCommand(name, command.args));
  }
  return weft;
}

const collect = (value: string, all: string[]) => [...all, value];

async function main(): Promise<void> {
  try {
    await program(status => (process.exitCode = status)).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
      return;
    }
    process.stderr.write(`weft: ${explain(error)}\n`);
    process.exitCode = WRONG_USE;
  }
}

installLastResort(WRONG_USE);
await main();
