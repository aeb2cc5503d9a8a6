import { type CellAnalyzer, createAnalyzer, type ParserBytes } from '../../notebook';
import type { HelperAnswer } from './cell-helper';
import type { WorkerScope } from './worker-scope';

const scope = self as unknown as WorkerScope<{ parser: ParserBytes } | { sources: string[] }>;
const answer = (message: HelperAnswer) => scope.postMessage(message);

let analyzer: CellAnalyzer | undefined;

scope.onmessage = ({ data }) => {
  if ('parser' in data) {
    void createAnalyzer(data.parser).then(created => {
      analyzer = created;
      answer({ ready: true });
    });
  } else {
    answer({ known: data.sources.flatMap(source => analyzer?.known(source) ?? []) });
  }
};
