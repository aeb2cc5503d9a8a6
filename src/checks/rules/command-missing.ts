import type { Finding, Rule } from '../rule';
import { containers, type FlowNodeOf } from '../flow-nodes';
import type { ContainerNode } from '../../pipeline';
import { titled } from '../words';

/** Containers say what to run: Kubeflow puts its own program before it and never uses the image's entrypoint. */
export const commandMissing: Rule = {
  id: 'command-missing',
  check: ({ flow, target }) => (target === 'local' ? [] : containers(flow).flatMap(finding))
};

function finding(node: FlowNodeOf<ContainerNode>): Finding[] {
  const { command = [], args = [] } = node.node;
  if (command.length > 0) {
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
