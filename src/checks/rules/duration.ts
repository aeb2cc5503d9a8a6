import { durationSeconds } from '../../kubeflow';
import type { StepNode } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { type FlowNodeOf, steps } from '../flow-nodes';
import { titled } from '../words';

export const duration: Rule = {
  id: 'duration',
  about: 'Times are times, and not nothing.',
  check: ({ flow }) => steps(flow).flatMap(node => [...times(node), ...order(node)])
};

function times(node: FlowNodeOf<StepNode>): Finding[] {
  const { timeout, retry } = node.node;
  const fields = { timeout, 'retry.backoff': retry?.backoff, 'retry.maxBackoff': retry?.maxBackoff };
  return Object.entries(fields).flatMap(([field, text]): Finding[] => {
    const seconds = text === undefined ? 1 : durationSeconds(text);
    const isTime = seconds !== undefined && (seconds > 0 || field !== 'timeout');
    return isTime
      ? []
      : [
          {
            severity: 'error',
            node: node.id,
            field,
            message: `${titled(node)} has “${text}” for ${field}, which is no ${field === 'timeout' ? 'limit of time' : 'time'}.`,
            fix: 'Write a duration such as 90s, 15m or 2h30m.'
          }
        ];
  });
}

function order(node: FlowNodeOf<StepNode>): Finding[] {
  const { backoff, maxBackoff } = node.node.retry ?? {};
  const first = durationSeconds(backoff ?? '');
  const longest = durationSeconds(maxBackoff ?? '');
  return first === undefined || longest === undefined || first <= longest
    ? []
    : [
        {
          severity: 'warning',
          node: node.id,
          field: 'retry.backoff',
          message: `${titled(node)} waits ${backoff} before it tries again, more than its longest wait of ${maxBackoff}.`,
          fix: 'Make the first wait shorter, or the longest longer.'
        }
      ];
}
