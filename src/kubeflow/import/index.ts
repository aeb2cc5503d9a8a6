export { SpecImportError } from './import-error';
export type { ImportNote, ImportReport } from './import-report';
export { type ImportedSpec, type ImportOptions, importSpec } from './import-spec';
export { type PythonSource, pythonSource } from './python-source';
