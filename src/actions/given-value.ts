import { kernelValue } from '../checks';
import type { FlowEdge, FlowNode } from '../flow';
import { type HandleKind, moduleOfFormat, type ValueFormat, valueOf } from '../notebook';
import { isCode, isParameterType } from '../pipeline';
import type { Translation } from './action';
import type { EditorView } from './editor';

/**
 * How a value gets from one step to another. `spec`: as a parameter, inside the run's own description. `text` and
 * `metrics`: told rather than stored. `file`: the cells write it. `nothing`: it cannot be stored. `open`: the value
 * itself decides when the step ends.
 */
export type Form = 'spec' | 'text' | 'metrics' | 'file' | 'nothing' | 'open' | Exclude<ValueFormat, 'text'>;

/** What is known of a value that a step gives, and who says so. */
export interface GivenValue {
  form: Form;
  /** The live kernel, the code, or the type of the port. */
  by: 'kernel' | 'code' | 'type';
  /** Dotted name of its class. */
  type?: string;
  /** Its size in memory in bytes; `exact` when all of it was counted. */
  bytes?: number;
  exact?: boolean;
  /** Why it cannot be stored: what Python says, or what it stands for. */
  reason?: string;
  handle?: HandleKind;
  /** It becomes a pickle where the step has not this module, and the code does not say that it has. */
  wants?: string;
}

const TEXTS = ['HTML', 'Markdown'];
const METRICS = ['Metrics', 'ClassificationMetrics', 'SlicedClassificationMetrics'];

/**
 * What is known of a value that cells give under a name: by the live kernel, else by what made it. Undefined for nodes
 * that are no cells, whose images decide.
 * @param made what made the version that is read, when that is not the last one
 */
export function givenValue(
  view: Pick<EditorView, 'kernels'>,
  entry: FlowNode,
  name: string,
  made: string | undefined = entry.made[name]
): GivenValue | undefined {
  const port = entry.outputs.find(output => output.name === name);
  if (!isCode(entry.node)) {
    return undefined;
  }
  if (port?.file !== undefined) {
    return { form: 'file', by: 'type' };
  }
  const live = kernelValue(view.kernels, entry, name);
  const facts = made === undefined ? undefined : valueOf(made);
  const known = {
    ...(facts && { type: facts.type }),
    ...(live && { type: live.type, bytes: live.bytes, exact: live.exact })
  };
  const told = port && toldForm(port.type);
  if (told) {
    return { form: told, by: 'type', ...known };
  }
  if (live) {
    return live.storable
      ? { form: (live.format as Form | undefined) ?? 'open', by: 'kernel', ...known }
      : {
          form: 'nothing',
          by: 'kernel',
          ...known,
          ...(live.reason !== undefined && { reason: live.reason })
        };
  }
  if (facts?.handle !== undefined) {
    return { form: 'nothing', by: 'code', ...known, handle: facts.handle };
  }
  const wants = moduleOfFormat(facts?.format);
  return {
    form: (facts?.format as Form | undefined) ?? 'open',
    by: 'code',
    ...known,
    ...(wants !== undefined && !surelyHas(entry, wants) && { wants })
  };
}

/** Whether a step imports a module, or installs its package; its image may have it all the same. */
function surelyHas({ node, imports }: FlowNode, module: string): boolean {
  const packages = (isCode(node) && node.packages) || [];
  return imports.includes(module) || packages.some(text => /^[A-Za-z0-9][\w.-]*/.exec(text)?.[0] === module);
}

function toldForm(type: string): Form | undefined {
  if (isParameterType(type)) {
    return 'spec';
  }
  return TEXTS.includes(type) ? 'text' : METRICS.includes(type) ? 'metrics' : undefined;
}

/** What is known of the value that an edge carries. */
export function edgeValue(view: EditorView, edge: FlowEdge): GivenValue | undefined {
  const source = view.flow.nodes.get(edge.source);
  const isInner = 'passes' in edge;
  return source && edge.sourcePort !== undefined && !isInner
    ? givenValue(view, source, edge.sourcePort, edge.why?.made)
    : undefined;
}

/** Pickles run code of their maker when they are read, and only the same Python reads them for sure. */
export const isPickle = ({ form }: GivenValue): boolean => ['pickle', 'cloudpickle', 'joblib'].includes(form);

/** How a value gets to the next step, in a few words. */
export function formText({ form, type, handle, wants }: GivenValue, trans: Translation): string {
  switch (form) {
    case 'spec':
      return trans.__('inside the spec');
    case 'text':
      return trans.__('as text');
    case 'metrics':
      return trans.__('as metrics');
    case 'file':
      return trans.__('the file itself');
    case 'nothing':
      return trans.__('cannot be stored: %1', shortType(type) ?? handle ?? '');
    case 'open':
      return trans.__('decided when the step ends; pickle is the last resort');
    default:
      return wants === undefined ? form : trans.__('%1 if the step has %2, else pickle', form, wants);
  }
}

/** Class, size and form of a value in one line: `DataFrame, 1.2 MB, parquet`. */
export function valueText(value: GivenValue, trans: Translation): string {
  const { form, bytes, exact, type } = value;
  const size = bytes === undefined ? undefined : sizeText(bytes);
  const parts = [
    form === 'nothing' ? undefined : shortType(type),
    size === undefined || exact !== false ? size : trans.__('about %1', size),
    formText(value, trans)
  ];
  return parts.filter(part => part !== undefined).join(', ');
}

const shortType = (type: string | undefined) => type?.split('.').at(-1);

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A size in units of a thousand, with at most two figures behind the point: `1.2 MB`. */
export function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : Number(amount.toPrecision(2))} ${UNITS[power]}`;
}
