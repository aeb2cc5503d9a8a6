import { isSubPipeline } from '../../pipeline';
import { groups } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

export const pipelineUnreadable: Rule = {
  id: 'pipeline-unreadable',
  about: 'Files of sub-pipelines can be read.',
  check: ({ flow }) =>
    groups(flow).flatMap(node => {
      const file = isSubPipeline(node.node) ? node.node.file : undefined;
      const fault = file === undefined ? undefined : flow.faults.get(file);
      return fault
        ? [
            {
              severity: 'error',
              node: node.id,
              field: 'file',
              message: `${titled(node)} runs ${file}, which cannot be read: ${fault.message.replace(/\.$/, '')}.`,
              fix: 'Put the file back, mend it, or choose another.'
            }
          ]
        : [];
    })
};
