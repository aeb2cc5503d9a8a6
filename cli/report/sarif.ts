import { version } from '../../package.json';
import type { Severity } from '../../src/checks';
import type { CheckedPipeline } from './problem-report';

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** Problems as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change. */
export function sarif({ path, problems }: CheckedPipeline): string {
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'weft', version, rules: rules.map(id => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map(({ rule, severity, message, fix, node, field, place }) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: LEVEL[severity],
          message: { text: fix ? `${message} ${fix}` : message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(path) },
                region: { startLine: place.line, startColumn: place.column }
              },
              ...((node ?? field) !== undefined && {
                logicalLocations: [{ fullyQualifiedName: [node, field].filter(Boolean).join('.') }]
              })
            }
          ]
        }))
      }
    ]
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A path as a relative URI reference. */
const uriOf = (path: string) => path.split(/[\\/]/).map(encodeURIComponent).join('/');
