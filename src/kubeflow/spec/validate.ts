import type { TSchema } from 'typebox';
import { pathText, type SpecPath } from '../spec-path';
import { isObject } from './is-object';
import { PipelineSpec } from './pipeline';
import { PlatformSpec } from './platform';
import { type MessageShape, type Shape, shapeOf } from './shape';
import type { SpecFile } from './spec-file';

/** Something in a spec file that is not as the messages of Kubeflow say. */
export interface SpecFault {
  /** Within its document, such as `root.dag.tasks.train.retryPolicy`; empty for the document itself. */
  path: string;
  message: string;
  /** Set for fields that the messages do not have: from a newer release, or misspelt. */
  unknown?: true;
}

/**
 * What the strict reader of the API server would refuse in a spec file as it was read or compiled: unknown fields,
 * wrong kinds of values, two fields of one `oneof`. References are not followed. Walks the schemas itself: without
 * generated code, which a page may forbid, typebox takes ten times as long and knows no `oneof`.
 */
export function validateSpec({ spec, platform }: Pick<SpecFile, 'spec' | 'platform'>): SpecFault[] {
  return [
    ...faultsOf(PipelineSpec, spec),
    ...(platform ? faultsOf(PlatformSpec, platform).map(withConsequence) : [])
  ];
}

/** Faults of a value against a schema of this folder; paths begin at the value. */
export function faultsOf(schema: TSchema, value: unknown): SpecFault[] {
  const faults: SpecFault[] = [];
  find(shapeOf(schema), value, [], (path, message, unknown) =>
    faults.push({ path: pathText(path), message, ...(unknown && { unknown }) })
  );
  return faults;
}

type Report = (path: SpecPath, message: string, unknown?: true) => void;

const EXPECTED: Record<Exclude<Shape['kind'], 'enum'>, string> = {
  message: 'an object',
  map: 'an object',
  struct: 'an object',
  list: 'a list',
  text: 'text',
  int64: 'a whole number, as text',
  duration: 'seconds, such as "30s"',
  int32: 'a whole number of 32 bits',
  double: 'a number',
  flag: 'true or false',
  value: 'JSON'
};

function find(shape: Shape, value: unknown, path: string[], report: Report): void {
  switch (shape.kind) {
    case 'value':
      return;
    case 'enum':
      if (!shape.names.has(value)) {
        report(path, `${shown(value)} is none of ${[...shape.names].join(', ')}.`);
      }
      return;
    case 'message':
      if (isObject(value)) {
        return findInMessage(shape, value, path, report);
      }
      break;
    case 'map':
      if (isObject(value)) {
        return entries(value, path, (key, inner) => find(shape.of, inner, path, report));
      }
      break;
    case 'list':
      if (Array.isArray(value)) {
        return entries(value, path, (key, inner) => find(shape.of, inner, path, report));
      }
      break;
    default:
      if (fits(shape, value)) {
        return;
      }
  }
  report(path, `Expected ${EXPECTED[shape.kind]}, found ${shown(value)}.`);
}

function fits(shape: Exclude<Shape, MessageShape>, value: unknown): boolean {
  switch (shape.kind) {
    case 'text':
    case 'int64':
    case 'duration':
      return typeof value === 'string' && (shape.pattern?.test(value) ?? true);
    case 'int32':
      return typeof value === 'number' && value === (value | 0);
    case 'double':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    default:
      return isObject(value);
  }
}

function findInMessage(
  message: MessageShape,
  value: Record<string, unknown>,
  path: string[],
  report: Report
): void {
  entries(value, path, (key, inner) => {
    const field = message.fields.get(key) ?? message.others;
    if (!field) {
      report(path, `Kubeflow knows no field \`${key}\` here.`, true);
    } else if (inner !== undefined) {
      find(field, inner, path, report);
    }
  });
  for (const key of message.required) {
    if (value[key] === undefined) {
      report(path, `The field \`${key}\` is missing.`);
    }
  }
  for (const oneof of message.oneofs) {
    const given = oneof.filter(key => value[key] !== undefined);
    if (given.length > 1) {
      report(path, `Only one of ${given.join(', ')} may be given.`);
    }
  }
}

/** Visits what is inside, with `path` at it meanwhile: one list for the whole walk is half of its time. */
function entries(value: object, path: string[], visit: (key: string, inner: unknown) => void): void {
  for (const [key, inner] of Object.entries(value)) {
    path.push(key);
    visit(key, inner);
    path.pop();
  }
}

const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (typeof value === 'object') {
    return Array.isArray(value) ? 'a list' : 'an object';
  }
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const IN_EXECUTOR = /^platforms\.kubernetes\.deploymentSpec\.executors[.[]/;

/**
 * The API server takes a platform document only when it reads strictly, and otherwise goes on without it; what
 * stands in an executor is read later, when a run starts.
 */
function withConsequence({ path, message, ...rest }: SpecFault): SpecFault {
  const consequence = IN_EXECUTOR.test(path)
    ? 'Runs of the pipeline will not start.'
    : 'The server leaves out the whole platform document without a word.';
  return { path, message: `${message} ${consequence}`, ...rest };
}
