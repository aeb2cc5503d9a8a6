import { judge } from '../src/checks';
import { type Compiled, type FieldReport, type SourcePlace, type Target, writeSpec } from '../src/kubeflow';
import { loadProject } from './project';
import { pathOfLine } from './report/yaml-lines';

/** What `weft explain` finds. */
interface Explained {
  /** Where it was asked, as a path that begins with `spec` or `platform`. */
  path: string;
  /** Where that came from; absent for what belongs to the pipeline as a whole. */
  source?: SourcePlace & { title: string };
  /** Settings of the node or pipeline that stand there. */
  fields: string[];
}

/**
 * `weft explain`: which node, cell, line and setting a place of the compiled spec came from. The place is a path
 * (`root.dag.tasks.train`) or the number of a line of the YAML that `weft compile` writes.
 * 0 found, 1 when the spec has no such place, 2 when the pipeline cannot be read.
 */
export async function explainCommand(
  pipeline: string,
  place: string,
  options: { pools?: string; target: Target; json?: boolean }
): Promise<number> {
  const { flow, catalog } = await loadProject(pipeline, options.pools);
  const { compiled } = judge(flow, catalog, options.target);
  const path = pathAt(place, compiled);
  if (!path) {
    process.stderr.write(`weft: the compiled spec has no ${place}.\n`);
    return 1;
  }
  const source = longestPrefix(path, compiled.sourceMap);
  const title = source && (flow.nodes.get(source.node)?.title ?? source.node);
  const explained: Explained = {
    path,
    ...(source && title !== undefined && { source: { ...source, title } }),
    fields: fieldsAt(path, compiled.report)
  };
  process.stdout.write(options.json ? `${JSON.stringify(explained, null, 2)}\n` : text(explained));
  return 0;
}

/** The path that a user names: with or without the name of the document, or a line. */
function pathAt(place: string, compiled: Compiled): string | undefined {
  const line = /^:?(\d+)$/.exec(place)?.[1];
  const documents = { spec: compiled.spec, platform: compiled.platform };
  if (line !== undefined) {
    return pathOfLine(writeSpec(compiled), Number(line), ['spec', 'platform']);
  }
  const candidates = [place, `spec.${place}`, `platform.${place}`];
  return candidates.find(path => isIn(documents, path));
}

/** Whether a dotted path leads to something; keys may hold dots and be written in brackets. */
function isIn(value: unknown, path: string): boolean {
  if (path === '') {
    return value !== undefined;
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([key, inner]) =>
      [key, `['${key}']`].some(
        name =>
          (path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`)) &&
          isIn(inner, path.slice(name.length).replace(/^\./, ''))
      )
    )
  );
}

const contains = (outer: string, path: string) =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

function longestPrefix(path: string, map: Compiled['sourceMap']): SourcePlace | undefined {
  const [longest] = Object.keys(map)
    .filter(key => contains(key, path))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : map[longest];
}

/** Settings that stand at a path or inside of it; when there is none, those it stands in. */
function fieldsAt(path: string, report: readonly FieldReport[]): string[] {
  const placed = report.flatMap(({ field, path: at }) => (at === undefined ? [] : [{ field, at }]));
  const inside = placed.filter(({ at }) => contains(path, at));
  const found = inside.length ? inside : placed.filter(({ at }) => contains(at, path));
  return [...new Set(found.map(({ field }) => field))];
}

function text({ path, source, fields }: Explained): string {
  const lines = [path];
  if (source) {
    lines.push(`  node: ${source.node} (${source.title})`);
    if (source.notebook !== undefined) {
      const line = source.line === undefined ? '' : `, line ${source.line}`;
      lines.push(`  cell: ${source.cell ?? '(none)'} of ${source.notebook}${line}`);
    }
  } else {
    lines.push('  the pipeline itself');
  }
  if (fields.length) {
    lines.push(`  settings: ${fields.join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
}
