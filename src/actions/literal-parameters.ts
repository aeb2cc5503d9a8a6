import type { FlowLiteral, FlowNode } from '../flow';
import { bindInput, isCode, type PortType, setParameter, type SharedPipeline } from '../pipeline';

/** A literal that a parameter can take the place of. */
export type OpenLiteral = FlowLiteral & { type: PortType; value: unknown };

/** Literals of a node that JSON holds and that nothing feeds yet. */
export function openLiterals({ node, literals }: FlowNode): OpenLiteral[] {
  const inputs = (isCode(node) && node.inputs) || {};
  return literals.filter(
    (literal): literal is OpenLiteral =>
      literal.type !== undefined && literal.value !== undefined && inputs[literal.name]?.from === undefined
  );
}

/**
 * Puts parameters of the pipeline in the place of literals. Each is called as the name and has the literal as its
 * default; one that is there already, of the same type, is taken as it is.
 * @returns The names of the parameters.
 */
export function feedLiterals(doc: SharedPipeline, node: string, literals: readonly OpenLiteral[]): string[] {
  return literals.map(({ name, type, value }) => {
    const parameter = parameterName(doc.pipeline.parameters, name, type);
    if (!Object.hasOwn(doc.pipeline.parameters, parameter)) {
      setParameter(doc, parameter, { type, default: value });
    }
    bindInput(doc, node, name, { parameter });
    return parameter;
  });
}

/** Names of parameters begin with a letter (Kubeflow). */
function parameterName(
  known: Readonly<Record<string, { type: string }>>,
  name: string,
  type: PortType
): string {
  const plain = name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^[^A-Za-z]+/, '') || 'parameter';
  let free = plain;
  for (let i = 2; Object.hasOwn(known, free) && known[free].type !== type; i++) {
    free = `${plain}_${i}`;
  }
  return free;
}
