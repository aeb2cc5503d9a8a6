import type { Translation } from '../actions';
import type { Flow } from '../flow';
import type { Binding, Condition } from '../pipeline';

/** What feeds an input, in words. */
export function bindingText(binding: Binding, flow: Flow, trans: Translation): string {
  const title = (id: string) => flow.nodes.get(id)?.title ?? id;
  if ('output' in binding) {
    return trans.__('%1 of %2', binding.output, title(binding.node));
  }
  if ('input' in binding) {
    return trans.__('input %1 of %2', binding.input, title(binding.node));
  }
  if ('item' in binding) {
    return binding.field === undefined
      ? trans.__('item of %1', title(binding.item))
      : trans.__('%1 of the item of %2', binding.field, title(binding.item));
  }
  if ('status' in binding) {
    return trans.__('how %1 ended', title(binding.status));
  }
  return 'parameter' in binding
    ? trans.__('parameter %1', binding.parameter)
    : trans.__('constant %1', JSON.stringify(binding.value) ?? '');
}

/** The condition of a branch in one line. */
export function conditionText(when: Condition | undefined, flow: Flow, trans: Translation): string {
  if (when === undefined) {
    return trans.__('else');
  }
  return 'cel' in when
    ? when.cel
    : `${bindingText(when.left, flow, trans)} ${when.is} ${bindingText(when.right, flow, trans)}`;
}

/** The node that is drawn for a node: of one in a pipeline file, the sub-pipeline that is the file. */
export function drawnNode(flow: Flow, id: string): string {
  const seen = new Set<string>();
  let drawn = id;
  for (let file = flow.nodes.get(id)?.fileOf; file !== undefined && !seen.has(file);) {
    seen.add(file);
    drawn = file;
    file = flow.nodes.get(file)?.fileOf;
  }
  return drawn;
}

/** Titles of the groups around a node, outermost first; empty when it is in none. */
export function groupPath(flow: Flow, id: string): string {
  const titles: string[] = [];
  const seen = new Set([id]);
  for (let group = flow.nodes.get(id)?.node.group; group !== undefined && !seen.has(group);) {
    const entry = flow.nodes.get(group);
    seen.add(group);
    titles.unshift(entry?.title ?? group);
    group = entry?.node.group;
  }
  return titles.join(' › ');
}
