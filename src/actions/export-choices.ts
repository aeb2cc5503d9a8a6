import { kernelValue } from '../checks';
import type { FlowNode } from '../flow';
import { valueOf } from '../notebook';
import { isCode, type PortType } from '../pipeline';
import type { Kernels, ValueFact } from '../runtime';

/** Something that the cells of a node can give as an output. */
export interface ExportChoice {
  /** Name of the output. */
  name: string;
  /** What the output is proposed to be. */
  type: PortType;
  /** The path, when it is a file that the cells write. */
  file?: string;
}

/** IPython's name for the value of the expression that a cell ends with. */
export const LAST_VALUE = '_';

/** What cells leave behind or write, and is no output that a user declared; each with a type to begin with. */
export function exportChoices(entry: FlowNode, kernels: Kernels): ExportChoice[] {
  const declared: Record<string, { file?: string }> = (isCode(entry.node) && entry.node.outputs) || {};
  const names = entry.offers
    .filter(name => !Object.hasOwn(declared, name))
    .map(name => ({ name, type: proposedType(entry, name, kernels) }));
  const taken = new Set([...Object.keys(declared), ...entry.offers]);
  const paths = new Set(Object.values(declared).map(({ file }) => file));
  const files = entry.writes
    .filter(path => !paths.has(path))
    .map(file => {
      const derived = entry.outputs.find(port => port.file === file);
      return { name: derived?.name ?? freeName(file, taken), type: derived?.type ?? 'Artifact', file };
    });
  return [...names, ...files];
}

/** By what a peer asks of it, what the live kernel holds, or what made it; else a plain artifact. */
function proposedType(entry: FlowNode, name: string, kernels: Kernels): PortType {
  const asked = entry.outputs.find(port => port.name === name)?.type;
  const made = Object.hasOwn(entry.made, name) ? valueOf(entry.made[name])?.portType : undefined;
  const live = kernelValue(kernels, entry, name);
  const fallback = name === LAST_VALUE ? 'HTML' : 'Artifact';
  return asked !== undefined && asked !== 'Artifact' ? asked : ((live && liveType(live)) ?? made ?? fallback);
}

const PLAIN: Readonly<Record<string, PortType>> = {
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  'pandas.DataFrame': 'Dataset',
  'numpy.ndarray': 'Dataset'
};
/** The longest text that is proposed to travel inside the spec, in bytes. */
const LONGEST = 4096;

function liveType({ type, bytes }: ValueFact): PortType | undefined {
  if (type === 'str') {
    return bytes <= LONGEST ? 'string' : undefined;
  }
  return PLAIN[type] ?? (/^pandas\..*DataFrame$/.test(type) ? 'Dataset' : valueOf(type)?.portType);
}

/** A name for a file's output: `file_data_clean_csv` for `data/clean.csv`. */
function freeName(path: string, taken: ReadonlySet<string>): string {
  const name = `file_${path.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '')}`;
  let free = name;
  for (let i = 2; taken.has(free); i++) {
    free = `${name}_${i}`;
  }
  return free;
}
