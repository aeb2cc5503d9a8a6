import { type FlowNode, stepModules } from '../flow';
import { distributionOf } from '../notebook';
import { isCode, setField } from '../pipeline';
import type { Kernels } from '../runtime';
import type { Action } from './action';
import { change } from './change';
import { currentNode } from './selection';

/** The distributions that a step imports or loads values of, each pinned to the version in the live kernel of its notebook; sorted. */
export function kernelPins(entry: FlowNode, kernels: Kernels): string[] {
  const { node } = entry;
  const versions = (isCode(node) && kernels.get(node.notebook)?.versions) || {};
  const pins = stepModules(entry)
    .filter(module => distributionOf(module) !== null && Object.hasOwn(versions, module))
    .map(module => `${versions[module].distribution}==${versions[module].version}`);
  return [...new Set(pins)].sort();
}

/** Installs what a step imports or loads values of, in the versions with which its cells were tried. */
export const pinPackages: Action = {
  id: 'pin-packages',
  label: trans => trans.__('Pin Versions From the Kernel'),
  caption: trans => trans.__('Let the step install what it imports, in the versions of the live kernel'),
  menu: ['node'],
  writes: true,
  when: ({ view, ...editor }) => {
    const entry = currentNode({ view, ...editor });
    return entry !== undefined && kernelPins(entry, view.kernels).length > 0;
  },
  do: (editor, args) => {
    const entry = typeof args.node === 'string' ? editor.view.flow.nodes.get(args.node) : currentNode(editor);
    const pins = entry ? kernelPins(entry, editor.view.kernels) : [];
    if (entry && pins.length > 0) {
      change(editor, doc => setField(doc, entry.id, ['packages'], pins));
      editor.canvas?.announce(editor.trans.__('Installs when the step starts: %1.', pins.join(', ')));
    }
  }
};
