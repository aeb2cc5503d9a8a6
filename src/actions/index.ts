export { acceptProposal } from './accept-proposal';
export * from './action';
export { addComment } from './add-comment';
export { addInput } from './add-input';
export { ACTIONS } from './all';
export { change, refuse } from './change';
export { applyConnection, connectEnds } from './connect-ends';
export { comment, isOwnComment } from './comment';
export type { Connection, ConnectionEnd, ConnectionStart } from './connection';
export { connectionFor } from './connection-for';
export { deleteSelection } from './delete';
export { disconnect } from './disconnect';
export { kindName, kindText, versionedName } from './edge-kind';
export { nameText } from './name-text';
export { dismissProposal } from './dismiss-proposal';
export type { Anchor, Discussion } from './discussion';
export * from './editor';
export { exportName } from './export-name';
export { acceptChanges, hasManyChanges } from './accept-changes';
export { followCode } from './follow-code';
export { type ExportChoice, exportChoices, LAST_VALUE } from './export-choices';
export {
  edgeValue,
  formText,
  type GivenValue,
  givenValue,
  isPickle,
  sizeText,
  valueText
} from './given-value';
export { goToThread } from './go-to-thread';
export { groupWires, type GroupWire, type Wire, wires } from './group-wires';
export { readingOrder } from './neighbours';
export { createEditor, OpenEditor, type EditorOptions } from './open-editor';
export { type OpenLiteral, openLiterals } from './literal-parameters';
export { makeParameter } from './make-parameter';
export { makeParameters, taggedLiterals } from './make-parameters';
export { takeNotebookValue, valuesToTake } from './take-notebook-value';
export { openSource } from './open-source';
export { pinEdge } from './pin-edge';
export { kernelPins, pinPackages } from './pin-packages';
export { peerName } from './peer-name';
export { type PeerStore, peerStore } from './peers';
export { plainText } from './plain-text';
export { offerOf, type OpenOffer, type OpenProposal } from './proposal';
export { portsFit } from './ports-fit';
export { maySayHere, sessionLetsEdit } from './rights';
export { setName } from './rename';
export { splitStep } from './split-step';
export { openThreads, type Thread, threadsOf } from './threads';
