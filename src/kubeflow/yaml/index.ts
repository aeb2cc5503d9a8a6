export { type CrdOptions, writeCrd } from './crd';
export { readSpec } from './read';
export { SpecFileError } from './spec-file-error';
export { writeSpec } from './write';
