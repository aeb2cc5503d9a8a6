import { BY_STAR, type ResolvedUse, type Version } from './version';

/** A version bound only perhaps, once it is wanted, makes its cell want the version before. */
export function addJoins(uses: ResolvedUse[]): void {
  const joined = new Set<Version>();
  for (let at = 0; at < uses.length; at++) {
    const { version, cell } = uses[at];
    const joins = version?.kind === 'code' || version?.kind === 'hardware' || version?.made === BY_STAR;
    if (joins && version.how === 'mayBind' && version.previous && !joined.has(version)) {
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
