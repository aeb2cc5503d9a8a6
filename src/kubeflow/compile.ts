import type { Flow } from '../flow';
import { isGroup, isNote, type PipelineNode, type SpecNames, type TaskNode } from '../pipeline';
import type { Catalog } from '../pools';
import { accountAfter } from './after';
import type { Compiled, FieldReport, SourcePlace } from './compiled';
import { finish } from './finish';
import { readGroup } from './groups/group';
import { keepDocuments, keepPieces } from './kept/keep';
import { Ledger } from './ledger';
import { Lowered } from './lower/lower';
import { stepNames } from './lower/step-names';
import { accountNames } from './names-account';
import { pipelineSpec } from './pipeline-spec';
import { addPlaces, Reads } from './source-map';
import { type Pieces, SpecPieces } from './spec-pieces';
import { writeStep } from './step';
import type { StepScope } from './step-scope';
import type { Target } from './target';

/** Keys of the file that say what it is, where things are drawn, or what is said of it; nodes have accounts of their own. */
const NOT_SETTINGS = ['weft', 'id', 'nodes', 'layout', 'comments'];

/** Names that nodes bring and cannot have, by node id. */
type Refused = Map<string, Set<keyof SpecNames>>;

/**
 * Compiles a flow to Kubeflow's spec for a target. Pure, and the same to the byte everywhere.
 * Never throws for what a user drew: what cannot be written is `lost` in the report, and then the spec must
 * not be used. Problems that leave no setting behind (an unbound input, a cycle) are the checks' to find.
 */
export function compile(flow: Flow, catalog: Catalog, target: Target): Compiled {
  return finish(compiling(flow, catalog, target));
}

/** The same node by node, for whoever has to stay free meanwhile. */
export function* compiling(flow: Flow, catalog: Catalog, target: Target): Generator<void, Compiled, void> {
  const refused: Refused = new Map();
  for (;;) {
    const { pieces, compiled } = yield* compilingNamed(flow, catalog, target, refused);
    if (pieces.clashes.length === 0) {
      return compiled();
    }
    // two nodes of one name say different things: again, with a name of its own for the second
    for (const { node, name } of pieces.clashes) {
      refused.set(node, (refused.get(node) ?? new Set()).add(name));
    }
  }
}

function* compilingNamed(flow: Flow, catalog: Catalog, target: Target, refused: Refused) {
  const { written, root, scopes, accounts } = yield* writingNodes(flow, catalog, target, refused);
  const pieces = new SpecPieces();
  for (const each of written) {
    const { node, names } = each.scope;
    pieces.add(node.id, names, each.pieces, node.node.group as string | undefined);
  }
  const compiled = (): Compiled => {
    const { imported } = flow.pipeline;
    const documents = keepDocuments(root(pieces), imported?.kept ?? [], accounts[0].ledger);
    const report = accounts.flatMap(({ ledger, settings, skip }): FieldReport[] =>
      ledger.close(settings, documents, skip, accounts[0].ledger)
    );
    return {
      ...documents,
      ...(imported?.comment !== undefined && { comment: imported.comment }),
      report,
      sourceMap: placesOf(scopes, flow)
    };
  };
  return { pieces, compiled };
}

/** What each node becomes under its names, from inside out, and what puts it together to documents. */
export function writeNodes(flow: Flow, catalog: Catalog, target: Target) {
  return finish(writingNodes(flow, catalog, target, new Map()));
}

function* writingNodes(flow: Flow, catalog: Catalog, target: Target, refused: Refused) {
  const allNames = stepNames(flow, refused);
  const lowered = new Lowered(flow, allNames);
  const own = new Ledger('');
  const accounts: Account[] = [{ ledger: own, settings: flow.pipeline, skip: NOT_SETTINGS }];
  const scopes: StepScope[] = [];
  for (const node of [...flow.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const ledger = new Ledger(node.id);
    accounts.push({ ledger, settings: node.node, skip: ['kind'] });
    const names = allNames.get(node.id);
    if (names) {
      const source: StepScope['source'] = binding => lowered.source(node.id, binding);
      scopes.push({ flow, catalog, target, allNames, node, names, ledger, source });
    } else {
      accountForUncompiled(node.node, ledger);
    }
  }
  // values are named in the order in which they are read: by task, so that an imported spec names them alike
  scopes.sort((a, b) => (taskKey(a) < taskKey(b) ? -1 : 1));
  const writers: Writer[] = [];
  for (const scope of scopes) {
    writers.push(writer(scope, lowered));
    yield;
  }
  const root = pipelineSpec(flow, lowered, target, own);
  const written: { scope: StepScope; pieces: Pieces }[] = [];
  for (const { scope, write } of fromInsideOut(writers, lowered)) {
    const pieces = write();
    if (!pieces) {
      continue;
    }
    const dependentTasks = lowered.dependentTasks(scope.node.id);
    if (dependentTasks.length) {
      pieces.task.dependentTasks = dependentTasks;
    }
    written.push({ scope, pieces: keepPieces(pieces, scope) });
  }
  return { written, root, scopes, accounts };
}

const taskKey = ({ names: { dag = '', task } }: StepScope) => `${dag}/${task}`;

interface Account {
  ledger: Ledger;
  settings: object;
  skip: readonly string[];
}

interface Writer {
  scope: StepScope;
  /** Undefined for kinds that this version does not write. */
  write: () => Pieces | undefined;
}

/** Reads all that a node reads; what it becomes is written when all nodes have. */
function writer(scope: StepScope, lowered: Lowered): Writer {
  const node = scope.node.node as TaskNode;
  accountNames(node, scope);
  accountAfter(node, lowered, scope);
  if (isGroup(node)) {
    return { scope, write: readGroup(node, lowered, scope) };
  }
  const pieces = writeStep(node, scope);
  if (!pieces) {
    accountForUncompiled(node, scope.ledger);
  }
  return { scope, write: () => pieces };
}

/** A group after all that is in it. */
function fromInsideOut(writers: readonly Writer[], { tree }: Lowered): Writer[] {
  const depth = ({ scope }: Writer) => tree.around.get(scope.node.id)?.depth ?? 0;
  return [...writers].sort((a, b) => depth(b) - depth(a));
}

/** Where each piece of the spec comes from. */
function placesOf(scopes: readonly StepScope[], flow: Flow): Record<string, SourcePlace> {
  const reads = new Reads(flow);
  const places: Record<string, SourcePlace> = {};
  scopes.forEach(scope => addPlaces(places, scope, reads));
  return places;
}

/** Accounts for a node that becomes no task: notes are for readers, other kinds are lost as a whole. */
function accountForUncompiled(node: PipelineNode, ledger: Ledger): void {
  for (const key of Object.keys(node).filter(key => key !== 'kind')) {
    if (isNote(node)) {
      ledger.drawing(key, 'A note is for readers; nothing of it runs.');
    } else if (isGroup(node)) {
      ledger.ignored(key, 'The group holds nothing that runs.');
    } else {
      ledger.lost(key, `It belongs to a node of the kind "${node.kind}".`);
    }
  }
  if (!isNote(node) && !isGroup(node)) {
    ledger.lost(
      'kind',
      `This version does not compile nodes of the kind "${node.kind}".`,
      'Compile with a newer version, or take the node away.'
    );
  }
}
