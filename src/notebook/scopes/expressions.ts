import {
  callEffects,
  changedBy,
  changesReceiver,
  keepsFunctions,
  mayBeModule,
  mayDraw
} from '../effects/classify';
import { MODULES } from '../effects/module-names';
import { givesGenerator, randomUse } from '../effects/random-state';
import { storedBy } from '../effects/sharing';
import { CALLS_ARGUMENT, SHIFTS } from '../effects/table';
import type { Attribute, Call, Comp, Expr, Lambda, Name, Subscript } from '../python/ast';
import { dottedName, memberName, operands, walrusTargets } from '../python/walk';
import { gathersOf, parameterNames, targetNames } from './bindings';
import { giveBack } from './given-back';
import type { Flow } from './flow';
import { calledPart, chainRoot, firstMember, superOf } from './receiver';
import type { ReadDetails } from './uses';
import {
  applyInner,
  type Callee,
  givenFunction,
  handItems,
  handParts,
  innerFunction,
  localFunction,
  readText
} from './handing';
import type { Closure } from './scope';
import { aliasesOf, bindItems, readTargetParts, storeInto } from './targets';

/** Follows the evaluation of an expression. */
export function readExpression(flow: Flow, expression: Expr): void {
  switch (expression.kind) {
    case 'Name':
      flow.read(expression);
      return;
    case 'Constant':
      return;
    case 'Attribute':
      readTaken(flow, expression, expression.attr);
      return;
    case 'Starred':
      readExpression(flow, expression.value);
      return;
    case 'Operation': {
      const method = SHIFTS.get(expression.operator);
      if (method !== undefined) {
        readShift(flow, method, expression.operands);
      } else {
        expression.operands.forEach(operand => readExpression(flow, operand));
      }
      return;
    }
    case 'Subscript':
      readTaken(flow, expression, isKeyOf(flow, expression.slice, expression.value) ? null : '[]');
      readExpression(flow, expression.slice);
      return;
    case 'Call':
      readCall(flow, expression, false);
      return;
    case 'Lambda':
      flow.absorb(lambdaClosure(flow, expression), flow.keeping);
      return;
    case 'Comp':
      readComprehension(flow, expression, !expression.lazy);
      return;
    case 'NamedExpr':
      readExpression(flow, expression.value);
      flow.bind(expression.target.id, expression.target, aliasesOf(expression.value), flow.scope.walrusScope);
      return;
    case 'BoolOp':
      readExpression(flow, expression.operands[0]);
      flow.branch(
        () => expression.operands.slice(1).forEach(operand => readChoice(flow, operand)),
        () => undefined
      );
      return;
    case 'IfExp': {
      const [test, body, orelse] = expression.operands;
      readExpression(flow, test);
      flow.branch(
        () => readExpression(flow, body),
        () => readExpression(flow, orelse)
      );
      return;
    }
    case 'Slice':
      [expression.lower, expression.upper, expression.step].forEach(
        part => part && readExpression(flow, part)
      );
      return;
    case 'Yield':
    case 'YieldFrom':
      flow.giveGenerator();
      expression.operands.forEach(operand => {
        readExpression(flow, operand);
        giveBack(flow, operand, true);
      });
      return;
    case 'Magic':
      expression.reads.forEach(name => flow.readGlobal(name, expression, 'mayRead'));
      expression.updates.forEach(name => flow.update(name, true, expression));
      expression.binds.forEach(name => flow.bind(name, expression));
      return;
    case 'Tuple':
    case 'List':
    case 'Set':
    case 'Dict':
      expression.elts.forEach(element => readExpression(flow, element));
      return;
    default:
      expression.operands.forEach(operand => readExpression(flow, operand));
  }
}

/** What an attribute or an item is taken of, which reading may change: by a property, or by `defaultdict`. */
function readTaken(flow: Flow, part: Attribute | Subscript, takes: string | null): void {
  if (part.value.kind === 'Name' && takes !== null) {
    flow.read(part.value, { takes, member: memberName(part) });
  } else {
    readExpression(flow, part.value);
  }
}

/** `for k in d: d[k]`: the item is there. */
const isKeyOf = (flow: Flow, key: Expr, owner: Expr): boolean =>
  key.kind === 'Name' &&
  owner.kind === 'Name' &&
  flow.aliases.of(key.id).some(({ name, item }) => name === owner.id && item);

/** Annotations: read in a class of their own, never the cause of a data edge (PEP 649). */
export function readAnnotation(flow: Flow, annotation: Expr | null): void {
  if (annotation) {
    const outer = flow.annotation;
    flow.annotation = true;
    readExpression(flow, annotation);
    flow.annotation = outer;
  }
}

/** Follows an expression of which nobody takes the value: calls in it are made for what they do. */
export function readDropped(flow: Flow, expression: Expr): void {
  switch (expression.kind) {
    case 'Call':
      readCall(flow, expression, true);
      return;
    case 'Comp':
      readComprehension(flow, expression, !expression.lazy, readDropped);
      return;
    case 'Await':
    case 'Tuple':
    case 'List':
      operands(expression).forEach(inner => readDropped(flow, inner));
      return;
    case 'IfExp': {
      const [test, ...ways] = expression.operands;
      readExpression(flow, test);
      flow.branch(...ways.map(way => () => readDropped(flow, way)));
      return;
    }
    default:
      readExpression(flow, expression);
  }
}

/** `x in seen or seen.add(x)`: what comes second is often called for what it does. */
function readChoice(flow: Flow, operand: Expr, sure = true): void {
  if (operand.kind === 'Call') {
    readCall(flow, operand, false);
    callEffects(operand, true)
      .filter(effect => effect.sure)
      .forEach(({ name, level, member }) => flow.update(name, sure, operand, level, member));
  } else {
    readExpression(flow, operand);
  }
}

/** Follows what a lambda with a name gives, which may be called for what it does. */
export const readDone = (flow: Flow, value: Expr): void => readChoice(flow, value, false);

/** `v << x` is a method of `v`. */
function readShift(flow: Flow, callee: string, parts: readonly Expr[]): void {
  parts.forEach((part, parameter) => {
    if (part.kind === 'Name') {
      flow.hand(part, { callee, parameter });
    } else {
      readExpression(flow, part);
    }
  });
}

/** `bare`: the call is a statement, its value is dropped. */
export function readCall(flow: Flow, call: Call, bare: boolean): void {
  const { func } = call;
  const method = func.kind === 'Attribute' ? methodCalled(flow, func) : null;
  const part = method === null ? calledPart(func) : null;
  const callee = func.kind === 'Name' ? calleeName(flow, func) : part ? calleeName(flow, part) : method;
  const inner = func.kind === 'Name' ? innerFunction(flow, func.id) : undefined;
  const seeded = call.keywords.some(givesGenerator);
  const first = method === null ? 0 : 1;
  if (func.kind === 'Attribute' && method) {
    readReceiver(flow, func.value, method, { ...(seeded && { seeded }) });
  } else if (func.kind !== 'Name' && func.kind !== 'Lambda') {
    readExpression(flow, func);
  }
  const keeping = flow.keeping;
  flow.keeping &&= keepsFunctions(call);
  call.args.forEach((argument, position) => readArgument(flow, argument, callee, first + position));
  call.keywords.forEach(({ arg, value }) =>
    arg === null ? readSpread(flow, value, callee, '**') : readArgument(flow, value, callee, arg)
  );
  flow.keeping = keeping;
  readText(flow, call);
  if (callee) {
    handParts(flow, call, callee, first);
  }
  handItems(flow, call, mapped =>
    mapped.kind === 'Name' ? calleeName(flow, mapped) : methodCalled(flow, mapped)
  );
  if (inner) {
    applyInner(flow, call, inner);
  }
  if (func.kind === 'Name') {
    flow.call(func, { called: true, ...(bare && { dropped: true }), ...(seeded && { seeded }) });
  } else if (part) {
    flow.call(part, { called: true });
  } else if (func.kind === 'Lambda') {
    flow.runNow(lambdaClosure(flow, func));
  }
  for (const effect of callEffects(call, bare)) {
    flow.update(effect.name, effect.sure, call, effect.level, effect.member);
  }
  if (func.kind === 'Attribute' && !(func.value.kind === 'Name' && MODULES.has(func.value.id))) {
    storeInto(flow, func.value, storedBy(func.attr, call), false);
  }
  const random = randomUse(call, bare);
  if (random?.how === 'draw' && !flow.scope.resolve(random.root)) {
    flow.update(random.name, true, call);
  } else if (random?.how === 'seed' && !flow.scope.resolve(random.root)) {
    flow.bind(random.name, call);
  }
}

function methodCalled(flow: Flow, func: Attribute): Callee {
  const of = mayBeModule(func);
  const callee = `.${func.attr}`;
  return of === null || flow.scope.resolve(of.split('.')[0]) ? { callee } : { callee, of };
}

/** A function that may be one of the notebook, or one of Python that calls what it is given. */
function calleeName(flow: Flow, func: Name): Callee | null {
  const { id } = func;
  if (flow.isNotebookName(func) || (CALLS_ARGUMENT.has(id) && !flow.scope.resolve(id))) {
    return { callee: id };
  }
  const given = givenFunction(flow, id);
  const other = given === undefined ? localFunction(flow, id) : undefined;
  return given !== undefined ? { callee: `(${given})` } : other === undefined ? null : { callee: other };
}

/** The object before the dot is what a method is given first; one that methods are chained on may still be it. */
function readReceiver(flow: Flow, receiver: Expr, { callee, of }: Callee, more: ReadDetails = {}): void {
  const passedTo = { callee, parameter: 0, ...(of !== undefined && mayDraw(receiver) && { of }) };
  if (receiver.kind === 'Name') {
    flow.hand(receiver, passedTo, more);
    return;
  }
  readExpression(flow, receiver);
  const root = superOf(flow, receiver) ?? chainRoot(receiver);
  if (root) {
    const chained = dottedName(receiver) === null;
    const { member: _, ...rest } = more;
    const member = firstMember(receiver);
    const by = member !== undefined && { member };
    flow.hand(root, { ...passedTo, ...(chained && { chained }) }, { ...rest, ...by });
  }
}

/** `f(*args)` and `f(**options)` give what these contain; `from` as of `Passing.parameter`. */
function readSpread(flow: Flow, spread: Expr, callee: Callee | null, from: string): void {
  if (callee !== null && spread.kind === 'Name') {
    flow.hand(spread, { ...callee, parameter: from });
  } else {
    readExpression(flow, spread);
  }
}

function readArgument(flow: Flow, argument: Expr, callee: Callee | null, parameter: number | string): void {
  if (callee !== null && argument.kind === 'Name') {
    flow.hand(argument, { ...callee, parameter });
  } else if (argument.kind === 'Starred') {
    readSpread(flow, argument.value, callee, `*${parameter}`);
  } else if (argument.kind === 'Comp') {
    readComprehension(flow, argument, true);
  } else if (argument.kind === 'Attribute') {
    readMethod(flow, argument);
  } else if (argument.kind === 'Lambda') {
    const closure = lambdaClosure(flow, argument);
    flow.runPerhaps(closure, argument);
    flow.absorb(closure, flow.keeping);
  } else {
    readExpression(flow, argument);
  }
}

/** A method that is handed on is called, as that of `map(log.append, xs)`. */
function readMethod(flow: Flow, { value, attr }: Attribute): void {
  readReceiver(flow, value, { callee: `.${attr}` }, { member: attr });
  if (changesReceiver(attr)) {
    changedBy(value).forEach(({ name, level, member }) => flow.update(name, false, value, level, member));
  }
}

/** Defaults are evaluated where the lambda stands, its body when it is called. */
export function lambdaClosure(
  flow: Flow,
  lambda: Lambda,
  readBody = readExpression,
  standsIn = false
): Closure {
  lambda.args.forEach(parameter => parameter.default && readExpression(flow, parameter.default));
  const named = lambda.args.map(parameter => parameter.name);
  return flow.closure(
    {
      name: 'lambda',
      parameters: parameterNames(lambda.args),
      ...gathersOf(lambda.args),
      locals: [...named, ...walrusTargets(lambda.body)],
      standsIn
    },
    body => {
      readBody(body, lambda.body);
      giveBack(body, lambda.body);
    }
  );
}

/** What CPython calls their scopes. */
const COMPREHENSIONS: Record<Comp['type'], string> = {
  List: 'listcomp',
  Set: 'setcomp',
  Dict: 'dictcomp',
  Generator: 'genexpr'
};

/** The first iterable belongs to the scope around; a generator expression does the rest late. */
function readComprehension(flow: Flow, comp: Comp, now: boolean, readElement = readExpression): void {
  const [first, ...others] = comp.generators;
  readExpression(flow, first.iter);
  const targets = comp.generators.flatMap(generator => targetNames(generator.target));
  const inner = (body: Flow): void => {
    readTargetParts(body, first.target);
    first.ifs.forEach(test => readExpression(body, test));
    for (const generator of others) {
      readExpression(body, generator.iter);
      readTargetParts(body, generator.target);
      generator.ifs.forEach(test => readExpression(body, test));
    }
    const conditional = comp.generators.some(generator => generator.ifs.length > 0);
    const elements = (): void => comp.elts.forEach(element => readElement(body, element));
    if (conditional) {
      body.branch(elements, () => undefined);
    } else {
      elements();
    }
  };
  if (now) {
    flow.within('comprehension', COMPREHENSIONS[comp.type], targets, () => {
      comp.generators.forEach(generator => bindItems(flow, comp, generator));
      inner(flow);
    });
    return;
  }
  flow.absorb(flow.closure({ name: COMPREHENSIONS[comp.type], parameters: [], locals: targets }, inner));
  for (const name of comp.elts.flatMap(walrusTargets)) {
    flow.bind(name, comp, [], flow.scope.walrusScope);
  }
}

/** The plain name an expression is, if it is one. */
export function asName(expression: Expr): Name | null {
  return expression.kind === 'Name' ? expression : null;
}
