import { stepNames } from '../../kubeflow';
import type { Rule } from '../rule';
import { titled } from '../words';

/** Kubernetes' limit for a label, to which names of tasks are cut. */
const LONGEST = 63;

export const longName: Rule = {
  id: 'long-name',
  about: 'Titles fit into the names of tasks, so that runs show them whole.',
  check: ({ flow }) => {
    const long = [...flow.nodes.values()].filter(({ title }) => title.trim().length > LONGEST);
    const names = long.length > 0 ? stepNames(flow) : new Map<string, { task: string }>();
    return long.flatMap(node => {
      const name = names.get(node.id);
      return name
        ? [
            {
              severity: 'info',
              node: node.id,
              field: 'title',
              message: `${titled(node)} is longer than ${LONGEST} characters, so runs call it ${name.task}.`,
              fix: 'Give it a shorter title.'
            }
          ]
        : [];
    });
  }
};
