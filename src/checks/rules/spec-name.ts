import type { SpecNames, TaskNode } from '../../pipeline';
import { type FlowNodeOf, tasks } from '../flow-nodes';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

/** Component names become names of Argo's templates (#8990), task names those of pods and labels. */
const FORMS: readonly { key: keyof SpecNames; form: RegExp; what: string }[] = [
  { key: 'task', form: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, what: 'lower-case letters, digits and hyphens' },
  { key: 'component', form: /^[A-Za-z0-9][-A-Za-z0-9]*$/, what: 'letters, digits and hyphens' }
];
/** The backend's own (argocompiler). */
const TAKEN = /^(root|entrypoint|system-.*|exit-hook-.*)$/;
/** Kubernetes' limit for labels, and so for what a pod is called. */
const LONGEST = 63;

export const specName: Rule = {
  id: 'spec-name',
  about: 'Names that an import kept are such as Argo and Kubernetes take.',
  check: ({ flow }) => tasks(flow).flatMap(node => FORMS.flatMap(form => finding(node, form)))
};

function finding(node: FlowNodeOf<TaskNode>, { key, form, what }: (typeof FORMS)[number]): Finding[] {
  const name = node.node.names?.[key];
  if (name === undefined) {
    return [];
  }
  const place = { node: node.id, field: `names.${key}` };
  const said = `${titled(node)} is called “${name}” as a ${key}`;
  if (!form.test(name) || TAKEN.test(name)) {
    const why = form.test(name) ? 'a name that Kubeflow uses itself' : `which is not made of ${what}`;
    return [
      {
        severity: 'error',
        ...place,
        message: `${said}, ${why}.`,
        fix: 'Clear the name to have one made of the title.'
      }
    ];
  }
  return name.length > LONGEST && key === 'task'
    ? [
        {
          severity: 'warning',
          ...place,
          message: `${said}, which is longer than the ${LONGEST} characters of a Kubernetes label.`,
          fix: 'Clear the name and give the node a shorter title.'
        }
      ]
    : [];
}
