import { YAMLException } from 'js-yaml';
import { type Catalog, CatalogFile } from './catalog';
import { CatalogFileError } from './catalog-file-error';
import { catalogFaults, type CatalogFault } from './catalog-faults';
import { loadPlaced, type PlacedDocument, type TextPlace } from './positions';
import { schemaFaults } from './schema-faults';

/** The name of the file that stands beside a pipeline. */
export const CATALOG_FILE = 'weft.pools.yaml';

/** The version of the file that this code reads. */
export const CATALOG_VERSION = 1;

/**
 * Reads a catalog of pools.
 * @param file name for messages.
 * @throws CatalogFileError for text that is no YAML, does not keep to the schema, or contradicts itself; of several
 * faults it names the first in the text.
 */
export function readCatalog(text: string, file: string = CATALOG_FILE): Catalog {
  const document = parse(text, file);
  const version = versionOf(document.value);
  if (version !== undefined && version > CATALOG_VERSION) {
    const what = `is ${version}, but this Weft reads up to ${CATALOG_VERSION}; use a newer Weft.`;
    throw new CatalogFileError(file, document.place(['weft-pools']), 'weft-pools', what);
  }
  const faults = schemaFaults(CatalogFile, document.value);
  report(faults.length > 0 ? faults : catalogFaults(document.value as Catalog), document, file);
  return document.value as Catalog;
}

function parse(text: string, file: string): PlacedDocument {
  try {
    return loadPlaced(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) {
      throw error;
    }
    throw new CatalogFileError(file, placeOf(error, text), '', `this is no YAML: ${error.reason}.`);
  }
}

/** js-yaml puts what is missing at the end on a line after the last. */
function placeOf({ mark }: YAMLException, text: string): TextPlace {
  const lines = text.split(/\r\n|\r|\n/);
  const last = { line: lines.length, column: lines[lines.length - 1].length + 1 };
  return mark && mark.line < lines.length ? { line: mark.line + 1, column: mark.column + 1 } : last;
}

function versionOf(value: unknown): number | undefined {
  const version = (value as Record<string, unknown> | null | undefined)?.['weft-pools'];
  return typeof version === 'number' ? version : undefined;
}

function report(faults: readonly CatalogFault[], document: PlacedDocument, file: string): void {
  const [first] = faults
    .map(fault => ({ ...fault, place: document.place(fault.path) }))
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  if (first) {
    throw new CatalogFileError(file, first.place, fieldOf(first.path), first.what);
  }
}

function fieldOf(path: readonly string[]): string {
  return path.reduce((field, segment) => {
    if (/^\d+$/.test(segment)) {
      return `${field}[${segment}]`;
    }
    return /[./]/.test(segment) ? `${field}["${segment}"]` : field ? `${field}.${segment}` : segment;
  }, '');
}
