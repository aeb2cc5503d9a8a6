import { TARGETS } from '../../kubeflow';
import { containers } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

/** With the suffixes of run, step and host, longer names came out above 63 characters. */
const LONGEST = 22;
const FIXED_IN = 'kfp-2.16';

export const claimName: Rule = {
  id: 'claim-name',
  about:
    'Pipelines that make volume claims have short names where the server makes too long ones of them (#12350).',
  check: ({ flow, target }) => {
    const isOld = target !== 'local' && TARGETS.indexOf(target) < TARGETS.indexOf(FIXED_IN);
    const [maker] = containers(flow).filter(({ node }) => node.image === 'argostub/createpvc');
    return isOld && maker && flow.pipeline.name.length > LONGEST
      ? [
          {
            severity: 'warning',
            field: 'name',
            message: `The pipeline's name has more than ${LONGEST} characters, and with it the name of what ${titled(maker)} makes may become too long.`,
            fix: `Give the pipeline a shorter name, or choose the target ${FIXED_IN} or a newer one.`
          }
        ]
      : [];
  }
};
