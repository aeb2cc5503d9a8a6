import { describe, expect, it } from 'vitest';
import { readSpec, writeSpec } from '../yaml';
import { importSpec } from './import-spec';
import { corpus } from '../testing/corpus';
import { recompile } from '../testing/recompile';

describe.skipIf(!corpus())('real specs', () => {
  const texts = corpus() ?? new Map<string, string>();
  const figures = {
    files: 0,
    nodes: 0,
    filesWithKept: 0,
    nodesWithKept: 0,
    opaque: 0,
    identicalBytes: 0,
    lost: 0
  };

  for (const [name, text] of texts) {
    it(`${name} comes back`, () => {
      const file = readSpec(text);
      const imported = importSpec(file, { id: 'corpus' });
      const compiled = recompile(imported);
      const { spec, platform, report } = compiled;
      expect({ spec, platform }).toEqual({ spec: file.spec, platform: file.platform });

      const nodes = Object.values(imported.pipeline.nodes);
      figures.files++;
      figures.nodes += nodes.length;
      figures.nodesWithKept += nodes.filter(node => 'kept' in node).length;
      figures.filesWithKept += imported.report.kept.length > 0 ? 1 : 0;
      figures.opaque += imported.report.opaque.length;
      figures.lost += report.some(({ outcome }) => outcome === 'lost') ? 1 : 0;
      figures.identicalBytes += writeSpec(compiled) === text ? 1 : 0;
    });
  }

  it('is drawn as far as fields can say it', () => {
    process.stdout.write(`import of real specs: ${JSON.stringify(figures)}\n`);
    expect(figures.lost).toBe(0);
    expect(figures.nodesWithKept).toBeLessThan(figures.nodes / 4);
  });
});
