export {
  type Catalog,
  CatalogFile,
  emptyCatalog,
  type MatchExpression,
  Pool,
  type PoolMatch,
  type Queue,
  type Taint
} from './catalog';
export { CATALOG_FILE, CATALOG_VERSION, readCatalog } from './catalog-file';
export { CatalogFileError } from './catalog-file-error';
export { Device } from './device';
export { place } from './place';
export * from './placement';
export { parseQuantity } from './quantity';
export { isLabelKey, isLabelValue } from './labels';
