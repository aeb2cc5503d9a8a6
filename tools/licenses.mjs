// The licences of the packages inside a bundle, in the form that JupyterLab's builder gives those of the extension.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * @param root folder that the inputs are relative to
 * @param inputs files inside a bundle, as esbuild's metafile names them
 * @returns the packages they come from, by name, each with the text of its licence
 */
export function licensesOf(root, inputs) {
  const folders = new Set(inputs.map(input => PACKAGE.exec(input)?.[1]).filter(Boolean));
  const packages = [...folders].map(folder => describe(join(root, folder)));
  return { packages: packages.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(file => /^licen[cs]e/i.test(file));
  const extractedText = file ? readFileSync(join(folder, file), 'utf8') : '';
  return { name, versionInfo: version, licenseId: license, extractedText };
}
