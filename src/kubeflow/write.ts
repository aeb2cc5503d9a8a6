import yaml from 'js-yaml';
import type { Compiled } from './compiled';
import { header } from './header';
import { Base64, Double, isLongBase64, SCHEMA } from './yaml-schema';

/** Fields of protobuf type int32, printed without a point; int64 is text, every other number a double. */
const INTEGERS = ['maxRetryCount'];

/**
 * The YAML text of what was compiled: the SDK's comment block, the pipeline document, and a platform document
 * when there is one. Keys are sorted and lines end in `\n`: the same to the byte everywhere.
 */
export function writeSpec({ spec, platform }: Pick<Compiled, 'spec' | 'platform'>): string {
  return header(spec) + dump(spec) + (platform ? `---\n${dump(platform)}` : '');
}

const dump = (document: object) =>
  yaml.dump(document, {
    schema: SCHEMA,
    sortKeys: true,
    noRefs: true,
    lineWidth: -1,
    replacer: scalar
  });

function scalar(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !INTEGERS.includes(key)) {
    return new Double(value);
  }
  return typeof value === 'string' && isLongBase64(value) ? new Base64(value) : value;
}
