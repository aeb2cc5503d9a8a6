import { addNode } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import { placeBeside } from './places';
import { currentNode, goTo } from './selection';

export const addExitStep: Action = {
  id: 'add-exit-step',
  label: trans => trans.__('Add Exit Step'),
  caption: trans => trans.__('Add a step that runs after the selected exit handler, however that ends'),
  icon: 'weft:container',
  menu: ['exit-handler'],
  writes: true,
  when: editor => currentNode(editor)?.node.kind === 'exit-handler',
  do: editor => {
    const handler = currentNode(editor);
    if (!handler) {
      return;
    }
    const { group } = handler.node;
    const id = change(editor, doc =>
      addNode(
        doc,
        {
          kind: 'container',
          title: editor.trans.__('On exit'),
          image: 'python:3.11-slim',
          after: [handler.id],
          ignoreUpstreamFailure: true,
          ...(group !== undefined && { group })
        },
        placeBeside(editor.view.flow, handler.id)
      )
    );
    if (id !== undefined) {
      goTo(editor, id);
    }
  }
};
