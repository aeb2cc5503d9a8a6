import type { StepNode } from '../../pipeline';
import { type FlowNodeOf, steps } from '../flow-nodes';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

/** A name of an extended resource: a domain, then a name (Kubernetes, "Extended resources"). */
const RESOURCE = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
/** As the device plugin writes profiles of MIG, with `+` turned into a dot. */
const MIG = /^nvidia\.com\/mig-\d+g\.\d+gb(\.\w+)*$/;
/** What GPU feature discovery writes on nodes, such as `nvidia.com/gpu.product`. */
const LABEL = /^nvidia\.com\/gpu\.(?!shared$)/;

export const acceleratorName: Rule = {
  id: 'accelerator-name',
  about:
    'Accelerators are asked for by the name of their Kubernetes resource, slices of a GPU by their profile.',
  check: ({ flow, target }) => (target === 'local' ? [] : steps(flow).flatMap(finding))
};

function finding(node: FlowNodeOf<StepNode>): Finding[] {
  const { accelerator = '{{$}}', accelerators } = node.node.resources ?? {};
  const found = (severity: Finding['severity'], what: string, fix: string): Finding[] => [
    {
      severity,
      node: node.id,
      field: 'resources.accelerator',
      message: `${titled(node)} asks for “${accelerator}”${what}.`,
      fix
    }
  ];
  if (accelerator.includes('{{$')) {
    return [];
  }
  if (!RESOURCE.test(accelerator)) {
    return found(
      'error',
      ', which is no resource of Kubernetes',
      'Write a resource such as nvidia.com/gpu, and choose the product by a pool or node selector.'
    );
  }
  if (LABEL.test(accelerator)) {
    return found(
      'error',
      ', which is a label of nodes and no resource',
      'Ask for nvidia.com/gpu, and put the label into the node selector.'
    );
  }
  if (accelerator.startsWith('nvidia.com/mig') && !MIG.test(accelerator)) {
    return found(
      'error',
      ', which is no profile of a slice',
      'Write a profile such as nvidia.com/mig-1g.10gb.'
    );
  }
  return MIG.test(accelerator) && Number(accelerators) > 1
    ? found(
        'warning',
        ` ${accelerators} times, but a process uses one slice alone`,
        'Ask for one larger slice.'
      )
    : [];
}
