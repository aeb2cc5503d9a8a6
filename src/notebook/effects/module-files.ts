import type { FileUse } from '../facts';
import type { Import, ImportFrom } from '../python/ast';
import { isStandard } from '../requirements/standard-library';

/** What an import may read: modules that the notebook itself wrote as files. */
export function filesOfImport(statement: Import | ImportFrom): FileUse[] {
  const modules =
    statement.kind === 'Import'
      ? statement.names.map(({ name }) => name)
      : statement.names.map(({ name }) => (name === '*' ? statement.module : `${statement.module}.${name}`));
  return modules.flatMap(module => fileOfModule(module, statement.line));
}

export function fileOfModule(module: string, line: number): FileUse[] {
  return module.startsWith('.') || isStandard(module) ? [] : [{ path: '', module, mode: 'read', line }];
}

/**
 * Where Python looks for a module in the folder of the notebook, packages around it first (reference: Python
 * language, 5.3): `a.py`, `a/__init__.py`, `a/b.py` and `a/b/__init__.py` for `a.b`.
 */
export function filesOfModule(module: string): string[] {
  const parts = module.split('.');
  return parts.flatMap((_, index) => {
    const stem = parts.slice(0, index + 1).join('/');
    return [`${stem}.py`, `${stem}/__init__.py`];
  });
}
