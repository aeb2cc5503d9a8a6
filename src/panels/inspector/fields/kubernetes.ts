import { Kubernetes } from '../../../pipeline';
import type { Field, Label, Section } from '../field';

type Setting = keyof typeof Kubernetes.properties;

/** A setting of Kubernetes, edited as its schema says; the words for what is inside are in `schema/words.ts`. */
const setting = (key: Setting, label: Label): Field => ({
  path: ['kubernetes', key],
  label,
  editor: 'schema',
  schema: Kubernetes.properties[key]
});

const section = (id: string, title: Label, fields: Field[]): Section => ({
  id: `kubernetes-${id}`,
  title,
  advanced: true,
  fields
});

/** What the pod of a step needs from Kubernetes, in the words of Kubernetes. */
export const KUBERNETES_SECTIONS: Section[] = [
  section('secrets', trans => trans.__('Secrets'), [
    setting('secretAsEnv', trans => trans.__('Secret as environment variables')),
    setting('secretAsVolume', trans => trans.__('Secret as volume'))
  ]),
  section('config-maps', trans => trans.__('Config maps'), [
    setting('configMapAsEnv', trans => trans.__('Config map as environment variables')),
    setting('configMapAsVolume', trans => trans.__('Config map as volume'))
  ]),
  section('volumes', trans => trans.__('Volumes'), [
    setting('pvcMount', trans => trans.__('Persistent volume claim')),
    setting('emptyDirMounts', trans => trans.__('Empty directory')),
    setting('genericEphemeralVolume', trans => trans.__('Ephemeral volume'))
  ]),
  section('scheduling', trans => trans.__('Scheduling'), [
    setting('nodeSelector', trans => trans.__('Node selector')),
    setting('tolerations', trans => trans.__('Toleration')),
    setting('nodeAffinity', trans => trans.__('Node affinity')),
    setting('podAffinity', trans => trans.__('Pod affinity'))
  ]),
  section('pod', trans => trans.__('Pod'), [
    setting('podMetadata', trans => trans.__('Pod metadata')),
    setting('imagePullPolicy', trans => trans.__('Image pull policy')),
    setting('imagePullSecret', trans => trans.__('Image pull secret')),
    setting('fieldPathAsEnv', trans => trans.__('Field of the pod as environment variable'))
  ]),
  section('security', trans => trans.__('Security'), [
    setting('securityContext', trans => trans.__('Security context'))
  ]),
  section('init-containers', trans => trans.__('Init containers'), [
    setting('initContainers', trans => trans.__('Init container'))
  ])
];
