export { CellAnalyzer, createAnalyzer } from './analyzer';
export * from './facts';
export { hashSource } from './hash';
export { type JsonFault, locateJsonFault } from './json-fault';
export type { ParserBytes } from './python/parser';
export { NotebookFileError, readNotebook } from './read';
export { linkCells } from './links/link';
export { planSteps } from './links/plan';
