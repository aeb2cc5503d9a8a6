import { mapped } from '../mapped';
import type { NameUse } from '../facts';
import { cachedFunction } from '../effects/cached-function';
import { drawsLater } from '../effects/random-state';
import { RANDOM_NUMPY } from '../names';
import type { ClassDef, Expr, FunctionDef, Match, Stmt, TypeParam } from '../python/ast';
import { dottedName, operands, rootName, walrusTargets } from '../python/walk';
import { contentsOf, type NameAlias } from './aliases';
import { blockNames, gathersOf, parameterNames } from './bindings';
import { calledDecorator, readDecorator } from './decorators';
import { asName, lambdaClosure, readAnnotation, readDone, readDropped, readExpression } from './expressions';
import type { Flow } from './flow';
import type { Closure } from './scope';
import { giveBack, isNew } from './given-back';
import { FlowState, revive } from './state';
import { aliasesOf, assignLoopTarget, assignTarget, defaultsOf, readTargetParts } from './targets';
import { fieldsKept, markProperty } from './class-members';
import { readTry } from './try-statement';

/** Follows a block. */
export function readBlock(flow: Flow, body: readonly Stmt[]): void {
  body.forEach(statement => readStatement(flow, statement));
}

/** Follows a statement. */
export function readStatement(flow: Flow, statement: Stmt): void {
  switch (statement.kind) {
    case 'Expr':
      readDropped(flow, statement.value);
      return;
    case 'Assign':
      readAssigned(flow, statement.targets, statement.value);
      return;
    case 'AugAssign': {
      const name = asName(statement.target);
      if (name) {
        flow.read(name);
      } else {
        readTargetParts(flow, statement.target);
      }
      readExpression(flow, statement.value);
      if (name) {
        flow.addInPlace(name.id, statement);
      }
      assignTarget(flow, statement.target, [], isCount(statement.value) ? 0 : 1);
      flow.uses.augment(rootName(statement.target));
      return;
    }
    case 'AnnAssign':
      if (statement.value) {
        readAssigned(flow, [statement.target], statement.value);
      } else {
        readTargetParts(flow, statement.target);
      }
      if (flow.scope.kind !== 'function') {
        readAnnotation(flow, statement.annotation);
      }
      return;
    case 'TypeAlias': {
      const closure = flow.closure(
        { name: '', parameters: [], locals: statement.typeParams.map(parameter => parameter.name) },
        body => {
          readBounds(body, statement.typeParams);
          readExpression(body, statement.value);
        }
      );
      define(flow, statement.name, statement.line, 'class', closure);
      flow.bind(statement.name, statement);
      return;
    }
    case 'FunctionDef':
      readFunction(flow, statement);
      return;
    case 'ClassDef':
      readClass(flow, statement);
      return;
    case 'Import':
      statement.names.forEach(alias => flow.bind(alias.asname ?? alias.name.split('.')[0], alias));
      return;
    case 'ImportFrom':
      statement.names.forEach(alias => flow.bind(alias.asname ?? alias.name, alias));
      return;
    case 'Delete':
      statement.targets.forEach(target => deleteTarget(flow, target));
      return;
    case 'If':
      readIf(flow, statement.test, statement.body, statement.orelse);
      return;
    case 'While':
      readExpression(flow, statement.test);
      readLoop(flow, statement.body, statement.orelse, isTrue(statement.test));
      return;
    case 'For':
      readExpression(flow, statement.iter);
      assignLoopTarget(flow, statement.target, statement.iter);
      readLoop(flow, statement.body, statement.orelse, true);
      return;
    case 'With':
      for (const { context, target } of statement.items) {
        readContext(flow, context);
        if (target) {
          assignTarget(flow, target, context.kind === 'Name' ? aliasesOf(context, false) : []);
        }
      }
      readBlock(flow, statement.body);
      return;
    case 'Match':
      readMatch(flow, statement);
      return;
    case 'Try':
      readTry(flow, statement);
      return;
    case 'Isolated': {
      const { bound, globals } = blockNames(statement.body);
      flow.runNow(
        flow.closure({ name: '', parameters: [], locals: bound, globals }, body =>
          readBlock(body, statement.body)
        )
      );
      return;
    }
    case 'Return':
    case 'Raise':
      if (statement.kind === 'Return') {
        statement.values.forEach(value => giveBack(flow, value));
      }
      statement.values.forEach(value => readExpression(flow, value));
      flow.state.dead = true;
      return;
    case 'Assert':
      statement.values.forEach(value => readExpression(flow, value));
      return;
    case 'Break':
    case 'Continue':
      flow.loops.at(-1)?.[statement.kind === 'Break' ? 'breaks' : 'continues'].push(flow.state.clone());
      flow.state.dead = true;
      return;
    default:
  }
}

/** What is entered is told so, and told when it is left. */
function readContext(flow: Flow, context: Expr): void {
  if (context.kind !== 'Name') {
    readExpression(flow, context);
    return;
  }
  flow.hand(context, { callee: '.__enter__', parameter: 0 });
  flow.hand(context, { callee: '.__exit__', parameter: 0 });
  flow.update(context.id, false, context);
}

function readAssigned(flow: Flow, targets: Expr[], value: Expr): void {
  const name = asName(targets[0]);
  const lambda = value.kind === 'Lambda' ? value : cachedFunction(value);
  if (lambda && targets.length === 1 && name) {
    (lambda === value ? [] : operands(value)).forEach(part => readExpression(flow, part));
    define(flow, name.id, value.line, 'lambda', lambdaClosure(flow, lambda, readDone, lambda !== value));
  } else {
    readExpression(flow, value);
  }
  const aliases = aliasesOf(value);
  if (drawsLater(value)) {
    aliases.push({ name: RANDOM_NUMPY, down: 0, up: 0, whole: false, kept: true });
  }
  const shared = targets.length > 1 && name ? [{ name: name.id, down: 0, up: 0, whole: true }] : [];
  targets.forEach((target, index) => {
    if (value.kind === 'Tuple' && target.kind === 'Tuple' && value.elts.length === target.elts.length) {
      target.elts.forEach((element, at) => assignTarget(flow, element, aliasesOf(value.elts[at], true)));
    } else if (
      target.kind === 'Tuple' &&
      value.kind === 'Call' &&
      dottedName(value.func)?.endsWith('subplots')
    ) {
      const [figure, ...axes] = target.elts;
      assignTarget(flow, figure);
      axes.forEach(each => assignTarget(flow, each, aliasesOf(figure, true)));
    } else {
      assignTarget(flow, target, index === 0 ? aliases : [...aliases, ...shared]);
      if (target.kind === 'Name' && flow.insideFunction && isNew(value)) {
        flow.renew(target.id);
      }
    }
  });
}

function deleteTarget(flow: Flow, target: Expr): void {
  if (target.kind === 'Name') {
    flow.read(target);
    flow.delete(target);
  } else if (target.kind === 'Tuple' || target.kind === 'List') {
    target.elts.forEach(element => deleteTarget(flow, element));
  } else {
    assignTarget(flow, target);
  }
}

function readIf(flow: Flow, test: Expr, body: Stmt[], orelse: Stmt[]): void {
  readExpression(flow, test);
  if (isTrue(test) || isMainGuard(test)) {
    readBlock(flow, body);
    return;
  }
  flow.branch(
    () => readBlock(flow, body),
    () => readBlock(flow, orelse)
  );
}

/** `certain`: the body runs at least once. */
function readLoop(flow: Flow, body: Stmt[], orelse: Stmt[], certain: boolean): void {
  const skipped = flow.state.clone();
  const loop = { breaks: [] as FlowState[], continues: [] as FlowState[] };
  flow.loops.push(loop);
  readBlock(flow, body);
  flow.nextRound();
  flow.loops.pop();
  const ends = mapped([flow.state, ...loop.continues], revive);
  const alive = flow.state.dead && loop.continues.length > 0 ? ends.slice(1) : ends;
  flow.state = FlowState.merge(...alive, ...(certain ? [] : [skipped]));
  readBlock(flow, orelse);
  flow.state = FlowState.merge(flow.state, ...mapped(loop.breaks, revive));
}

function readMatch(flow: Flow, statement: Match): void {
  readExpression(flow, statement.subject);
  let exhaustive = false;
  const paths = statement.cases.map(({ pattern, guard, body }) => () => {
    pattern.reads.forEach(value => readExpression(flow, value));
    const parts = aliasesOf(statement.subject, false);
    pattern.captures.forEach(name => flow.bind(name.id, name, parts));
    if (guard) {
      readExpression(flow, guard);
    }
    readBlock(flow, body);
    exhaustive ||= pattern.irrefutable && !guard;
  });
  const before = flow.state.clone();
  if (paths.length > 0) {
    flow.branch(...paths);
  }
  if (!exhaustive) {
    flow.state = FlowState.merge(flow.state, before);
  }
}

function readFunction(flow: Flow, statement: FunctionDef): void {
  statement.decorators.forEach(decorator => readDecorator(flow, decorator));
  statement.args.forEach(parameter => parameter.default && readExpression(flow, parameter.default));
  flow.within('annotation', '', typeNames(statement.typeParams), () => {
    statement.args.forEach(parameter => readAnnotation(flow, parameter.annotation));
    readAnnotation(flow, statement.returns);
    const { bound, globals } = blockNames(statement.body);
    const closure = flow.closure(
      {
        name: statement.name,
        parameters: [...(isStatic(flow, statement) ? [''] : []), ...parameterNames(statement.args)],
        ...gathersOf(statement.args),
        locals: [...bound, ...statement.args.map(one => one.name)],
        globals
      },
      body => {
        readBounds(body, statement.typeParams);
        readBlock(body, statement.body);
      }
    );
    if (closure.yields && closure.gives) {
      closure.gives = closure.gives.filter(({ yielded }) => yielded);
    }
    if (statement.decorators.length > 0) {
      delete closure.yields;
      markProperty(statement, closure);
    }
    closure.late.push(...changedDefaults(flow, statement, closure));
    closure.late.unshift(...statement.decorators.flatMap(decorator => calledDecorator(flow, decorator)));
    define(flow, statement.name, statement.line, 'function', closure);
  });
  flow.bind(statement.name, statement, defaultsOf(statement.args));
}

/** `def f(x, log=log)` changes what the notebook calls `log` where it is not given another one. */
function changedDefaults(flow: Flow, { args }: FunctionDef, { updates }: Closure): NameUse[] {
  return args.flatMap(({ name, default: value }) => {
    const changes = updates.some(({ parameter }) => parameter === name);
    return changes && value && flow.isNotebookName(value)
      ? [{ name: value.id, kind: 'maybeUpdate', line: value.line }]
      : [];
  });
}

/** A static method is given no object of its own; a parameter without a name stands in the place of that. */
function isStatic({ scope }: Flow, { decorators }: FunctionDef): boolean {
  const isMethod = scope.kind === 'class' || scope.parent?.kind === 'class';
  return isMethod && decorators.some(each => asName(each)?.id === 'staticmethod');
}

function readClass(flow: Flow, statement: ClassDef): void {
  statement.decorators.forEach(decorator => readExpression(flow, decorator));
  const outer = flow.classClosure;
  const bases = statement.bases.flatMap(base => asName(base)?.id ?? []);
  const own: Closure = { parameters: [], late: [], updates: [], passes: [], methods: [], bases };
  const attributes: NameAlias[] = [];
  flow.within('annotation', '', typeNames(statement.typeParams), () => {
    statement.bases.forEach(base => readExpression(flow, base));
    statement.keywords.forEach(({ value }) => readExpression(flow, value));
    const { bound, globals } = blockNames(statement.body);
    flow.classClosure = outer ?? (flow.insideFunction ? null : own);
    const bounds = flow.closure({ name: '', parameters: [], locals: [] }, body =>
      readBounds(body, statement.typeParams)
    );
    own.late.push(...bounds.late);
    flow.within('class', statement.name, [...bound, '__class__', '__qualname__', '__module__'], scope => {
      scope.globals = globals;
      readBlock(flow, statement.body);
    });
    bound.forEach(name => attributes.push(...contentsOf(flow.aliases.of(name))));
    flow.classClosure = outer;
  });
  own.methods?.push(...fieldsKept(statement));
  define(flow, statement.name, statement.line, 'class', own);
  flow.bind(statement.name, statement, attributes);
}

function readBounds(flow: Flow, typeParams: TypeParam[]): void {
  for (const { bound, default: value } of typeParams) {
    [bound, value].forEach(part => part && readExpression(flow, part));
  }
}

function typeNames(typeParams: TypeParam[]): string[] {
  return typeParams.map(parameter => parameter.name);
}

/** Keeps what a function does under its name, when that is a name of the notebook bound right here. */
function define(
  flow: Flow,
  name: string,
  line: number,
  kind: 'function' | 'class' | 'lambda',
  closure: Closure
): void {
  if (flow.insideFunction || flow.classClosure || flow.scope.resolve(name)) {
    const around = flow.scope.kind === 'annotation' ? flow.scope.parent : flow.scope;
    if (around?.kind === 'class') {
      const { parameters, updates, passes, keeps, gives, gathers, property } = closure;
      const more = {
        ...(keeps && { keeps }),
        ...(gives && { gives }),
        ...(gathers && { gathers }),
        ...(property && { property })
      };
      flow.classClosure?.methods?.push({ name, parameters, updates, passes, ...more });
      flow.define(name, closure);
    } else {
      flow.scope.resolve(name)?.functions.set(name, closure);
    }
    flow.absorb(closure);
  } else {
    flow.functions.push({ name, kind, line, ...closure });
    flow.define(name, closure);
  }
}

/** What such is added to counts, and is no object that can be changed. */
function isCount(value: Expr): boolean {
  return value.kind === 'Constant' && /^[\d.]/.test(value.text ?? '');
}

function isTrue(test: Expr): boolean {
  return test.kind === 'Constant' && (test.text === 'True' || test.text === '1');
}

/** `if __name__ == "__main__":` holds in a notebook and in a step alike. */
function isMainGuard(test: Expr): boolean {
  return (
    test.kind === 'Operation' &&
    test.operands.length === 2 &&
    test.operator === '==' &&
    test.operands.some(operand => dottedName(operand) === '__name__') &&
    test.operands.some(operand => operand.kind === 'Constant' && operand.text === '__main__') &&
    walrusTargets(test).length === 0
  );
}
