import type { Pipeline, StepNode } from '../../pipeline';
import { parseQuantity } from '../../pools';
import { type FlowNodeOf, steps } from '../flow-nodes';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

/** https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes */
const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

export const volumeSize: Rule = {
  id: 'volume-size',
  about: 'Volumes and the workspace have sizes and access modes that Kubernetes reads.',
  check: ({ flow, target }) =>
    target === 'local' ? [] : [...ofWorkspace(flow.pipeline), ...steps(flow).flatMap(ofStep)]
};

function ofWorkspace({ config }: Pipeline): Finding[] {
  const size = config?.workspace?.size;
  return size === undefined ? [] : sizeOf('The workspace', size, { field: 'config.workspace.size' });
}

function ofStep(node: FlowNodeOf<StepNode>): Finding[] {
  const { emptyDirMounts = [], genericEphemeralVolume = [] } = node.node.kubernetes ?? {};
  const place = (field: string) => ({ node: node.id, field: `kubernetes.${field}` });
  const volume = (name: string) => `The volume ${name} of ${titled(node)}`;
  return [
    ...emptyDirMounts.flatMap(({ volumeName, sizeLimit }, i) =>
      sizeLimit ? sizeOf(volume(volumeName), sizeLimit, place(`emptyDirMounts.${i}.sizeLimit`)) : []
    ),
    ...genericEphemeralVolume.flatMap(({ volumeName, size, accessModes }, i) => [
      ...sizeOf(volume(volumeName), size, place(`genericEphemeralVolume.${i}.size`)),
      ...accessModes
        .filter(mode => !ACCESS_MODES.includes(mode))
        .map(mode => ({
          severity: 'error' as const,
          ...place(`genericEphemeralVolume.${i}.accessModes`),
          message: `${volume(volumeName)} has the access mode “${mode}”, which Kubernetes does not know.`,
          fix: `Choose one of ${ACCESS_MODES.join(', ')}.`
        }))
    ])
  ];
}

function sizeOf(what: string, size: string, place: Pick<Finding, 'node' | 'field'>): Finding[] {
  const amount = parseQuantity(size);
  return amount !== undefined && amount > 0n
    ? []
    : [
        {
          severity: 'error',
          ...place,
          message: `${what} has “${size}” for its size, which is no amount.`,
          fix: 'Write an amount such as 512Mi or 10Gi.'
        }
      ];
}
