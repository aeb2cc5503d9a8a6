import { createAnalyzer, type ParserBytes } from '../../notebook';
import type { Request } from './messages';
import { NotebookReader } from './notebook-reader';

/** The part of a worker's global scope in use here; the page's own types do not name it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<{ parser: ParserBytes } | Request>) => void) | null;
  postMessage(message: unknown): void;
}
const scope = self as unknown as WorkerScope;

let reader: Promise<NotebookReader> | undefined;

scope.onmessage = ({ data }) => {
  if ('parser' in data) {
    reader = createAnalyzer(data.parser).then(analyzer => new NotebookReader(analyzer));
    return;
  }
  void reader
    ?.then(ready => {
      for (const answer of ready.answers(data)) {
        scope.postMessage(answer);
      }
    })
    .catch(() => scope.postMessage({ lost: true }));
};
