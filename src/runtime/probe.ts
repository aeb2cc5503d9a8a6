import probe from '../../src/runtime/probe.py?raw';
import sizes from '../../src/runtime/probe_sizes.py?raw';
import loader from '../../src/runtime/probe_loader.py?raw';
import type { KernelFacts, ValueFact } from './kernel-facts';
import { asPython } from './local-program';
import { deflate } from './pack';
import { programOf, VALUE_MODULES } from './step-source';

/** What a kernel is asked. */
export interface ProbeRequest {
  names: readonly string[];
  /** Top-level modules, with the names of the distributions that they may come from. */
  modules: Readonly<Record<string, string>>;
}

/** Where the answer of a kernel stands in the data that IPython shows. */
const MIME = 'application/vnd.weft.kernel-facts+json';

let packed: string | undefined;

/**
 * A Python expression that asks a kernel about its names, for the `user_expressions` of a silent request. It binds
 * nothing, and what it loads is gone afterwards; see src/runtime/probe.py.
 */
export function probeExpression(request: ProbeRequest): string {
  packed ??= deflate(programOf([...VALUE_MODULES, ['probe_sizes', sizes], ['probe', probe]], loader));
  return (
    '(lambda load,own:(load("builtins").exec(load("zlib").decompress(load("base64").b64decode(' +
    `"${packed}")),own),own["answer"](load("sys").modules["__main__"].__dict__,` +
    `${asPython(JSON.stringify(request))}))[1])(__import__,{"__name__":"weft_probe"})`
  );
}

/**
 * The facts in the reply to `probeExpression`; undefined when the kernel could not tell, as kernels of other languages.
 * @param reply what the kernel says of the expression: `content.user_expressions[key]` of an `execute_reply`
 */
export function readKernelFacts(reply: unknown): KernelFacts | undefined {
  const data = field(field(reply, 'data'), MIME);
  const python = field(data, 'python');
  if (typeof python !== 'string') {
    return undefined;
  }
  const values = Object.entries(field(data, 'values') ?? {}).filter((entry): entry is [string, ValueFact] =>
    isValueFact(entry[1])
  );
  const versions = Object.entries(field(data, 'versions') ?? {}).flatMap(
    ([module, pair]: [string, unknown]) => {
      const [distribution, version]: unknown[] = Array.isArray(pair) ? pair : [];
      return typeof distribution === 'string' && typeof version === 'string'
        ? [[module, { distribution, version }] as const]
        : [];
    }
  );
  return { python, values: Object.fromEntries(values), versions: Object.fromEntries(versions) };
}

const field = (value: unknown, key: string): object | string | undefined =>
  typeof value === 'object' && value !== null
    ? (Reflect.get(value, key) as object | string | undefined)
    : undefined;

function isValueFact(value: unknown): value is ValueFact {
  const { type, bytes, storable } = (value ?? {}) as Partial<ValueFact>;
  return typeof type === 'string' && typeof bytes === 'number' && typeof storable === 'boolean';
}
