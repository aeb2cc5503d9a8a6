import type { Flow } from '../flow';
import {
  addOrder,
  bindInput,
  bindSetting,
  isChoice,
  isGroup,
  setField,
  type SharedPipeline
} from '../pipeline';
import type { Translation } from './action';
import { change, refuse } from './change';
import type { Bind, Connection, ConnectionEnd, ConnectionStart, Give } from './connection';
import { connectionFor } from './connection-for';
import type { Editor } from './editor';

/** Writes what a connection means; nothing for one that is refused or still open. */
export function applyConnection(doc: SharedPipeline, connection: Connection): void {
  if ('order' in connection) {
    addOrder(doc, connection.order.before, connection.order.after);
  }
  if ('give' in connection && connection.give) {
    writeOutput(doc, connection.give);
  }
  if ('bind' in connection && connection.bind) {
    const { node, input, field, binding } = connection.bind;
    if (field) {
      bindSetting(doc, node, field, binding);
    } else {
      bindInput(doc, node, input, binding);
    }
  }
}

function writeOutput(doc: SharedPipeline, { group, output, type, sources }: Give): void {
  const node = doc.pipeline.nodes[group];
  const before = isGroup(node) ? node.outputs?.[output] : undefined;
  const from = isChoice(node) ? sources : sources[0];
  setField(doc, group, ['outputs', output], { ...before, type, from });
}

/** Connects two ends as one undo step and says what came of it; asks where several outputs would do. */
export async function connectEnds(editor: Editor, from: ConnectionStart, to: ConnectionEnd): Promise<void> {
  const { trans } = editor;
  const { flow } = editor.view;
  const connection = connectionFor(flow, from, to, trans);
  if ('refused' in connection) {
    refuse(editor, connection.refused);
  } else if ('choose' in connection) {
    const { node, input, outputs } = connection.choose;
    const title = flow.nodes.get(node)?.title ?? node;
    const output = (await editor.canvas?.choose(title, outputs)) ?? null;
    if (output !== null) {
      await connectEnds(editor, { ...from, output }, { ...to, input: input || undefined });
    }
  } else {
    change(editor, doc => applyConnection(doc, connection));
    editor.canvas?.announce(said(connection, flow, trans));
  }
}

/** What was connected, in a sentence. */
function said(
  connection: Exclude<Connection, { refused: string } | { choose: unknown }>,
  flow: Flow,
  trans: Translation
): string {
  const title = (id: string) => flow.nodes.get(id)?.title ?? id;
  if ('order' in connection) {
    return trans.__('%1 now runs after %2.', title(connection.order.after), title(connection.order.before));
  }
  const { give, bind } = connection;
  const given = give
    ? trans.__(
        '%1 now gives "%2", from %3 of its nodes.',
        title(give.group),
        give.output,
        give.sources.length
      )
    : '';
  return [given, bind ? boundText(bind, title, trans) : ''].filter(Boolean).join(' ');
}

function boundText(
  { node, input, binding }: Bind,
  title: (id: string) => string,
  trans: Translation
): string {
  const name =
    'output' in binding
      ? binding.output
      : 'input' in binding
        ? binding.input
        : 'item' in binding
          ? (binding.field ?? trans.__('item'))
          : '';
  return trans.__('Connected "%1" to "%2" of %3.', name, input, title(node));
}
