import type { Translation } from '../../actions';

export type PortKind = 'input' | 'output' | 'parameter';

type Named = (trans: Translation, name: string) => string;

/** What the parts of a port's row are called, so that each name tells what it belongs to. */
export const PORT_WORDS: Record<PortKind, { port: Named; name: Named; remove: Named }> = {
  input: {
    port: (trans, name) => trans.__('Input %1', name),
    name: (trans, name) => trans.__('Name of input %1', name),
    remove: (trans, name) => trans.__('Remove input %1', name)
  },
  output: {
    port: (trans, name) => trans.__('Output %1', name),
    name: (trans, name) => trans.__('Name of output %1', name),
    remove: (trans, name) => trans.__('Remove output %1', name)
  },
  parameter: {
    port: (trans, name) => trans.__('Parameter %1', name),
    name: (trans, name) => trans.__('Name of parameter %1', name),
    remove: (trans, name) => trans.__('Remove parameter %1', name)
  }
};
