import type { ComponentSpec, ParameterKind, PipelineSpec, PrimitiveKind } from '../spec';
import { pythonRepr } from './python-repr';

/** How the SDK calls the kinds, those of schema 2.0.0 among them. */
const TYPE_NAMES: Partial<Record<ParameterKind | PrimitiveKind, string>> = {
  STRING: 'str',
  NUMBER_INTEGER: 'int',
  NUMBER_DOUBLE: 'float',
  BOOLEAN: 'bool',
  LIST: 'list',
  STRUCT: 'dict',
  TASK_FINAL_STATUS: 'PipelineTaskFinalStatus',
  TASK_CONFIG: 'TaskConfig',
  INT: 'int',
  DOUBLE: 'float'
};
/** Under "# Description: ", where the SDK continues a description and from where its loader reads it back. */
const CONTINUED = '\n#              ';

/** The comment block that the SDK puts first, and from which its loader reads the description. */
export function header({ pipelineInfo, root }: PipelineSpec): string {
  const lines = ['# PIPELINE DEFINITION', `# Name: ${oneLine(pipelineInfo.name)}`];
  if (pipelineInfo.description) {
    lines.push(`# Description: ${commentLines(pipelineInfo.description).join(CONTINUED)}`);
  }
  if (root.inputDefinitions) {
    lines.push('# Inputs:', ...portLines(root.inputDefinitions));
  }
  if (root.outputDefinitions) {
    lines.push('# Outputs:', ...portLines(root.outputDefinitions));
  }
  return `${lines.join('\n')}\n`;
}

type Ports = NonNullable<ComponentSpec['inputDefinitions'] | ComponentSpec['outputDefinitions']>;

/** Parameters and artifacts together, sorted by name. */
function portLines({ parameters = {}, artifacts = {} }: Ports): string[] {
  const ports = [
    ...Object.entries(parameters).map(([name, parameter]) => {
      const type = TYPE_NAMES[parameter.parameterType ?? parameter.type ?? 'STRING'] ?? 'str';
      return { name, shown: type + defaultText(parameter) };
    }),
    ...Object.entries(artifacts).map(([name, { artifactType: type }]) => ({
      name,
      shown: type?.schemaTitle ?? type?.schemaUri ?? type?.instanceSchema ?? 'system.Artifact'
    }))
  ];
  return ports
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, shown }) => `#    ${oneLine(`${name}: ${shown}`)}`);
}

function defaultText(parameter: object): string {
  const value = 'defaultValue' in parameter ? parameter.defaultValue : undefined;
  if (value === undefined) {
    return '';
  }
  // a text alone stands in quotes as it is, without escapes
  return ` [Default: ${typeof value === 'string' ? `'${value}'` : pythonRepr(value)}]`;
}

const oneLine = (text: string) => commentLines(text).join(' ');

/** Text in lines, by every line break that Python or YAML knows, without characters that a YAML reader refuses. */
const commentLines = (text: string): string[] =>
  text
    .replace(/(?:\r\n|[\n\r\v\f\x1c-\x1e\u0085\u2028\u2029])$/, '')
    .split(/\r\n|[\n\r\v\f\x1c-\x1e\u0085\u2028\u2029]/)
    .map(line =>
      line.replace(/[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    );
