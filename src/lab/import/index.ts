export { importFault } from './draw-spec';
export { dropFiles } from './drop-files';
export { importFile } from './import-file';
export { showReport } from './show-report';
