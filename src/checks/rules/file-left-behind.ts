import { type FlowEdge } from '../../flow';
import { codeNodes, type FlowNodeOf } from '../flow-nodes';
import type { CodeNode } from '../../pipeline';
import type { Rule } from '../rule';
import { titled } from '../words';

export const fileLeftBehind: Rule = {
  id: 'file-left-behind',
  about: 'A file that one step writes and another reads is passed on, or lies where both reach it.',
  check: ({ flow, target }) => {
    const nodes = new Map(codeNodes(flow).map(node => [node.id, node]));
    return flow.edges.flatMap(edge => {
      const [writer, reader] = [nodes.get(edge.source), nodes.get(edge.target)];
      const path = pathOf(edge);
      return target === 'local' || !path || !writer || !reader || isReached(path, [writer, reader])
        ? []
        : [
            {
              severity: 'warning',
              node: reader.id,
              field: 'notebook',
              message: `${titled(reader)} reads ${path}, which ${titled(writer)} writes in a pod of its own.`,
              fix: 'Name the file by a path beside the notebook, which is passed on, or mount one volume in both.'
            }
          ];
    });
  }
};

/** The path of a file that no port carries. */
const pathOf = ({ kind, targetPort, why }: FlowEdge) =>
  kind === 'file' && targetPort === undefined ? why?.name : undefined;

/** At an address of its own, or in a claim that both mount. */
function isReached(path: string, both: readonly FlowNodeOf<CodeNode>[]): boolean {
  const mounts = (node: CodeNode) => node.kubernetes?.pvcMount ?? [];
  const isIn = (folder: string) => path.startsWith(`${folder.replace(/\/+$/, '')}/`);
  return (
    /^\w\w+:/.test(path) || both.every(({ node }) => mounts(node).some(({ mountPath }) => isIn(mountPath)))
  );
}
