import { durationSeconds } from '../../kubeflow';
import type { Retry, TaskNode } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { type FlowNodeOf, tasks } from '../flow-nodes';
import { titled } from '../words';

export const duration: Rule = {
  id: 'duration',
  about: 'Times are times, and not nothing.',
  check: ({ flow }) => tasks(flow).flatMap(node => [...times(node), ...order(node)])
};

/** What a node of any kind says of times. */
const timesOf = (node: TaskNode): { timeout?: string; retry?: Retry } => ({
  ...('timeout' in node && { timeout: node.timeout }),
  ...('retry' in node && { retry: node.retry })
});

function times(node: FlowNodeOf<TaskNode>): Finding[] {
  const { timeout, retry } = timesOf(node.node);
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

function order(node: FlowNodeOf<TaskNode>): Finding[] {
  const { backoff, maxBackoff } = timesOf(node.node).retry ?? {};
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
