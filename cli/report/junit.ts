import { RULES } from '../../src/checks';
import type { CheckedPipeline } from './problem-report';

/** Problems as JUnit's XML: a test case for every rule, which fails with the errors it found. */
export function junit({ path, problems }: CheckedPipeline): string {
  const rules = [...new Set([...RULES.map(({ id }) => id), ...problems.map(({ rule }) => rule)])].sort();
  const cases = rules.map(rule => {
    const found = problems.filter(problem => problem.rule === rule);
    const lines = (severe: boolean) =>
      found
        .filter(({ severity }) => (severity === 'error') === severe)
        .map(({ node, field, message, fix, place }) => {
          const at = [`${path}:${place.line}:${place.column}`, node, field].filter(Boolean).join(': ');
          return `${at}: ${message}${fix ? ` ${fix}` : ''}`;
        });
    const [failures, others] = [lines(true), lines(false)];
    const inner = [
      ...(failures.length
        ? [`<failure message="${xml(failures[0])}">${xml(failures.join('\n'))}</failure>`]
        : []),
      ...(others.length ? [`<system-out>${xml(others.join('\n'))}</system-out>`] : [])
    ];
    const open = `    <testcase classname="${xml(path)}" name="${xml(rule)}"`;
    return inner.length
      ? `${open}>\n${inner.map(text => `      ${text}\n`).join('')}    </testcase>`
      : `${open}/>`;
  });
  const failed = new Set(problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
  const counts = `tests="${rules.length}" failures="${failed.size}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${xml(path)}" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    ''
  ].join('\n');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, without the characters that it cannot hold. */
const xml = (text: string) =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, character => ENTITIES[character]);
