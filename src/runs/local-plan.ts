import type { Flow, FlowNode } from '../flow';
import { isCode, isContainer, isGroup, isImporter, isNote } from '../pipeline';
import { isPythonStep } from './python-step';

/** What a run on this machine does, and what it leaves out. Groups are no steps: what they hold is. */
export interface LocalPlan {
  /** Ids of nodes to run, each after all it depends on. */
  run: string[];
  /** `reason` is a sentence. */
  skipped: { node: string; reason: string }[];
}

/**
 * What the SDK's subprocess runner can run of a flow: cells, whole notebooks, importers and Python components, unless they depend on a
 * node that it cannot run. What is in a group runs together or not at all. With `until`, only that node (with the
 * group it is in) and what it depends on; of an unknown node, nothing.
 */
export function localPlan(flow: Flow, until?: string): LocalPlan {
  const units = new Units(flow);
  const wanted = until === undefined ? undefined : units.upstream(until);
  const plan: LocalPlan = { run: [], skipped: [] };
  for (const id of flow.order) {
    const { node } = flow.nodes.get(id) as FlowNode;
    if (isGroup(node) || (wanted && !wanted.has(units.of(id)))) {
      continue;
    }
    const reason = refusal(flow, id) ?? units.reason(units.of(id));
    if (reason === undefined) {
      plan.run.push(id);
    } else {
      plan.skipped.push({ node: id, reason });
    }
  }
  return plan;
}

/** Why a node cannot run, whatever it depends on. */
function refusal(flow: Flow, id: string): string | undefined {
  const { node } = flow.nodes.get(id) as FlowNode;
  if (flow.cycles.some(cycle => cycle.includes(id))) {
    return 'It is part of a cycle.';
  }
  if (isCode(node) || isImporter(node) || isGroup(node) || (isContainer(node) && isPythonStep(node))) {
    return undefined;
  }
  return isContainer(node)
    ? 'Containers need a container engine, which local runs do not use.'
    : `Nodes of kind ${node.kind} cannot run on this machine.`;
}

/** What runs together or not at all: a node that is in no group, or an outermost group with all it holds. */
class Units {
  constructor(private readonly _flow: Flow) {
    for (const { source, target } of _flow.edges) {
      const node = _flow.nodes.get(source)?.node;
      if (node && !isNote(node) && this.of(source) !== this.of(target)) {
        const sources = this._before.get(this.of(target)) ?? new Set();
        this._before.set(this.of(target), sources.add(this.of(source)));
      }
    }
    for (const id of _flow.order) {
      const unit = this.of(id);
      if (!this._refused.has(unit) && refusal(_flow, id) !== undefined) {
        this._refused.set(unit, id);
      }
    }
  }

  /** The outermost group around a node, or itself. */
  of(id: string): string {
    const known = this._units.get(id);
    if (known !== undefined) {
      return known;
    }
    const group = this._flow.nodes.get(id)?.node.group;
    const unit = group !== undefined && this._flow.nodes.has(group) ? this.of(group) : id;
    this._units.set(id, unit);
    return unit;
  }

  /** Why a unit does not run, as a sentence about a node of it that could by itself. */
  reason(unit: string): string | undefined {
    if (!this._reasons.has(unit)) {
      this._reasons.set(unit, undefined);
      this._reasons.set(unit, this._find(unit));
    }
    return this._reasons.get(unit);
  }

  /** A unit and all that must end before it. */
  upstream(id: string): Set<string> {
    const found = new Set<string>();
    const open = this._flow.nodes.has(id) ? [this.of(id)] : [];
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      if (!found.has(unit)) {
        found.add(unit);
        open.push(...(this._before.get(unit) ?? []));
      }
    }
    return found;
  }

  private _find(unit: string): string | undefined {
    const title = (id: string) => this._flow.nodes.get(id)?.title ?? id;
    const refused = this._refused.get(unit);
    if (refused !== undefined) {
      return refused === unit
        ? refusal(this._flow, unit)
        : `It is in a group with ${title(refused)}, which does not run.`;
    }
    const source = [...(this._before.get(unit) ?? [])].find(before => this.reason(before) !== undefined);
    return source && `It needs ${title(source)}, which does not run.`;
  }

  private readonly _units = new Map<string, string>();
  private readonly _before = new Map<string, Set<string>>();
  /** A node of the unit that cannot run. */
  private readonly _refused = new Map<string, string>();
  private readonly _reasons = new Map<string, string | undefined>();
}
