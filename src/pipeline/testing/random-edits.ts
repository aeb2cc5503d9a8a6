import { applyComment } from '../comments/apply-comment';
import type { CommentRequest } from '../comments/comment-request';
import { addNode } from '../edits/add-node';
import { bindInput } from '../edits/bind-input';
import { bindSetting } from '../edits/bind-setting';
import { acceptCells, addCells, reanchorCell, removeCell } from '../edits/cells';
import { copyNodes, pasteNodes } from '../edits/clipboard';
import { duplicateNodes } from '../edits/duplicate-nodes';
import { PipelineEditError } from '../edits/edit-error';
import { fillPipeline } from '../edits/fill-pipeline';
import { followToNotebook, replaceCell } from '../edits/follow-cells';
import { groupNodes } from '../edits/group-nodes';
import { insertPipeline } from '../edits/insert-pipeline';
import { mergeCells, moveCells, splitCells } from '../edits/move-cells';
import { moveIntoGroup } from '../edits/move-into-group';
import { moveNodes } from '../edits/move-nodes';
import { addOrder, removeOrder } from '../edits/order';
import { removeNodes } from '../edits/remove-nodes';
import { renameParameter } from '../edits/rename-parameter';
import { renamePort } from '../edits/rename-port';
import { replacePipeline } from '../edits/replace-pipeline';
import { setField } from '../edits/set-field';
import { setMeta } from '../edits/set-meta';
import { setParameter } from '../edits/set-parameter';
import { setPipelineField } from '../edits/set-pipeline-field';
import { ungroup } from '../edits/ungroup';
import { newPipeline } from '../new-pipeline';
import type { Binding } from '../ports';
import type { Pipeline, Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';

/** A random choice: a whole number below a bound. */
type Pick = (bound: number) => number;
type Edit = (doc: SharedPipeline, pick: Pick) => void;

const of = <T>(pick: Pick, items: readonly T[]): T => items[pick(items.length)];
const anyNode = (doc: SharedPipeline, pick: Pick) => of(pick, [...Object.keys(doc.stored.nodes), 'gone']);
const name = (pick: Pick) => of(pick, ['a', 'b', 'c', 'model', 'constructor']);
const cell = (pick: Pick) => ({ id: `cell${pick(5)}`, hash: `h${pick(9)}` });
const position = (pick: Pick): Position => [pick(900), pick(900)];

const binding = (doc: SharedPipeline, pick: Pick): Binding =>
  of<Binding>(pick, [
    { node: anyNode(doc, pick), output: 'model' },
    { node: anyNode(doc, pick), input: 'a' },
    { item: anyNode(doc, pick) },
    { status: anyNode(doc, pick) },
    { parameter: name(pick) },
    { value: pick(9) }
  ]);
const KINDS = ['loop', 'choice', 'branch', 'exit-handler', 'pipeline'] as const;
const SETTINGS = [
  ['items'],
  ['when', 'left'],
  ['kubernetes', 'nodeSelector'],
  ['kubernetes', 'pvcMount', '0', 'pvcName']
];
const KUBERNETES = {
  nodeSelector: { zone: 'a' },
  pvcMount: [{ pvcName: 'a', mountPath: '/a' }],
  tolerations: [{ parameter: 'a' }, { key: 'gpu' }],
  imagePullPolicy: 'Always'
};

const EDITS: Record<string, Edit> = {
  addContainer: (doc, pick) => {
    const port = { type: of(pick, ['Model', 'integer']) };
    const node = { kind: 'container', image: 'i', inputs: { a: port }, outputs: { model: port } } as const;
    addNode(doc, node, position(pick), `k${pick(40)}`);
  },
  addCells: (doc, pick) => {
    addNode(doc, { kind: 'cells', notebook: 'n', cells: [cell(pick)] }, position(pick), `c${pick(40)}`);
  },
  addNote: (doc, pick) => addNode(doc, { kind: 'note', text: 'x' }, position(pick)),
  duplicate: (doc, pick) => duplicateNodes(doc, [anyNode(doc, pick), anyNode(doc, pick)], [10, 10]),
  remove: (doc, pick) => removeNodes(doc, [anyNode(doc, pick)]),
  move: (doc, pick) => moveNodes(doc, { [anyNode(doc, pick)]: position(pick) }),
  bind: (doc, pick) =>
    bindInput(doc, anyNode(doc, pick), name(pick), { node: anyNode(doc, pick), output: 'model' }),
  bindParameter: (doc, pick) => bindInput(doc, anyNode(doc, pick), name(pick), { parameter: name(pick) }),
  unbind: (doc, pick) => bindInput(doc, anyNode(doc, pick), name(pick), undefined),
  order: (doc, pick) => addOrder(doc, anyNode(doc, pick), anyNode(doc, pick)),
  unorder: (doc, pick) => removeOrder(doc, anyNode(doc, pick), anyNode(doc, pick)),
  title: (doc, pick) => setField(doc, anyNode(doc, pick), ['title'], of(pick, ['t', 'u', undefined])),
  memory: (doc, pick) =>
    setField(doc, anyNode(doc, pick), ['resources', 'memory'], of(pick, ['1Gi', undefined])),
  env: (doc, pick) => setField(doc, anyNode(doc, pick), ['env', name(pick)], of(pick, ['v', 'w', undefined])),
  retry: (doc, pick) =>
    setField(doc, anyNode(doc, pick), ['retry'], of(pick, [{ max: 1 }, { max: 2, factor: 3 }, undefined])),
  retryMax: (doc, pick) => setField(doc, anyNode(doc, pick), ['retry', 'max'], pick(5)),
  retryFactor: (doc, pick) =>
    setField(doc, anyNode(doc, pick), ['retry', 'factor'], of(pick, [2, undefined])),
  group: (doc, pick) =>
    setField(doc, anyNode(doc, pick), ['group'], of(pick, [anyNode(doc, pick), undefined])),
  groupNodes: (doc, pick) =>
    groupNodes(doc, [anyNode(doc, pick), anyNode(doc, pick)].slice(pick(2)), of(pick, KINDS)),
  ungroup: (doc, pick) => ungroup(doc, anyNode(doc, pick)),
  moveIntoGroup: (doc, pick) =>
    moveIntoGroup(doc, [anyNode(doc, pick)], of(pick, [anyNode(doc, pick), anyNode(doc, pick), undefined])),
  setting: (doc, pick) => bindSetting(doc, anyNode(doc, pick), of(pick, SETTINGS), binding(doc, pick)),
  kubernetes: (doc, pick) => {
    const [key, value] = of(pick, Object.entries(KUBERNETES));
    setField(doc, anyNode(doc, pick), ['kubernetes', key], of(pick, [value, undefined]));
  },
  output: (doc, pick) => {
    const from = of(pick, [binding(doc, pick), [binding(doc, pick), binding(doc, pick)]]);
    const output = of(pick, [{ type: 'Model', from }, undefined]);
    setField(doc, anyNode(doc, pick), ['outputs', 'model'], output);
  },
  pipelineOutput: (doc, pick) =>
    setPipelineField(
      doc,
      ['outputs', name(pick)],
      of(pick, [{ type: 'Model', from: binding(doc, pick) }, undefined])
    ),
  paste: (doc, pick) => pasteNodes(doc, copyNodes(doc.pipeline, [anyNode(doc, pick)]), position(pick)),
  port: (doc, pick) => {
    const type = of(pick, [{ type: 'Model' }, { type: 'string', description: 'd' }, undefined]);
    setField(doc, anyNode(doc, pick), [of(pick, ['inputs', 'outputs']), name(pick)], type);
  },
  portType: (doc, pick) =>
    setField(doc, anyNode(doc, pick), [of(pick, ['inputs', 'outputs']), name(pick), 'type'], 'Dataset'),
  renamePort: (doc, pick) =>
    renamePort(doc, anyNode(doc, pick), of(pick, ['inputs', 'outputs'] as const), name(pick), name(pick)),
  parameter: (doc, pick) => {
    const parameter = of(pick, [
      { type: 'integer' as const, default: pick(9) },
      { type: 'string' as const },
      undefined
    ]);
    setParameter(doc, name(pick), parameter);
  },
  renameParameter: (doc, pick) => renameParameter(doc, name(pick), name(pick)),
  cells: (doc, pick) => addCells(doc, anyNode(doc, pick), [cell(pick), cell(pick)]),
  removeCell: (doc, pick) => removeCell(doc, anyNode(doc, pick), cell(pick).id),
  acceptCells: (doc, pick) => acceptCells(doc, anyNode(doc, pick), [cell(pick)]),
  reanchor: (doc, pick) => reanchorCell(doc, anyNode(doc, pick), cell(pick).id, cell(pick)),
  replaceCell: (doc, pick) => replaceCell(doc, anyNode(doc, pick), cell(pick).id, [cell(pick), cell(pick)]),
  followToNotebook: (doc, pick) => {
    const { id, ...moved } = cell(pick);
    followToNotebook(doc, anyNode(doc, pick), of(pick, ['n', 'm']), new Map([[id, { id, ...moved }]]));
  },
  moveCells: (doc, pick) =>
    moveCells(doc, anyNode(doc, pick), anyNode(doc, pick), [cell(pick).id], {
      inputs: [name(pick)],
      outputs: [name(pick)]
    }),
  mergeCells: (doc, pick) => mergeCells(doc, anyNode(doc, pick), [anyNode(doc, pick)]),
  splitCells: (doc, pick) =>
    splitCells(doc, anyNode(doc, pick), [cell(pick).id], { inputs: [], outputs: ['model'] }, position(pick)),
  insertPipeline: (doc, pick) => {
    if (pick(4) === 0) {
      insertPipeline(doc, START, position(pick));
    }
  },
  fillPipeline: doc => fillPipeline(doc, START),
  replacePipeline: (doc, pick) => {
    const { nodes, ...rest } = doc.stored;
    const kept = Object.entries(nodes).filter(([id]) => id in START.nodes || pick(4) > 0);
    replacePipeline(doc, { ...rest, nodes: { ...Object.fromEntries(kept) } }, pick(2) === 0);
  },
  comment: (doc, pick) => {
    const [thread, message] = [`t${pick(3)}`, `m${pick(4)}`];
    const requests: CommentRequest[] = [
      { do: 'open', thread, message, node: anyNode(doc, pick), text: 'why?' },
      { do: 'reply', thread, message, text: 'so' },
      { do: 'resolve', thread },
      { do: 'reopen', thread },
      { do: 'remove', thread, message }
    ];
    applyComment(doc, of(pick, requests), { username: of(pick, ['ann', 'bob']) }, new Date(0));
  },
  meta: (doc, pick) => setMeta(doc, of(pick, ['name', 'description'] as const), of(pick, ['m', 'n', ''])),
  undo: doc => doc.undo(),
  redo: doc => doc.redo(),
  load: doc => doc.load(START)
};
/** What a user may do, by name. */
export const EDIT_NAMES = Object.keys(EDITS);

/** A pipeline with something for each edit to work on. */
export const START: Pipeline = {
  ...newPipeline({ id: 'x', name: 'start' }),
  parameters: { a: { type: 'integer', default: 1 } },
  nodes: {
    load: { kind: 'cells', notebook: 'n', cells: [{ id: 'cell0', hash: 'h' }] },
    train: {
      kind: 'container',
      image: 'i',
      after: ['load'],
      inputs: { a: { type: 'integer', from: { parameter: 'a' } }, b: { type: 'Model' } },
      outputs: { model: { type: 'Model' } },
      args: [{ input: 'a' }]
    },
    loop: { kind: 'loop', items: { value: [1] }, inputs: { a: { type: 'Model' } } },
    only: { kind: 'branch', when: { left: { item: 'loop' }, is: '==', right: { value: 1 } }, group: 'loop' },
    test: {
      kind: 'container',
      image: 'i',
      group: 'loop',
      inputs: { a: { type: 'Model', from: { node: 'train', output: 'model' } } },
      kubernetes: { pvcMount: [{ pvcName: { item: 'loop' }, mountPath: '/m' }] }
    }
  },
  layout: { load: [0, 0], train: [9, 9] }
};

/** Makes an edit, chosen and filled by two numbers; one that does not apply does nothing. */
export function editAtRandom(doc: SharedPipeline, which: number, random: number): void {
  let rest = random;
  const pick: Pick = bound => {
    rest = (Math.imul(rest, 1664525) + 1013904223) >>> 0;
    return Math.floor((rest / 2 ** 32) * bound);
  };
  try {
    EDITS[EDIT_NAMES[which % EDIT_NAMES.length]](doc, pick);
  } catch (error) {
    if (!(error instanceof PipelineEditError)) {
      throw error;
    }
  }
}
