import { codeNodes } from '../flow-nodes';
import { kernelValue } from '../kernel-value';
import type { Rule } from '../rule';
import { titled } from '../words';

/** Types whose values are turned into text or numbers, whatever they are. */
const TOLD = ['HTML', 'Markdown', 'Metrics', 'ClassificationMetrics'];

export const notStorable: Rule = {
  id: 'not-storable',
  about:
    'What a step gives to others can be stored, as far as the live kernel of its notebook knows the values.',
  check: ({ flow, kernels }) =>
    codeNodes(flow).flatMap(node =>
      node.outputs
        .filter(({ file, type }) => file === undefined && !TOLD.includes(type))
        .flatMap(({ name }) => {
          const fact = kernelValue(kernels, node, name);
          return fact && !fact.storable
            ? [
                {
                  severity: 'error' as const,
                  node: node.id,
                  field: `outputs.${name}`,
                  message: `${titled(node)} gives ${name}, which is of type ${fact.type} in the kernel and cannot be stored${because(fact.reason)}.`,
                  fix: `Make ${name} again in each step that uses it, or keep the cells that use it in one step.`
                }
              ]
            : [];
        })
    )
};

const because = (reason: string | undefined) => (reason ? ` (${reason.replace(/\.$/, '')})` : '');
