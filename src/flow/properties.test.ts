import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { AnalyzedNotebook, CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { notebookOf } from '../notebook/testing/notebook';
import { RUNS } from '../notebook/testing/runs';
import type { Pipeline, PipelineNode } from '../pipeline';
import type { Flow } from './flow';
import { ancestors, isGroup } from '../pipeline';
import { nestedPipeline } from '../pipeline/testing/nested-pipeline';
import { collectedOver, collectedType } from './collected';
import { pipelineOf, resolveIn, type Notebooks } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const NAMES = ['x', 'y', 'f', 'k'];
const NODES = ['a', 'b', 'c', 'd', 'e'];
const PATHS = ['a.ipynb', 'b.ipynb'];

const name = fc.constantFrom(...NAMES);
const line = fc.oneof(
  fc.tuple(name, name).map(([to, from]) => `${to} = g(${from})`),
  fc.tuple(name, name).map(([to, from]) => `${to}.append(${from})`),
  fc.tuple(name, name).map(([to, from]) => `def ${to}(v):\n    return v + ${from}`),
  fc.tuple(name, name).map(([to, from]) => `if ${from}:\n    ${to} = 2`),
  name.map(to => `class ${to}:\n    def m(self): return k`),
  name.map(to => `${to} = 7`),
  name.map(to => `del ${to}`),
  name.map(to => `open("${to}.txt", "w")\nopen("x.txt")`),
  fc.constantFrom('import numpy as x', 'x = (', '%time y = 1', 'np.random.seed(0)')
);
const sources = fc.array(
  fc.array(line, { maxLength: 3 }).map(lines => lines.join('\n')),
  { maxLength: 6 }
);

const binding = fc.oneof(
  fc.record({ node: fc.constantFrom(...NODES, 'gone'), output: name }),
  fc.record({ parameter: fc.constantFrom('size', 'gone') }),
  fc.record({ item: fc.constantFrom(...NODES) }),
  fc.record({ status: fc.constantFrom(...NODES) }),
  fc.record({ value: fc.constantFrom(1, 'a', null) })
);
const type = fc.constantFrom('integer', 'number', 'Model');
const input = fc.record({ type, from: binding, removed: fc.boolean() }, { requiredKeys: [] });
const after = fc.array(fc.constantFrom(...NODES), { maxLength: 2 });
const cellRef = fc.nat(6).map(place => ({ id: `c${place}`, hash: '' }));
const node: fc.Arbitrary<PipelineNode> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('cells'),
      notebook: fc.constantFrom(...PATHS, 'gone.ipynb'),
      cells: fc.array(cellRef, { maxLength: 3 }),
      inputs: fc.dictionary(name, input, { maxKeys: 2 }),
      outputs: fc.dictionary(name, fc.record({ type }), { maxKeys: 1 }),
      after
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('container'),
      image: fc.constant('a:1'),
      inputs: fc.dictionary(name, fc.record({ type, from: binding }), { maxKeys: 2 }),
      outputs: fc.dictionary(name, fc.record({ type }), { maxKeys: 2 }),
      after
    })
  },
  { weight: 1, arbitrary: fc.constantFrom<PipelineNode>({ kind: 'note', text: 'n' }) },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        kind: fc.constantFrom('loop', 'branch', 'exit-handler'),
        group: fc.constantFrom(...NODES),
        items: binding,
        after
      },
      { requiredKeys: ['kind'] }
    ) as fc.Arbitrary<PipelineNode>
  }
);

interface Scene {
  pipeline: Pipeline;
  notebooks: Notebooks;
}

/** A pipeline over two notebooks, with references that hold and others that do not. */
const scene: fc.Arbitrary<Scene> = fc
  .record({
    nodes: fc.dictionary(fc.constantFrom(...NODES), node, { maxKeys: 5 }),
    one: sources,
    two: sources
  })
  .map(({ nodes, one, two }) => ({
    pipeline: pipelineOf(nodes, { size: { type: 'integer', default: 1 } }),
    notebooks: { 'a.ipynb': read(one, 'a.ipynb'), 'b.ipynb': read(two, 'b.ipynb') }
  }));

function read(cells: string[], path: string): AnalyzedNotebook {
  return analyzer.notebook({ ...notebookOf(cells), path });
}

const holds = (check: (flow: Flow, scene: Scene) => void) =>
  fc.assert(
    fc.property(scene, drawn => check(resolveIn(drawn.pipeline, drawn.notebooks), drawn)),
    RUNS
  );

/** The same with the keys of every object in the opposite order. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(turned) as T;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, turned(inner)])) as T;
}

/** All of a flow, in the order in which it stands. */
const told = ({ nodes, faults, ...rest }: Flow) => ({ ...rest, nodes: [...nodes], faults: [...faults] });

it('a flow is the same however the keys of the pipeline stand', () => {
  holds((flow, { pipeline, notebooks }) => {
    const again = resolveIn(turned(pipeline), notebooks);
    expect(told(again)).toEqual(told(flow));
    expect(JSON.stringify([again.edges, again.order, again.cycles])).toBe(
      JSON.stringify([flow.edges, flow.order, flow.cycles])
    );
  });
});

it('what is drawn stays as it is', () => {
  holds((_, { pipeline, notebooks }) => {
    const before = JSON.stringify([pipeline, notebooks]);
    resolveIn(pipeline, notebooks);
    expect(JSON.stringify([pipeline, notebooks])).toBe(before);
  });
});

it('every edge has an id of its own, and nodes at both ends', () => {
  holds(({ edges, nodes }) => {
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
    edges.forEach(({ source, target }) =>
      expect([nodes.has(source), nodes.has(target)]).toEqual([true, true])
    );
  });
});

it('every binding points at a node or a parameter that is there, and data edges are the bindings', () => {
  holds(({ edges, nodes, pipeline }) => {
    const wires: string[] = [];
    for (const { id, inputs } of nodes.values()) {
      expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
      for (const { name, binding: from } of inputs) {
        if (from && 'output' in from) {
          expect(nodes.has(from.node)).toBe(true);
          wires.push(`${from.node}.${from.output} ${id}.${name}`);
        } else if (from && 'status' in from) {
          wires.push(`${from.status}.undefined ${id}.${name}`);
        } else if (from && 'parameter' in from) {
          expect(pipeline.parameters).toHaveProperty(from.parameter);
        }
      }
    }
    const drawn = edges.flatMap(({ source, sourcePort, target, targetPort }) =>
      targetPort === undefined ? [] : [`${source}.${sourcePort} ${target}.${targetPort}`]
    );
    expect(drawn.sort()).toEqual(wires.sort());
  });
});

it('a derived binding points at an output of its node', () => {
  holds(({ nodes }) => {
    for (const { inputs } of nodes.values()) {
      for (const { binding: from, derived } of inputs) {
        if (derived && from && 'output' in from && nodes.get(from.node)?.node.kind === 'cells') {
          expect(nodes.get(from.node)?.outputs.map(({ name }) => name)).toContain(from.output);
        }
      }
    }
  });
});

it('the order holds each group before what it holds, and that in one piece', () => {
  holds(({ order, pipeline }) => {
    const place = new Map(order.map((id, index) => [id, index]));
    for (const group of order.filter(id => isGroup(pipeline.nodes[id]))) {
      const inside = order.filter(id => ancestors(pipeline.nodes, id).includes(group));
      const from = (place.get(group) ?? 0) + 1;
      expect(order.slice(from, from + inside.length).sort()).toEqual([...inside].sort());
    }
  });
});

it('nested pipelines resolve: nothing is left out, every binding has its type, and the order holds', () => {
  fc.assert(
    fc.property(nestedPipeline, pipeline => {
      const flow = resolveIn(pipeline, {});
      expect([flow.repairs, flow.cycles, [...flow.faults]]).toEqual([[], [], []]);
      const place = new Map(flow.order.map((id, index) => [id, index]));
      flow.edges.forEach(({ source, target }) =>
        expect(place.get(source)).toBeLessThan(place.get(target) ?? -1)
      );
      for (const { id, inputs } of flow.nodes.values()) {
        for (const { binding: from, type, field } of inputs) {
          if (from && 'output' in from && !field) {
            const given =
              flow.nodes.get(from.node)?.outputs.find(({ name }) => name === from.output)?.type ?? '';
            const isMany = collectedOver(flow, from.node, id).length > 0;
            expect(type).toBe(isMany ? collectedType(given) : given);
          }
        }
      }
    }),
    RUNS
  );
});

it('the order holds every task once, each after what feeds it unless a cycle is in the way', () => {
  holds(({ order, nodes, edges, cycles }) => {
    const tasks = [...nodes.values()].filter(({ node }) => node.kind !== 'note').map(({ id }) => id);
    expect([...order].sort()).toEqual(tasks.sort());
    if (cycles.length === 0) {
      edges
        .filter(({ source }) => order.includes(source))
        .forEach(({ source, target }) => expect(order.indexOf(source)).toBeLessThan(order.indexOf(target)));
    }
  });
});
