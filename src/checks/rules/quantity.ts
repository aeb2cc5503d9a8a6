import type { Resources, StepNode } from '../../pipeline';
import { parseQuantity } from '../../pools';
import type { Finding, Rule } from '../rule';
import { type FlowNodeOf, steps } from '../flow-nodes';
import { titled } from '../words';

type Field = Exclude<keyof Resources, 'accelerators' | 'accelerator'>;

const FIELDS: readonly { field: Field; memory: boolean }[] = [
  { field: 'cpu', memory: false },
  { field: 'cpuRequest', memory: false },
  { field: 'memory', memory: true },
  { field: 'memoryRequest', memory: true },
  { field: 'sharedMemory', memory: true }
];
const MEBIBYTE = parseQuantity('1Mi')!;

export const quantity: Rule = {
  id: 'quantity',
  about: 'Amounts of CPU and memory are what Kubernetes reads, and likely what was meant.',
  check: ({ flow }) => steps(flow).flatMap(node => [...amounts(node), ...requests(node), ...count(node)])
};

function amounts(node: FlowNodeOf<StepNode>): Finding[] {
  const resources = node.node.resources ?? {};
  return FIELDS.flatMap(({ field, memory }): Finding[] => {
    const text = resources[field];
    if (text === undefined || text.includes('{{$')) {
      return [];
    }
    const place = { node: node.id, field: `resources.${field}` };
    const asks = `${titled(node)} has ${text || 'nothing'} for ${field}`;
    const amount = parseQuantity(text);
    if (amount === undefined || amount < 0n) {
      return [
        { severity: 'error', ...place, message: `${asks}, which is no amount.`, fix: fixFor(text, memory) }
      ];
    }
    const odd = memory ? oddMemory(text, amount) : undefined;
    return odd
      ? [{ severity: 'warning', ...place, message: `${asks}, which is ${odd}.`, fix: likelyMemory(text) }]
      : [];
  });
}

/** What an amount of memory counts when it can hardly be meant; `m` is for cores and means a thousandth. */
function oddMemory(text: string, amount: bigint): string | undefined {
  if (/[mun]$/.test(text)) {
    return 'in fractions of a byte';
  }
  return amount > 0n && amount < MEBIBYTE ? 'less than a mebibyte' : undefined;
}

function likelyMemory(text: string): string {
  const digits = /^\d+/.exec(text)?.[0];
  return digits ? `Write ${digits}Mi or ${digits}Gi.` : 'Write an amount such as 512Mi or 16Gi.';
}

/** The amount with a suffix that Kubernetes knows, when that is all it lacks. */
function fixFor(text: string, memory: boolean): string {
  const [, number, unit] = /^\s*([\d.]+)\s*([kmgt])?i?b?\s*$/i.exec(text) ?? [];
  const better = number && unit && memory ? `${number}${unit.toUpperCase()}i` : undefined;
  if (better && parseQuantity(better) !== undefined) {
    return `Write ${better}.`;
  }
  return `Write an amount such as ${memory ? '512Mi or 16Gi' : '500m or 4'}.`;
}

function requests(node: FlowNodeOf<StepNode>): Finding[] {
  const resources = node.node.resources ?? {};
  return (['cpu', 'memory'] as const).flatMap((field): Finding[] => {
    const limit = parseQuantity(resources[field] ?? '');
    const request = parseQuantity(resources[`${field}Request`] ?? '');
    return limit === undefined || request === undefined || request <= limit
      ? []
      : [
          {
            severity: 'error',
            node: node.id,
            field: `resources.${field}Request`,
            message: `${titled(node)} requests ${resources[`${field}Request`]} of ${field}, more than its limit of ${resources[field]}.`,
            fix: 'Raise the limit, or request less.'
          }
        ];
  });
}

/** A number that stands as text, or a placeholder of one. */
function count({ id, title, node }: FlowNodeOf<StepNode>): Finding[] {
  const { accelerators } = node.resources ?? {};
  return typeof accelerators !== 'string' || /^\d+$/.test(accelerators) || accelerators.includes('{{$')
    ? []
    : [
        {
          severity: 'error',
          node: id,
          field: 'resources.accelerators',
          message: `${titled({ title })} asks for “${accelerators}” accelerators, which is no whole number.`,
          fix: 'Write a number such as 1.'
        }
      ];
}
