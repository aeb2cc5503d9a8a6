import type { Flow, FlowNode, FlowPort } from '../../flow';
import { type Binding, isBranch, isChoice, isParameterType } from '../../pipeline';
import { groups } from '../flow-nodes';
import { given } from '../given';
import type { Finding, Rule } from '../rule';
import { groupsAround, ofGroupKind } from '../scopes';
import { listed, titled, titleOf } from '../words';

export const oneOf: Rule = {
  id: 'one-of',
  about: 'Outputs of a choice have one source in each branch, an else included, all of one kind.',
  check: ({ flow }) => [
    ...groups(flow).flatMap(group =>
      group.outputs.flatMap(port =>
        isChoice(group.node) ? ofChoice(flow, group, port) : ofOther(group, port)
      )
    ),
    ...flow.outputs.flatMap(port => ofOther(undefined, port))
  ]
};

function ofOther(group: FlowNode | undefined, { name, sources = [] }: FlowPort): Finding[] {
  return sources.length < 2
    ? []
    : [
        {
          severity: 'error',
          ...(group && { node: group.id }),
          field: `outputs.${name}`,
          message: `${group ? titled(group) : 'The pipeline'} has several sources for ${name}, but is no choice.`,
          fix: 'Give the output to the choice that holds the branches, and read that.'
        }
      ];
}

function ofChoice(flow: Flow, choice: FlowNode, port: FlowPort): Finding[] {
  const { name, sources = [] } = port;
  const branches = (flow.children.get(choice.id) ?? []).flatMap(id => flow.nodes.get(id) ?? []);
  const inside = branches.filter(({ node }) => isBranch(node));
  const found = (what: string, fix: string): Finding[] => [
    {
      severity: 'error',
      node: choice.id,
      field: `outputs.${name}`,
      message: `The output ${name} of ${titled(choice)} ${what}.`,
      fix
    }
  ];
  if (inside.length > 0 && inside.every(({ node }) => isBranch(node) && node.when)) {
    return found('may have no value, since no branch is the else', 'Add a branch without a condition.');
  }
  const used = sources.map(source => branchOf(flow, choice.id, source));
  const empty = inside.filter(({ id }) => !used.includes(id));
  if (empty.length > 0) {
    return found(`has no source in ${listed(empty.map(titled))}`, 'Choose an output in each branch.');
  }
  const twice = used.find((id, at) => id !== undefined && used.indexOf(id) !== at);
  if (twice !== undefined || used.includes(undefined)) {
    const where = twice === undefined ? 'outside its branches' : `more than once in ${titleOf(flow, twice)}`;
    return found(`has a source ${where}`, 'Choose one output in each branch.');
  }
  const nested = sources.find(source => isIndirect(flow, choice.id, source));
  if (nested) {
    return found(
      'has a source that is itself collected from a loop or one of several',
      'Add a step in the branch that passes the value on.'
    );
  }
  const kinds = new Set(
    sources.flatMap(source => given(flow, choice.id, source)?.type ?? []).map(type => isParameterType(type))
  );
  return kinds.size < 2
    ? []
    : found('mixes parameters and artifacts', 'Choose outputs of one kind in all branches.');
}

/** The branch of a choice that holds what a binding reads. */
function branchOf(flow: Flow, choice: string, source: Binding): string | undefined {
  if (!('output' in source)) {
    return undefined;
  }
  const path = [source.node, ...groupsAround(flow, source.node)];
  const at = path.indexOf(choice);
  return at > 0 ? path[at - 1] : undefined;
}

/** Read across a loop inside the branch, or from another choice. */
function isIndirect(flow: Flow, choice: string, source: Binding): boolean {
  if (!('output' in source)) {
    return false;
  }
  const around = groupsAround(flow, source.node);
  const within = around.slice(0, around.indexOf(choice));
  const node = flow.nodes.get(source.node)?.node;
  return ofGroupKind(flow, within, 'loop').length > 0 || (node !== undefined && isChoice(node));
}
