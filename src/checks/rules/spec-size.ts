import { type Compiled, pathText } from '../../kubeflow';
import type { Finding, Rule } from '../rule';
import { listed, titleOf } from '../words';

/** What the API server takes (`MaxFileLength`). */
const UPLOAD = 32 * 2 ** 20;
/** What etcd stores of one object, by default (#13738, #9837, #4170). */
const OBJECT = 1.5 * 2 ** 20;
/**
 * The server makes a workflow of a spec: measured over its own 147 test files, a fixed part and 3.04 times the spec;
 * 1.2 times where most of it is code.
 */
const WORKFLOW = { fixed: 12_000, usual: 3.04, least: 1.2 };
const HEAVIEST = 3;

export const specSize: Rule = {
  id: 'spec-size',
  about: 'The spec, and the workflow that the server makes of it, are no larger than servers take.',
  check: ({ flow, target, compiled }) => {
    if (target === 'local') {
      return [];
    }
    const executors = executorSizes(compiled);
    const size = sizeOf(compiled, executors);
    if (size * WORKFLOW.usual + WORKFLOW.fixed <= OBJECT) {
      return [];
    }
    const least = size * WORKFLOW.least + WORKFLOW.fixed;
    const heavy = heaviest(compiled, executors).map(
      ({ node, size }) => `${titleOf(flow, node)} (${shown(size)})`
    );
    const most = heavy.length > 0 ? `Make the heaviest steps smaller: ${listed(heavy)}` : 'Make it smaller';
    const limit =
      size > UPLOAD
        ? `servers take no more than ${shown(UPLOAD)}`
        : `of which a server makes a workflow of ${
            least > OBJECT ? 'at least' : 'about'
          } ${shown(least > OBJECT ? least : size * WORKFLOW.usual)}, where ${shown(OBJECT)} can be stored`;
    return [
      {
        severity: size > UPLOAD || least > OBJECT ? 'error' : 'warning',
        field: 'nodes',
        message: `The compiled pipeline has ${shown(size)}, ${size > UPLOAD ? `but ${limit}` : limit}.`,
        fix: `${most}; or split the pipeline.`
      } satisfies Finding
    ];
  }
};

/** Bytes of each executor as JSON, by its label: most of a large spec is there, so it is written only once. */
function executorSizes({ spec }: Compiled): Map<string, number> {
  const executors = Object.entries(spec.deploymentSpec?.executors ?? {});
  return new Map(executors.map(([label, executor]) => [label, bytes(executor)]));
}

/** Bytes of both documents as JSON. */
function sizeOf({ spec, platform }: Compiled, executors: ReadonlyMap<string, number>): number {
  const { deploymentSpec } = spec;
  let size =
    bytes(platform) +
    bytes(deploymentSpec ? { ...spec, deploymentSpec: { ...deploymentSpec, executors: {} } } : spec);
  executors.forEach((executor, label) => {
    size += bytes(label) + ':,'.length + executor;
  });
  return executors.size ? size - ','.length : size;
}

function heaviest(
  { sourceMap }: Compiled,
  executors: ReadonlyMap<string, number>
): { node: string; size: number }[] {
  return [...executors]
    .flatMap(([label, size]) => {
      const node = sourceMap[pathText(['spec', 'deploymentSpec', 'executors', label])]?.node;
      return node ? [{ node, size }] : [];
    })
    .sort((a, b) => b.size - a.size)
    .slice(0, HEAVIEST);
}

const NOT_ASCII = /[^\0-\x7f]/;

function bytes(value: unknown): number {
  const text = value === undefined ? '' : JSON.stringify(value);
  return NOT_ASCII.test(text) ? new TextEncoder().encode(text).length : text.length;
}

function shown(size: number): string {
  return size >= 2 ** 20 ? `${(size / 2 ** 20).toFixed(1)} MiB` : `${Math.ceil(size / 1024)} KiB`;
}
