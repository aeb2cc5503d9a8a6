export { SpecImportError } from './import-error';
export type { ImportNote, ImportReport } from './import-report';
export { type ImportedSpec, importSpec } from './import-spec';
