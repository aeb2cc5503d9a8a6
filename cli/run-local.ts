import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { check } from '../src/checks';
import type { Flow } from '../src/flow';
import { compile, type Compiled, taskNodes, writeSpec } from '../src/kubeflow';
import { isCode } from '../src/pipeline';
import {
  applyEvent,
  cancelRun,
  type LocalPlan,
  localPlan,
  parseEvent,
  pruneFlow,
  type Run,
  startRun
} from '../src/runs';
import { LOCAL_RUNNER } from '../src/runtime';
import { UserError } from './failure';
import { findPython } from './find-python';
import { problemLine } from './problem-text';
import type { Project } from './project';
import { outputLines, runResult, RunReport } from './run-report';

/** What a shell reports for a program that SIGINT ended. */
const INTERRUPTED = 130;
const CANNOT_START = 2;

export interface LocalRunOptions {
  /** Id of a node: run it and what it depends on. */
  until?: string;
  /** `name=value` each. */
  param: string[];
  json?: boolean;
  /** Folder in which the artifacts of the run stay; otherwise they are removed. */
  keep?: string;
  python?: string;
}

/**
 * Runs the compiled pipeline on this machine. Progress goes to standard error, the result to standard output.
 * @returns the exit status: 0 succeeded, 1 failed or problems stand in the way, 2 a notebook cannot be read, 130
 * interrupted
 * @throws UserError when the run cannot start
 */
export async function runLocal(project: Project, options: LocalRunOptions): Promise<number> {
  const { flow, path } = project;
  if (options.until !== undefined && !flow.nodes.has(options.until)) {
    const known = flow.order.join(', ') || 'none';
    throw new UserError(`${path} has no node ${options.until}; its nodes: ${known}.`);
  }
  const plan = localPlan(flow, options.until);
  const compiled = plan.run.length > 0 ? compileForLocal(project, plan) : undefined;
  const run = startRun(randomUUID(), flow.pipeline.name, Date.now(), plan);
  const report = new RunReport(run, process.stderr);
  if (!compiled) {
    process.stderr.write(plan.run.length > 0 ? '' : `${path}: no node of it can run on this machine.\n`);
    return plan.run.some(id => unreadable(flow, id)) ? CANNOT_START : 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'weft-run-'));
  try {
    const { ended, status } = await execute(compiled, run, report, folder, project, options);
    const lines = options.json ? [JSON.stringify(runResult(ended), null, 2)] : outputLines(ended);
    lines.forEach(line => process.stdout.write(`${line}\n`));
    if (ended.message) {
      process.stderr.write(`${path}: ${ended.message}\n`);
    }
    return status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** True for a node whose notebook cannot be read. */
function unreadable(flow: Flow, id: string): boolean {
  const node = flow.nodes.get(id)?.node;
  return node !== undefined && isCode(node) && flow.faults.has(node.notebook);
}

/** The spec of what the plan runs; undefined, and said why, when problems stand in the way. */
function compileForLocal({ flow, catalog, path }: Project, plan: LocalPlan): Compiled | undefined {
  const pruned = pruneFlow(flow, plan.run);
  const problems = check(pruned, catalog, 'local').filter(({ severity }) => severity === 'error');
  problems.forEach(problem => process.stderr.write(`${problemLine(path, problem)}\n`));
  if (problems.length > 0) {
    return undefined;
  }
  const compiled = compile(pruned, catalog, 'local');
  const lost = compiled.report.filter(({ outcome }) => outcome === 'lost');
  for (const { node, field, message = '', fix = '' } of lost) {
    process.stderr.write(`${path}: ${node}: ${field}: lost: ${message} ${fix}`.trimEnd() + '\n');
  }
  return lost.length > 0 ? undefined : compiled;
}

async function execute(
  compiled: Compiled,
  begun: Run,
  report: RunReport,
  folder: string,
  project: Project,
  options: LocalRunOptions
): Promise<{ ended: Run; status: number }> {
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const program = write('local.py', LOCAL_RUNNER);
  const spec = write('spec.yaml', writeSpec(compiled));
  const map = write('nodes.json', JSON.stringify(taskNodes(compiled)));
  const root = resolve(options.keep ?? join(folder, 'artifacts'));
  mkdirSync(root, { recursive: true });
  const params = options.param.flatMap(param => ['--param', param]);
  const child = start(
    findPython(options.python),
    [program, spec, '--root', root, '--map', map, ...params],
    dirname(resolve(project.path))
  );
  let run = begun;
  const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> });
  lines.on('line', line => {
    const event = parseEvent(line);
    if (event) {
      if (options.keep === undefined && 'record' in event) {
        delete event.record;
      }
      run = applyEvent(run, event);
      report.follow(run, event);
    }
  });
  const said = text(child.stderr as NonNullable<typeof child.stderr>);
  const status = await untilEnd(child, options.python);
  const message = (await said).trim();
  if (status === CANNOT_START) {
    throw new UserError(message);
  }
  if (run.ended === undefined && status !== INTERRUPTED) {
    throw new UserError(`the run stopped unexpectedly: ${message.split('\n').at(-1) || `status ${status}`}`);
  }
  return { ended: cancelRun(run, Date.now()), status };
}

/** In a process group of its own: an interrupt at the terminal reaches it through us alone, once. */
function start(python: string, args: string[], cwd: string): ChildProcess {
  return spawn(python, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Passes an interrupt on, once (npm repeats those of a terminal, and a second one would disturb the first one's
 * work), and waits until the child has ended its own processes.
 */
function untilEnd(child: ChildProcess, asked: string | undefined): Promise<number> {
  let told = false;
  const stop = () => {
    told ||= child.kill('SIGINT');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return new Promise<number>((done, fail) => {
    child.on('close', (status, signal) => done(signal ? INTERRUPTED : (status ?? 1)));
    child.on('error', () => {
      const hint = asked && existsSync(asked) ? '' : ' Name another with --python.';
      fail(new UserError(`${child.spawnfile} cannot be run.${hint}`));
    });
  }).finally(() => process.off('SIGINT', stop).off('SIGTERM', stop));
}
