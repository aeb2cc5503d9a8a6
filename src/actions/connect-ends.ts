import { addOrder, bindInput, type SharedPipeline } from '../pipeline';
import { change, refuse } from './change';
import { connectionFor, type Connection, type ConnectionEnd, type ConnectionStart } from './connection-for';
import type { Editor } from './editor';

/** Writes what a connection means; nothing for one that is refused or still open. */
export function applyConnection(doc: SharedPipeline, connection: Connection): void {
  if ('bind' in connection) {
    const { node, input, binding } = connection.bind;
    bindInput(doc, node, input, binding);
  } else if ('order' in connection) {
    addOrder(doc, connection.order.before, connection.order.after);
  }
}

/** Connects two ends as one undo step and says what came of it; asks where several outputs would do. */
export async function connectEnds(editor: Editor, from: ConnectionStart, to: ConnectionEnd): Promise<void> {
  const { trans } = editor;
  const { flow } = editor.view;
  const connection = connectionFor(flow, from, to, trans);
  const title = (id: string) => flow.nodes.get(id)?.title ?? id;
  if ('refused' in connection) {
    refuse(editor, connection.refused);
  } else if ('choose' in connection) {
    const { input, outputs } = connection.choose;
    const output = (await editor.canvas?.choose(title(to.node), outputs)) ?? null;
    if (output !== null) {
      await connectEnds(editor, { node: from.node, output }, { node: to.node, input });
    }
  } else {
    change(editor, doc => applyConnection(doc, connection));
    editor.canvas?.announce(
      'bind' in connection
        ? trans.__(
            'Connected "%1" to "%2" of %3.',
            connection.bind.binding.output,
            connection.bind.input,
            title(to.node)
          )
        : trans.__('%1 now runs after %2.', title(to.node), title(from.node))
    );
  }
}
