import type { ResolvedUse, Version } from './version';

/** A version bound only perhaps, once it is wanted, makes its cell want the version before. */
export function addJoins(uses: ResolvedUse[]): void {
  const joined = new Set<Version>();
  for (let at = 0; at < uses.length; at++) {
    const { version, cell } = uses[at];
    if (version?.how === 'mayBind' && version.previous && version.kind === 'code' && !joined.has(version)) {
      joined.add(version);
      uses.push({
        name: version.name,
        cell: version.cell,
        statement: version.statement,
        line: version.line,
        kind: version.cell === cell ? 'mayRead' : 'join',
        version: version.previous
      });
    }
  }
}
