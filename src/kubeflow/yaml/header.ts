import type { ParameterKind, PipelineSpec } from '../spec';
import { doubleText } from './numbers';

const TYPE_NAMES: Partial<Record<ParameterKind, string>> = {
  STRING: 'str',
  NUMBER_INTEGER: 'int',
  NUMBER_DOUBLE: 'float',
  BOOLEAN: 'bool',
  LIST: 'list',
  STRUCT: 'dict'
};
/** Under "# Description: ", where the SDK continues a description and from where its loader reads it back. */
const CONTINUED = '\n#              ';

/** The comment block that the SDK puts first, and from which its loader reads the description. */
export function header({ pipelineInfo, root }: PipelineSpec): string {
  const lines = ['# PIPELINE DEFINITION', `# Name: ${commentLines(pipelineInfo.name).join(' ')}`];
  if (pipelineInfo.description) {
    lines.push(`# Description: ${commentLines(pipelineInfo.description).join(CONTINUED)}`);
  }
  const parameters = Object.entries(root.inputDefinitions?.parameters ?? {});
  if (parameters.length) {
    lines.push('# Inputs:');
  }
  for (const [name, { parameterType, defaultValue }] of parameters.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const shown = defaultValue === undefined ? '' : ` [Default: ${asPython(defaultValue)}]`;
    lines.push(`#    ${commentLines(`${name}: ${TYPE_NAMES[parameterType ?? 'STRING']}${shown}`).join(' ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A default as Python's `str` shows it. */
function asPython(value: unknown): string {
  if (typeof value === 'string') {
    return `'${value}'`;
  }
  if (typeof value === 'number') {
    return doubleText(value);
  }
  if (typeof value === 'boolean') {
    return value ? 'True' : 'False';
  }
  if (typeof value !== 'object' || value === null) {
    return 'None';
  }
  return Array.isArray(value)
    ? `[${value.map(asPython).join(', ')}]`
    : `{${Object.entries(value)
        .map(([key, inner]) => `'${key}': ${asPython(inner)}`)
        .join(', ')}}`;
}

/** Text in lines, by every line break that a YAML reader knows, without characters that it refuses. */
const commentLines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map(line =>
      line.replace(/[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    );
