import type { NameUse } from '../facts';
import type { Stmt, Try } from '../python/ast';
import { lastName } from '../python/walk';
import { blockNames } from './bindings';
import { readExpression } from './expressions';
import type { Flow } from './flow';
import { FlowState, revive } from './state';
import { readBlock, readStatement } from './statements';

/** Follows `try`: handlers begin, and `finally` may begin, in any state that was reached. */
export function readTry(flow: Flow, statement: Try): void {
  const reached = [flow.state.clone()];
  const { guarded, tolerated } = flow;
  flow.guarded ||= flow.insideFunction || statement.handlers.length > 0;
  flow.tolerated = toleratedBy(statement) ?? tolerated;
  readReaching(flow, statement.body, reached);
  flow.guarded = guarded;
  flow.tolerated = tolerated;
  const failed = FlowState.merge(...reached);
  readReaching(flow, statement.orelse, reached);
  const ends = [flow.state];
  for (const { type, name, body } of statement.handlers) {
    flow.state = failed.clone();
    if (type) {
      readExpression(flow, type);
    }
    if (name) {
      flow.bind(name.id, name);
    }
    readReaching(flow, body, reached);
    if (name) {
      flow.delete(name);
    }
    ends.push(flow.state);
  }
  flow.state = FlowState.merge(...ends);
  if (statement.finalbody.length > 0) {
    readFinally(flow, statement.finalbody, flow.guarded || flow.insideFunction ? reached : []);
  }
}

/** Whether a name that is missing is caught, and no other failure with it. */
function toleratedBy({ handlers }: Try): NameUse['guarded'] {
  const caught = handlers.flatMap(({ type }) => {
    const types = type?.kind === 'Tuple' ? type.elts : [type];
    return types.map(each => (each === null ? 'BaseException' : lastName(each)));
  });
  if (caught.includes('NameError')) {
    return 'NameError';
  }
  return caught.includes('Exception') || caught.includes('BaseException') ? 'any' : undefined;
}

/** Follows a block that may be left after any of its statements, and notes the state there. */
function readReaching(flow: Flow, body: Stmt[], reached: FlowState[]): void {
  for (const inner of body) {
    readStatement(flow, inner);
    reached.push(revive(flow.state));
  }
}

/** It runs from any state that was reached; what goes on behind it does so from the normal end alone. */
function readFinally(flow: Flow, body: Stmt[], reached: FlowState[]): void {
  const normal = flow.state;
  const entry = FlowState.merge(revive(normal), ...reached);
  flow.state = entry.clone();
  readBlock(flow, body);
  const touched = blockNames(body).bound;
  for (const [name, possible] of normal.entries()) {
    if (!touched.has(name) && flow.state.get(name) === entry.get(name)) {
      flow.state.set(name, possible);
    }
  }
  flow.state.dead ||= normal.dead;
}
