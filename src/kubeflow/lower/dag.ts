import type { Flow } from '../../flow';
import { isLoop, type PortType } from '../../pipeline';
import type { StepNames } from '../names';
import type { Source } from '../step-scope';

/** An input of the component of a group. */
export interface DagInput {
  name: string;
  type: PortType;
  /** What feeds it, said within the DAG around; absent when nothing does. */
  source?: Source;
}

/** An output of the component of a group, and the tasks inside that give it. */
export interface DagOutput {
  name: string;
  type: PortType;
  selectors: { task: string; output: string }[];
}

/** The inside of a group, or of the whole pipeline: what Kubeflow calls a DAG. */
export class Dag {
  readonly depth: number;
  /** Inputs that carry values from outside to what is inside, by name. */
  readonly passed = new Map<string, DagInput>();
  /** Outputs that carry values of what is inside to the outside, by name. */
  readonly surfaced = new Map<string, DagOutput>();

  /**
   * @param id of the group; empty for the whole pipeline
   * @param names of the group's own task
   */
  constructor(
    readonly id: string,
    readonly parent: Dag | undefined,
    readonly names: StepNames | undefined,
    readonly isLoop: boolean
  ) {
    this.depth = parent ? parent.depth + 1 : 0;
  }

  /** Keeps a name of an input for what the group itself declares. */
  reserveInput(name: string): void {
    this.inputNames.add(name);
  }

  reserveOutput(name: string): void {
    this.outputNames.add(name);
  }

  /** The input that carries the value `key`, made at the first call. */
  pass(key: string, name: string, type: PortType, source: () => Source): string {
    const known = this.inputOf.get(key);
    if (known !== undefined) {
      return known;
    }
    const own = freeName(name, this.inputNames);
    this.inputOf.set(key, own);
    this.passed.set(own, { name: own, type, source: source() });
    return own;
  }

  /** Adds an input under its own name, unless there is one of that name. */
  share(input: DagInput): void {
    if (!this.inputNames.has(input.name)) {
      this.inputNames.add(input.name);
      this.passed.set(input.name, input);
    }
  }

  /** The output that carries the value `key`, made at the first call. */
  surface(key: string, output: DagOutput): string {
    const known = this.outputOf.get(key);
    if (known !== undefined) {
      return known;
    }
    const name = freeName(output.name, this.outputNames);
    this.outputOf.set(key, name);
    this.surfaced.set(name, { ...output, name });
    return name;
  }

  private readonly inputOf = new Map<string, string>();
  private readonly inputNames = new Set<string>();
  private readonly outputOf = new Map<string, string>();
  private readonly outputNames = new Set<string>();
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) {
    free = `${name}-${count}`;
  }
  taken.add(free);
  return free;
}

/** The DAG that holds each node, and that of each group under its own id in `inside`. */
export function dagsOf(flow: Flow, names: ReadonlyMap<string, StepNames>): DagTree {
  const root = new Dag('', undefined, undefined, false);
  const inside = new Map([['', root]]);
  const around = new Map<string, Dag>();
  const open = [root];
  for (let dag = open.pop(); dag; dag = open.pop()) {
    for (const id of flow.children.get(dag.id) ?? []) {
      around.set(id, dag);
      const node = flow.nodes.get(id)?.node;
      if (node && flow.children.has(id) && names.has(id)) {
        const own = new Dag(id, dag, names.get(id), isLoop(node));
        inside.set(id, own);
        open.push(own);
      }
    }
  }
  return { root, inside, around };
}

export interface DagTree {
  root: Dag;
  /** The DAG of each group, by the group's id. */
  inside: ReadonlyMap<string, Dag>;
  /** The DAG that holds each node, by node id. */
  around: ReadonlyMap<string, Dag>;
}

/** The node itself, or the group around it, that stands in `dag`; undefined when it is not inside. */
export function representative({ around }: DagTree, id: string, dag: Dag): string | undefined {
  let at = id;
  for (let here = around.get(id); here && here !== dag; here = here.parent) {
    if (here.depth <= dag.depth) {
      return undefined;
    }
    at = here.id;
  }
  return around.has(at) && around.get(at) === dag ? at : undefined;
}

/** The innermost DAG that holds both. */
export function sharedDag(a: Dag, b: Dag): Dag {
  let [one, other] = [a, b];
  while (one !== other) {
    if (one.depth >= other.depth) {
      one = one.parent ?? one;
    } else {
      other = other.parent ?? other;
    }
  }
  return one;
}
