import { isParameterType } from '../../pipeline';
import { argumentFindings, type Placeholder } from '../placeholders';
import type { Rule } from '../rule';
import { containers } from '../flow-nodes';
import { titled } from '../words';

export const placeholderForm: Rule = {
  id: 'placeholder-form',
  about:
    'Parameters have a value (a path, when they are outputs), artifacts a path and a URI; nothing has all three.',
  check: ({ flow, target }) =>
    containers(flow).flatMap(node =>
      argumentFindings(node, placeholder => {
        const { field, name, port } = placeholder;
        if (field === 'command.0' && placeholder.ifPresent === undefined && target !== 'local') {
          return {
            severity: 'error',
            node: node.id,
            field,
            message: `The command of ${titled(node)} begins with ${name}, which Kubeflow does not fill in there.`,
            fix: 'Begin the command with the program itself, such as sh.'
          };
        }
        const forms = formsOf(placeholder);
        return !port || !placeholder.as || forms.includes(placeholder.as)
          ? undefined
          : {
              severity: 'error',
              node: node.id,
              field,
              message: `The command line of ${titled(node)} asks for the ${placeholder.as} of ${name}, a ${port.type}, which has none.`,
              fix: `Use its ${forms.join(' or ')}.`
            };
      })
    )
};

function formsOf({ side, port }: Placeholder): string[] {
  if (!port || !isParameterType(port.type)) {
    return port?.type.endsWith('[]') ? ['path', 'uri', 'metadata', 'value'] : ['path', 'uri', 'metadata'];
  }
  return side === 'input' ? ['value'] : ['path'];
}
