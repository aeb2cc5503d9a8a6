import type { FlowNode } from '../../flow';
import { isContainer, isStep } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

const PLACEHOLDER = /\{\{\$[^}]*\}\}/g;
const PORT = /^\{\{\$\.(inputs|outputs)\.(?:parameters|artifacts)\[['"]([^'"]+)['"]\]/;
/** What else the backend, the launcher or the SDK knows. */
const KNOWN = /^\{\{\$(\}\}|\.(inputs|outputs)\b|\.(pipeline|workspace)_\w+\}\}|\.json_escape\b)/;

export const typedPlaceholder: Rule = {
  id: 'typed-placeholder',
  about:
    'Placeholders that are typed into a text name an input or output of the node, or something of the job.',
  check: ({ flow }) =>
    [...flow.nodes.values()].flatMap(node => texts(node).flatMap(text => finding(node, text)))
};

function finding(node: FlowNode, { field, text }: { field: string; text: string }): Finding[] {
  const names = { inputs: new Set<string>(), outputs: new Set<string>() };
  node.inputs.forEach(({ name }) => names.inputs.add(name));
  node.outputs.forEach(({ name }) => names.outputs.add(name));
  const unknown = (text.match(PLACEHOLDER) ?? []).find(placeholder => {
    const [, side, name] = PORT.exec(placeholder) ?? [];
    return side === 'inputs' || side === 'outputs' ? !names[side].has(name) : !KNOWN.test(placeholder);
  });
  return unknown === undefined
    ? []
    : [
        {
          severity: 'error',
          node: node.id,
          field,
          message: `${titled(node)} has the placeholder ${unknown}, which nothing fills in.`,
          fix: 'Add an input of that name, or write the text without it.'
        }
      ];
}

/** Texts with placeholders in them. */
function texts({ node, inputs }: FlowNode): { field: string; text: string }[] {
  const line = isContainer(node)
    ? (['command', 'args'] as const).flatMap(part =>
        (node[part] ?? []).map((argument, index) => ({ field: `${part}.${index}`, text: argument }))
      )
    : [];
  const settings = isStep(node)
    ? [
        { field: 'image', text: node.image },
        ...Object.entries(node.resources ?? {}).map(([key, text]) => ({ field: `resources.${key}`, text }))
      ]
    : [];
  const constants = inputs.flatMap(({ name, binding }) =>
    binding && 'value' in binding ? [{ field: `inputs.${name}.from`, text: binding.value }] : []
  );
  return [...line, ...settings, ...constants].flatMap(({ field, text }) =>
    typeof text === 'string' && text.includes('{{$') ? [{ field, text }] : []
  );
}
