import type { Flow } from '../../flow';
import { type Binding, isLoop, type PortType } from '../../pipeline';
import type { StepNames } from '../names';
import type { Source } from '../step-scope';
import { channelName } from './channel-names';
import { type Dag, type DagTree, dagsOf, representative, sharedDag } from './dag';
import { ItemTypes } from './item-types';
import { type LoopItem, type Value, Values } from './value';

/**
 * The flow as Kubeflow runs it: groups are DAGs of their own that see nothing outside. What crosses the border of a
 * group becomes an input or output of every group on its way, and what waits for something in another group makes
 * groups wait for each other. Inputs, outputs and dependencies come about as bindings are read, so a group can be
 * written when everything in the flow has read its own.
 */
export class Lowered {
  readonly tree: DagTree;
  private readonly values: Values;
  private readonly before = new Map<string, Set<string>>();

  constructor(
    readonly flow: Flow,
    readonly names: ReadonlyMap<string, StepNames>
  ) {
    this.tree = dagsOf(flow, names);
    this.values = new Values(flow, names, this.tree, new ItemTypes(flow));
    for (const [id, dag] of this.tree.inside) {
      const node = flow.nodes.get(id);
      node?.inputs.forEach(({ name, field }) => !field && dag.reserveInput(name));
      node?.outputs.forEach(({ name }) => dag.reserveOutput(name));
    }
    for (const [id, dag] of this.tree.inside) {
      const item = this.values.itemOf(id);
      if (item) {
        dag.reserveInput(item.port);
      }
    }
    for (const { source, target } of flow.edges) {
      this.order(target, source);
    }
  }

  /** What a binding of a node reads, said in the DAG that holds the node. */
  source(reader: string, binding: Binding): Source | undefined {
    const dag = this.tree.around.get(reader);
    return dag && this.read(reader, binding, dag);
  }

  /** What something inside a group reads, said in the group's own DAG; empty id: in that of the whole pipeline. */
  sourceInside(group: string, binding: Binding): Source | undefined {
    const dag = this.tree.inside.get(group);
    return dag && this.read(undefined, binding, dag);
  }

  /** The type of what a binding reads inside a group; undefined for constants and what is not there. */
  typeInside(group: string, binding: Binding): PortType | undefined {
    const dag = this.tree.inside.get(group);
    return dag && !('value' in binding) ? this.values.of(binding, dag)?.type : undefined;
  }

  /** Gives a group an input of this name that another group has, unless it has one. */
  share(group: string, name: string, type: PortType, binding: Binding): void {
    const dag = this.tree.inside.get(group);
    const source = this.source(group, binding);
    if (dag && source) {
      dag.share({ name, type, source });
    }
  }

  /** The item of a loop; undefined for what goes over nothing. */
  itemOf(loop: string): LoopItem | undefined {
    return this.values.itemOf(loop);
  }

  /**
   * Lets a node wait for another: both, or the groups around them that stand beside each other.
   * @returns the task that waits; undefined when one holds the other or one is not in the spec
   */
  order(node: string, before: string): StepNames | undefined {
    const [a, b] = [this.tree.around.get(node), this.tree.around.get(before)];
    const dag = a && b && sharedDag(a, b);
    const waits = dag && representative(this.tree, node, dag);
    const first = dag && representative(this.tree, before, dag);
    const task = first === undefined ? undefined : this.names.get(first)?.task;
    if (waits === undefined || task === undefined || first === waits || !this.names.has(waits)) {
      return undefined;
    }
    this.wait(waits, task);
    return this.names.get(waits);
  }

  /** Names of the tasks for which a task waits, sorted; data included, as `kfp.local` orders by this list alone. */
  dependentTasks(node: string): string[] {
    return [...(this.before.get(node) ?? [])].sort();
  }

  private wait(node: string, task: string): void {
    const before = this.before.get(node) ?? new Set();
    this.before.set(node, before.add(task));
  }

  private read(reader: string | undefined, binding: Binding, dag: Dag): Source | undefined {
    if ('value' in binding) {
      return { constant: binding.value };
    }
    const value = this.values.of(binding, dag);
    const source = value && this.carry(value, dag);
    if ('item' in binding && value) {
      this.carryOuterItem(value.dag);
    }
    if (reader !== undefined && source) {
      this.waitFor(reader, source);
    }
    return source;
  }

  /** Gives a loop over a field of an item that whole item too: not needed, but what the SDK does. */
  private carryOuterItem({ id, parent }: Dag): void {
    const node = this.flow.nodes.get(id)?.node;
    const items = node && isLoop(node) ? node.items : undefined;
    if (parent && items && 'item' in items && items.field !== undefined) {
      const whole = this.values.of({ item: items.item }, parent);
      const inner = this.tree.inside.get(id);
      if (whole && inner) {
        this.carry(whole, inner);
      }
    }
  }

  private waitFor(node: string, source: Source): void {
    if ('task' in source) {
      this.wait(node, source.task);
    } else if ('status' in source) {
      this.wait(node, source.status);
    }
  }

  /** Reads a value in a DAG somewhere inside the one where it is at home. */
  private carry(value: Value, dag: Dag): Source {
    const { parent } = dag;
    if (dag === value.dag || !parent) {
      return value.source;
    }
    const input = dag.pass(value.key, channelName(value.name), value.type, () => {
      const source = this.carry(value, parent);
      this.waitFor(dag.id, source);
      return source;
    });
    return { input, artifact: 'artifact' in value.source && value.source.artifact };
  }
}
