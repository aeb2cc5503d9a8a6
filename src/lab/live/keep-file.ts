export { FileCopy } from './file-copy';
export { FileKeeper } from './file-keeper';
