import type { Alias, Stmt } from './ast';
import type { AdapterSource } from './source';
import { field, fields } from './source';
import type { SyntaxNode } from './syntax';

/** `import a.b as c, d`. */
export function adaptImport(source: AdapterSource, node: SyntaxNode): Stmt {
  return { kind: 'Import', names: adaptAliases(source, node), ...source.span(node) };
}

function adaptAliases(source: AdapterSource, node: SyntaxNode): Alias[] {
  return fields(node, 'name').map(child => {
    const name = child.type === 'aliased_import' ? field(child, 'name')! : child;
    const asname = child.type === 'aliased_import' ? field(child, 'alias')! : null;
    return {
      name: source.name(name).replace(/\s/g, ''),
      asname: asname && source.name(asname),
      ...source.span(child)
    };
  });
}

/** `from .a import b as c`, `from a import *`, `from __future__ import d`. */
export function adaptImportFrom(source: AdapterSource, node: SyntaxNode): Stmt {
  const module = field(node, 'module_name');
  const star = node.children.find(child => child.type === 'wildcard_import');
  return {
    kind: 'ImportFrom',
    module: module ? source.name(module).replace(/\s/g, '') : '__future__',
    names: star ? [{ name: '*', asname: null, ...source.span(star) }] : adaptAliases(source, node),
    ...source.span(node)
  };
}
