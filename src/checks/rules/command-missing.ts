import type { Finding, Rule } from '../rule';
import { containers, type FlowNodeOf } from '../flow-nodes';
import type { ContainerNode } from '../../pipeline';
import { titled } from '../words';

export const commandMissing: Rule = {
  id: 'command-missing',
  about:
    "Containers say what to run: Kubeflow puts its own program before it and never uses the image's entrypoint.",
  check: ({ flow, target }) => (target === 'local' ? [] : containers(flow).flatMap(finding))
};

/** What the driver itself runs: it makes or deletes a volume claim. */
const VOLUME_STUB = /^argostub\/(createpvc|deletepvc)$/;

function finding(node: FlowNodeOf<ContainerNode>): Finding[] {
  const { command = [], args = [], image } = node.node;
  if (command.length > 0 || VOLUME_STUB.test(image)) {
    return [];
  }
  const place = { node: node.id, field: 'command' };
  return args.length === 0
    ? [
        {
          severity: 'error',
          ...place,
          message: `${titled(node)} has no command, and Kubeflow does not use the entrypoint of the image.`,
          fix: 'Give the command that the image would run.'
        }
      ]
    : [
        {
          severity: 'warning',
          ...place,
          message: `${titled(node)} has arguments but no command, so Kubeflow runs the first argument as the program.`,
          fix: 'Give the command that the image would run.'
        }
      ];
}
