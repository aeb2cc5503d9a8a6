export { PipelineFileError } from './file/file-error';
export { PIPELINE_SCHEMA } from './file/file-schema';
export { placesIn, type TextPlace } from './file/places';
export { isEmptyText, readPipeline } from './file/read-pipeline';
export { canonicalJson, writePipeline } from './file/write-pipeline';
export { newId } from './id';
export { nameOfFile, newPipeline } from './new-pipeline';
export * from './arguments';
export { applyComment, type CommentAuthor } from './comments/apply-comment';
export { CommentRequest } from './comments/comment-request';
export { type Comment, type Comments, type CommentThread, inOrder } from './comments/comments';
export * from './groups';
export * from './kept';
export * from './kubernetes';
export * from './node-fields';
export * from './ports';
export type { Repair } from './sanitise/repair';
export { type Sanitised, sanitise } from './sanitise/sanitise';
export * from './schema';
export * from './shared/contract';
export { createSharedPipeline, type SharedPipelineOptions } from './shared/shared-pipeline';
export { addNode } from './edits/add-node';
export { bindInput } from './edits/bind-input';
export { bindSetting } from './edits/bind-setting';
export { acceptCells, addCells, reanchorCell, removeCell } from './edits/cells';
export { ClipboardError, copyNodes, pasteNodes } from './edits/clipboard';
export { duplicateNodes } from './edits/duplicate-nodes';
export { PipelineEditError } from './edits/edit-error';
export { fillPipeline } from './edits/fill-pipeline';
export { followToNotebook, replaceCell } from './edits/follow-cells';
export { groupNodes } from './edits/group-nodes';
export { insertPipeline } from './edits/insert-pipeline';
export { mergeCells, moveCells, type MovedNames, splitCells } from './edits/move-cells';
export { moveIntoGroup } from './edits/move-into-group';
export { moveNodes } from './edits/move-nodes';
export { addOrder, removeOrder } from './edits/order';
export { removeNodes } from './edits/remove-nodes';
export { renameParameter } from './edits/rename-parameter';
export { renamePort } from './edits/rename-port';
export { type PipelineField, setPipelineField } from './edits/set-pipeline-field';
export { replacePipeline } from './edits/replace-pipeline';
export { setField } from './edits/set-field';
export { setMeta } from './edits/set-meta';
export { setParameter } from './edits/set-parameter';
export { type LostReference, ungroup } from './edits/ungroup';
export { withDescendants } from './queries/descendants';
export { ancestors, childrenByGroup, enclosing, mayHold, sharedGroup, siblings } from './queries/groups';
export { type Consumer, consumersOf, type Producer, producers } from './queries/edges';
export { nodeTitle } from './queries/node-title';
export { wouldCycle } from './queries/would-cycle';
export {
  atNode,
  bindingsOf,
  mapOutputs,
  mapReferences,
  namedNode,
  outputReferences,
  type PlacedBinding,
  type Reference,
  type ReferenceTarget,
  referencesOf
} from './references';
export { diffPipelines, type PipelineDiff } from './diff/diff-pipelines';
export { type Change, DEEP, diffValues } from './diff/diff-values';
export { conflictText, type SideNames } from './merge/conflict-text';
export { type Merged, mergePipelines } from './merge/merge-pipelines';
export type { Conflict } from './merge/merge-values';
export { besideFile } from './beside-file';
export { drawKale, type DrawnKale } from './from-notebook/draw-kale';
export { drawProposal } from './from-notebook/draw-proposal';
export { proposedPipeline } from './from-notebook/proposed-pipeline';
