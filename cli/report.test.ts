import { expect, it } from 'vitest';
import { pipeline, shipWeft } from './testing/shipped';

const { weft, write } = shipWeft();

const wrong = () =>
  write(
    'folder a/wrong.weft',
    JSON.stringify(
      pipeline({ a: { kind: 'container', image: 'Not an <image> & more', command: ['true'] } }),
      null,
      2
    )
  );

it('weft check --format sarif points at the line of the field', () => {
  const { status, out } = weft(['check', wrong(), '--format', 'sarif']);
  expect(status).toBe(1);
  const log = JSON.parse(out);
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'weft' } } }] });
  const [{ results, tool }] = log.runs;
  const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'image-name');
  expect(tool.driver.rules[result.ruleIndex]).toEqual({ id: 'image-name' });
  expect(result).toMatchObject({
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'folder%20a/wrong.weft' },
          region: { startLine: 8, startColumn: 16 }
        },
        logicalLocations: [{ fullyQualifiedName: 'a.image' }]
      }
    ]
  });
});

it('weft check --format junit has a case for every rule, and fails those with errors', () => {
  const { status, out } = weft(['check', wrong(), '--format', 'junit']);
  expect(status).toBe(1);
  expect(out).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites tests="\d+" failures="1">/);
  expect(out).toMatch(/name="image-name">\n {6}<failure message="[^"<>]*&lt;image&gt; &amp; more[^"<>]*">/);
  expect(out).toContain('name="cycle"/>');
});

it('weft check ends with 0 in every format when nothing is wrong', () => {
  const path = write('fine.weft', pipeline({ a: { kind: 'container', image: 'x:1', command: ['true'] } }));
  for (const format of ['text', 'json', 'sarif', 'junit']) {
    expect(weft(['check', path, '--format', format]).status).toBe(0);
  }
});
