import type { Flow } from '../flow';
import { ancestors, isBranch, isChoice, sharedGroup } from '../pipeline';
import type { Translation } from './action';

/** A branch that a value leaves on its way to a reader outside of it. */
export interface LeftBranch {
  branch: string;
  /** The choice that it belongs to; undefined for a lone if. */
  choice: string | undefined;
}

/** The branches that a value leaves on its way from one node to another, the innermost first. */
export function branchesLeft(flow: Flow, from: string, to: string): LeftBranch[] {
  const { nodes } = flow.pipeline;
  const around = ancestors(nodes, from);
  const shared = sharedGroup(nodes, from, to);
  const left = shared === '' ? around : around.slice(0, around.indexOf(shared));
  return left.flatMap(branch => {
    if (!isBranch(nodes[branch])) {
      return [];
    }
    const { group } = nodes[branch];
    return [{ branch, choice: group !== undefined && isChoice(nodes[group]) ? group : undefined }];
  });
}

/** Why a value cannot go from one node to another because of the branches they are in; undefined when it can. */
export function branchRefusal(flow: Flow, from: string, to: string, trans: Translation): string | undefined {
  const title = (id: string) => flow.nodes.get(id)?.title ?? id;
  const left = branchesLeft(flow, from, to);
  const [first, second] = left;
  if (!first) {
    return undefined;
  }
  const { nodes } = flow.pipeline;
  const rival = left.find(({ choice }) => choice !== undefined && ancestors(nodes, to).includes(choice));
  if (rival) {
    return trans.__('At most one branch of "%1" runs, so none can feed another.', title(rival.choice ?? ''));
  }
  if (first.choice === undefined) {
    return trans.__(
      '"%1" may not run: the condition of "%2" decides. Read it inside, or make a choice whose branches all give it.',
      title(from),
      title(first.branch)
    );
  }
  return second
    ? trans.__(
        '"%1" is inside two branches; give it as an output of "%2" first.',
        title(from),
        title(first.choice)
      )
    : undefined;
}
