import { collectedType, type Flow } from '../../flow';
import { type Binding, isLoop, isParameterType, type PortType } from '../../pipeline';
import type { StepNames } from '../names';
import { specOutput } from '../output-names';
import { itemType } from '../port-types';
import type { Source } from '../step-scope';
import { bareName, channelName, fieldName, fieldSelector, itemName, outputName } from './channel-names';
import { type Dag, type DagTree, representative, sharedDag } from './dag';
import type { ItemTypes } from './item-types';

/** Something that can be read, and the DAG where it is at home. */
export interface Value {
  /** The same for all bindings that read the same. */
  key: string;
  dag: Dag;
  /** How it is read at home. */
  source: Exclude<Source, { constant: unknown }>;
  type: PortType;
  /** What it is called where it is passed on. */
  name: string;
}

/** The item of a loop. */
export interface LoopItem {
  /** What it is called where it is passed on. */
  name: string;
  /** The input of the loop's component that holds it. */
  port: string;
  type: PortType;
}

/** Finds what bindings read. */
export class Values {
  private readonly items = new Map<string, LoopItem | undefined>();

  constructor(
    private readonly flow: Flow,
    private readonly names: ReadonlyMap<string, StepNames>,
    private readonly tree: DagTree,
    private readonly types: ItemTypes
  ) {}

  /** What a binding reads when read in `dag`; undefined when that is not in the spec or cannot be read there. */
  of(binding: Exclude<Binding, { value: unknown }>, dag: Dag): Value | undefined {
    const value = this.find(binding, dag);
    return value && sharedDag(value.dag, dag) === value.dag ? value : undefined;
  }

  private find(binding: Exclude<Binding, { value: unknown }>, dag: Dag): Value | undefined {
    if ('output' in binding) {
      return this.output(binding.node, binding.output, dag);
    }
    if ('input' in binding) {
      const { node, input } = binding;
      const home = this.tree.inside.get(node);
      const port = this.flow.nodes.get(node)?.inputs.find(({ name, field }) => name === input && !field);
      return home && port && read(home, { input }, port.type, bareName(input), JSON.stringify(binding));
    }
    if ('item' in binding) {
      return this.item(binding.item, binding.field, dag);
    }
    if ('status' in binding) {
      const task = representative(this.tree, binding.status, dag);
      const status = task === undefined ? undefined : this.names.get(task)?.task;
      return status === undefined
        ? undefined
        : { key: '', dag, source: { status }, type: 'taskStatus', name: '' };
    }
    const { parameter } = binding;
    const { parameters } = this.flow.pipeline;
    return Object.hasOwn(parameters, parameter)
      ? read(this.tree.root, { input: parameter }, parameters[parameter].type, parameter, parameter)
      : undefined;
  }

  private item(loop: string, field: string | undefined, dag: Dag): Value | undefined {
    const home = this.tree.inside.get(loop);
    // asked first: what a loop goes over is no item of its own
    const whole = home && sharedDag(home, dag) === home ? this.itemOf(loop) : undefined;
    if (!home || !whole) {
      return undefined;
    }
    const { name, type, port: input } = whole;
    return field === undefined
      ? read(home, { input }, type, name, input)
      : read(
          home,
          { input, selector: fieldSelector(field) },
          this.types.of(loop, field),
          fieldName(name, field),
          JSON.stringify([input, field])
        );
  }

  /** The item of a loop: its name as a value, the input that holds it, and its type. */
  itemOf(loop: string): LoopItem | undefined {
    if (!this.items.has(loop)) {
      this.items.set(loop, this.findItem(loop));
    }
    return this.items.get(loop);
  }

  private findItem(loop: string): LoopItem | undefined {
    const node = this.flow.nodes.get(loop)?.node;
    const around = this.tree.around.get(loop);
    if (!node || !isLoop(node) || !around) {
      return undefined;
    }
    const items = node.items && !('value' in node.items) ? this.of(node.items, around) : undefined;
    const name = this.names.get(loop)?.item ?? (items && itemName(items.name));
    if (name === undefined) {
      return undefined;
    }
    const one = items && !isParameterType(items.type) ? itemType(items.type) : undefined;
    return { name, port: node.names?.item ?? channelName(name), type: one ?? this.types.of(loop) };
  }

  /** An output of a node, carried out of the groups that the reader is not in. */
  private output(node: string, output: string, dag: Dag): Value | undefined {
    const giver = this.flow.nodes.get(node);
    const port = giver?.outputs.find(({ name }) => name === output);
    const home = this.tree.around.get(node);
    const task = this.names.get(node)?.task;
    if (!giver || !port || !home || task === undefined || this.tree.inside.get(node) === dag) {
      return undefined;
    }
    const shared = sharedDag(home, dag);
    const given = specOutput(giver.node, output);
    const name = channelName(outputName(task, given));
    const collected = isCollected(home, shared);
    let type: PortType = collected ? collectedType(port.type) : port.type;
    let from = { task, output: given };
    for (let at = home; at !== shared && at.parent && at.names; at = at.parent) {
      const key = JSON.stringify([from.task, from.output, collected]);
      const surfaced = at.surface(key, { name, type, selectors: [from] });
      from = { task: at.names.task, output: surfaced };
      type = at.surfaced.get(surfaced)?.type ?? type;
    }
    return {
      key: JSON.stringify([from.task, from.output]),
      dag: shared,
      source: { ...from, artifact: !isParameterType(type) },
      type,
      name: outputName(from.task, from.output)
    };
  }
}

function isCollected(home: Dag, shared: Dag): boolean {
  for (let at = home; at !== shared && at.parent; at = at.parent) {
    if (at.isLoop) {
      return true;
    }
  }
  return false;
}

const read = (
  dag: Dag,
  source: { input: string; selector?: string },
  type: PortType,
  name: string,
  key: string
): Value => ({
  key: `in ${dag.id} ${key}`,
  dag,
  source: { ...source, artifact: !isParameterType(type) },
  type,
  name
});
