import type { Flow, FlowNode } from '../../flow';
import { completionSteps, dependenciesOf } from '../completion';
import type { Finding, Rule } from '../rule';
import { listed, titled, titleOf } from '../words';

export const exitStep: Rule = {
  id: 'exit-step',
  about:
    'A step that runs even after failures has something before it, is alone after that, has nothing after it, and does without the outputs of what failed.',
  check: ({ flow }) => {
    const steps = completionSteps(flow);
    const exits = new Map(steps.map(node => [node.id, node]));
    return [
      ...steps.flatMap(node => own(flow, node)),
      ...shared(flow, steps),
      ...(steps.length === 0 ? [] : [...flow.nodes.values()].flatMap(node => afterExit(flow, node, exits)))
    ];
  }
};

/** An exit hook hangs on what it depends on; what that did not give cannot be read. */
function own(flow: Flow, node: FlowNode): Finding[] {
  const before = dependenciesOf(flow, node);
  const tasks = [...new Set(before.map(({ id }) => id))];
  const findings: Finding[] = [];
  if (tasks.length === 0) {
    findings.push(
      found(
        node,
        'after',
        'runs even after failures, but after nothing, so it never runs',
        'Let it run after something.'
      )
    );
  }
  const handler = tasks.find(id => flow.nodes.get(id)?.node.kind === 'exit-handler');
  const status = before.some(({ by }) => by === 'status');
  if (tasks.length > 1 && (handler !== undefined || status)) {
    findings.push(
      found(
        node,
        'after',
        `${handler === undefined ? 'reads how one task ended' : 'is an exit step'}, but waits for ${listed(tasks.map(id => titleOf(flow, id)))}`,
        'Let it wait for one of them alone.'
      )
    );
  }
  for (const { input, id, by, optional } of before) {
    if (by === 'data' && !optional) {
      findings.push(
        found(
          node,
          `inputs.${input}`,
          `runs even when ${titleOf(flow, id)} has failed, and then ${input} has no value`,
          `Give ${input} a default, or feed it otherwise.`
        )
      );
    }
  }
  return findings;
}

/** Of two hooks on one task, the server keeps one (argocompiler/dag.go). */
function shared(flow: Flow, steps: readonly FlowNode[]): Finding[] {
  const first = new Map<string, FlowNode>();
  return steps.flatMap(node =>
    [...new Set(dependenciesOf(flow, node).map(({ id }) => id))].flatMap(id => {
      const other = first.get(id);
      first.set(id, other ?? node);
      return other
        ? [
            found(
              node,
              'after',
              `and ${titled(other)} both run after the end of ${titleOf(flow, id)}, and Kubeflow runs one of them alone`,
              'Make one step of them.'
            )
          ]
        : [];
    })
  );
}

/** Hooks are no tasks, so that nothing can depend on them. */
function afterExit(flow: Flow, node: FlowNode, exits: ReadonlyMap<string, FlowNode>): Finding[] {
  return dependenciesOf(flow, node).flatMap(({ id, input }) => {
    const exit = exits.get(id);
    return exit
      ? [
          found(
            node,
            input === undefined ? 'after' : `inputs.${input}`,
            `waits for ${titled(exit)}, which runs even after failures and which nothing can wait for`,
            'Let it wait for something else.'
          )
        ]
      : [];
  });
}

function found(node: FlowNode, field: string, what: string, fix: string): Finding {
  return { severity: 'error', node: node.id, field, message: `${titled(node)} ${what}.`, fix };
}
