import { createAnalyzer, type ParserBytes } from '../../notebook';
import { helpWith, startHelper } from './cell-helper';
import { CellsReader } from './cells-reader';
import type { Request } from './messages';
import { NotebookReader } from './notebook-reader';
import type { WorkerScope } from './worker-scope';

const scope = self as unknown as WorkerScope<{ parser: ParserBytes } | { help: ParserBytes } | Request>;

/** How many helpers may work beside this worker, which leaves something of the machine to the page and to kernels. */
const HELPERS = Math.min(4, Math.max(2, navigator.hardwareConcurrency)) - 1;

let reader: Promise<NotebookReader> | undefined;
let last: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  if ('help' in data) {
    helpWith(data.help, scope);
    return;
  }
  if ('parser' in data) {
    const { parser } = data;
    reader = createAnalyzer(parser).then(
      analyzer => new NotebookReader(new CellsReader(analyzer, HELPERS, () => startHelper(parser)))
    );
    return;
  }
  last = last.then(() => answer(data)).catch(() => scope.postMessage({ lost: true }));
};

async function answer(request: Request): Promise<void> {
  const ready = await reader;
  if ('forget' in request) {
    ready?.forget(request.forget);
    return;
  }
  for await (const each of ready?.answers(request) ?? []) {
    scope.postMessage(each);
  }
}
