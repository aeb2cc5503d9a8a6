import { describe, expect, it } from 'vitest';
import { isContainer, isGroup, type Pipeline, type PipelineNode } from '../../pipeline';
import type { ComponentSpec, SpecFile } from '../spec';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import { GROUP_TWINS } from '../testing/group-twins';
import { STEP_TWINS } from '../testing/step-twins';
import { readSpec } from '../yaml';
import { importSpec } from './import-spec';
import { corpus } from '../testing/corpus';
import { random } from '../testing/mutate';
import { recompile } from '../testing/recompile';

const RUNS = Number(process.env.WEFT_RUNS ?? 60);

/** Each task, component without its tasks, executor and platform entry of a spec, by where it stands. */
function piecesOf({ spec, platform }: Pick<SpecFile, 'spec' | 'platform'>): Map<string, string> {
  const pieces = new Map<string, string>();
  const add = (path: string, pieceset: object = {}) =>
    Object.entries(pieceset).forEach(([key, piece]) => pieces.set(`${path} ${key}`, JSON.stringify(piece)));
  const addComponent = (path: string, component: ComponentSpec) => {
    const { tasks, ...dag } = component.dag ?? {};
    pieces.set(path, JSON.stringify({ ...component, dag }));
    add(`task ${path}`, tasks);
  };
  addComponent('root', spec.root);
  Object.entries(spec.components ?? {}).forEach(([key, component]) =>
    addComponent(`component ${key}`, component)
  );
  add('executor', spec.deploymentSpec?.executors);
  add('platform', platform?.platforms?.kubernetes?.deploymentSpec?.executors);
  return pieces;
}

/** An edit of one node that concerns nothing else, and the pieces that it may change. */
function edit(id: string, node: PipelineNode): { node: PipelineNode; own: string[] } {
  const {
    task = '',
    component = '',
    executor = ''
  } = (node as { names?: Record<string, string> }).names ?? {};
  const own = [`component ${component}`, `executor ${executor}`, `platform ${executor}`, `task ${task}`];
  if (isContainer(node)) {
    return { node: { ...node, image: 'edited:1', timeout: '77s', title: 'Edited' }, own };
  }
  return { node: isGroup(node) ? { ...node, title: 'Edited' } : { ...node, title: `${id} edited` }, own };
}

describe('an edit of one node of an imported spec', () => {
  const drawn = Object.values({ ...GROUP_TWINS, ...STEP_TWINS }).map((twin): SpecFile => ({
    ...compile(twin(), emptyCatalog, 'kfp-2.18'),
    comment: ''
  }));
  const texts = [...(corpus()?.values() ?? [])].filter(text => text.length < 60_000);
  const files = [...drawn, ...texts.map(readSpec)];

  it('leaves all else as it is', { timeout: 120_000 }, () => {
    const next = random(5);
    for (let run = 0; run < RUNS; run++) {
      const imported = importSpec(files[Math.floor(next() * files.length)], { id: 'edited' });
      const before = piecesOf(recompile(imported));
      const ids = Object.keys(imported.pipeline.nodes);
      const id = ids[Math.floor(next() * ids.length)];
      const { node, own } = edit(id, imported.pipeline.nodes[id]);
      const pipeline: Pipeline = { ...imported.pipeline, nodes: { ...imported.pipeline.nodes, [id]: node } };
      const after = piecesOf(recompile({ pipeline, notebooks: {} }));
      const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
        key => before.get(key) !== after.get(key)
      );
      const isOwn = (key: string) =>
        own.includes(key) || (key.startsWith('task ') && key.endsWith(` ${own[3].slice(5)}`));
      expect(changed.filter(key => !isOwn(key))).toEqual([]);
      expect(changed.length).toBeGreaterThan(0);
    }
  });
});
