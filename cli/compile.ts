import { existsSync, realpathSync } from 'node:fs';
import { hasErrors, judge } from '../src/checks';
import { type Compiled, type Target, writeCrd, writeSpec } from '../src/kubeflow';
import { UserError } from './failure';
import { problemLine } from './problem-text';
import { loadProject } from './project';
import { writeWhole } from './write-whole';

/** What `weft compile` can write: a spec file, or manifests of the kinds Pipeline and PipelineVersion. */
export const SPEC_FORMATS = ['yaml', 'crd'] as const;

interface CompileOptions {
  output?: string;
  pools?: string;
  target: Target;
  json?: boolean;
  format: (typeof SPEC_FORMATS)[number];
  namespace?: string;
  versionName?: string;
  force?: boolean;
}

/**
 * `weft compile`: writes the spec, or, with problems of severity error or a setting that would be lost, nothing.
 * `force` writes it in spite of problems, but never without a setting. With `json`, standard output gets what became of every setting, and the spec goes to a file or nowhere.
 * 0 written, 1 problems, 2 a notebook cannot be read.
 * @throws UserError for names that Kubernetes refuses, and rather than write over the pipeline itself
 */
export async function compileCommand(path: string, options: CompileOptions): Promise<number> {
  if (options.output !== undefined && isSameFile(path, options.output)) {
    throw new UserError(`${options.output} is the pipeline itself; name another file for the spec.`);
  }
  checkName('--namespace', options.namespace, options.format);
  checkName('--version-name', options.versionName, options.format);
  const { flow, catalog } = await loadProject(path, options.pools);
  const { problems, compiled } = judge(flow, catalog, options.target);
  problems.forEach(problem => process.stderr.write(`${problemLine(path, problem)}\n`));
  if (flow.faults.size > 0) {
    return 2;
  }
  if (options.json) {
    const { report, sourceMap } = compiled;
    process.stdout.write(
      `${JSON.stringify({ target: options.target, problems, report, sourceMap }, null, 2)}\n`
    );
  }
  const isLost = compiled.report.some(({ outcome }) => outcome === 'lost');
  if (isLost || (hasErrors(problems) && !options.force)) {
    return 1;
  }
  if (options.output) {
    writeWhole(options.output, specText(compiled, options));
  } else if (!options.json) {
    process.stdout.write(specText(compiled, options));
  }
  return 0;
}

/** A DNS subdomain (RFC 1123), as Kubernetes wants it of the names of objects. */
const OBJECT_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

function checkName(option: string, name: string | undefined, format: string): void {
  if (name !== undefined && format !== 'crd') {
    throw new UserError(`${option} is for manifests; add --format crd.`);
  }
  if (name !== undefined && !OBJECT_NAME.test(name)) {
    throw new UserError(
      `${option} ${name} is no name for Kubernetes; use lower-case letters, digits, hyphens and dots.`
    );
  }
}

const isSameFile = (a: string, b: string) =>
  existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);

const specText = (compiled: Compiled, { format, namespace, versionName }: CompileOptions) =>
  format === 'crd' ? writeCrd(compiled, { namespace, versionName }) : writeSpec(compiled);
