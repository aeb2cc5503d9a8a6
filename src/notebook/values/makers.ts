import { mapped } from '../mapped';
import type { ImportFact, NameUse, ObjectShare } from '../facts';
import { isAddedTo } from '../effects/by-type';
import { isLiteral } from '../effects/statement-kind';
import { keptNames } from '../effects/classify';
import { GENERATOR_KEYWORDS } from '../effects/random-table';
import { parsedPlace } from '../effects/parsed-arguments';
import { valueParts } from '../effects/paths';
import { sharedWith } from '../effects/sharing';
import type { Call, Constant, Expr, Operation, Stmt } from '../python/ast';
import { childBlocks, rootName } from '../python/walk';
import { regionOf } from './regions';
import { valueOf } from './value-of';
import { hasSlice, isSlice, viewedName } from './views';

/** What each name that an import binds stands for, dotted. */
export type Origins = ReadonlyMap<string, string>;

/** What the imports of a cell say of its names. */
export function originsOf(imports: readonly ImportFact[]): Origins {
  return new Map(imports.flatMap(({ origins }) => Object.entries(origins ?? {})));
}

/** What is known of how a statement makes the values of names it binds. */
export type Making = Pick<NameUse, 'made' | 'unpacked' | 'shares' | 'path' | 'method' | 'arrays'>;

/** By name; of a name that gets values of several makers in one statement nothing is said. */
export function makings(statement: Stmt, origins: Origins): Map<string, Making> {
  const found = new Map<string, Making>();
  visit(statement, origins, (name, making) => {
    const known = found.get(name);
    found.set(name, known ? agreed(known, making) : making);
  });
  return found;
}

/** What two makings of one name have in common. */
function agreed(one: Making, { path, ...other }: Making): Making {
  const same = JSON.stringify(one.path) === JSON.stringify(path);
  return one.made === other.made ? { ...other, ...(same && path && { path }) } : {};
}

/** What calls give that are mostly unpacked: the makers of the parts. */
const UNPACKED: ReadonlyMap<string, string[]> = new Map([
  ['matplotlib.pyplot.subplots', ['matplotlib.pyplot.figure', 'matplotlib.pyplot.axes']],
  ['plt.subplots', ['matplotlib.pyplot.figure', 'matplotlib.pyplot.axes']]
]);

/** Longer texts are no paths. */
const LONGEST_PATH = 1024;

type Tell = (name: string, making: Making) => void;

function visit(statement: Stmt, origins: Origins, tell: Tell): void {
  switch (statement.kind) {
    case 'Assign':
      statement.targets.forEach((target, index) => {
        const first = statement.targets[0];
        const shared = index > 0 && first.kind === 'Name' ? first.id : null;
        assign(target, statement.value, origins, tell, shared);
      });
      return;
    case 'AnnAssign':
      if (statement.value) {
        assign(statement.target, statement.value, origins, tell);
      }
      return;
    case 'AugAssign':
      if (statement.target.kind === 'Name') {
        tell(statement.target.id, {});
      }
      return;
    case 'With':
      for (const { context, target } of statement.items) {
        if (target && context.kind === 'Call') {
          assign(target, context, origins, tell);
        }
      }
      break;
    default:
  }
  childBlocks(statement).forEach(block => block.forEach(inner => visit(inner, origins, tell)));
}

function assign(target: Expr, value: Expr, origins: Origins, tell: Tell, shared: string | null = null): void {
  if (target.kind === 'Name') {
    tell(target.id, making(target.id, value, origins, shared));
  } else if (target.kind === 'Tuple' || target.kind === 'List') {
    const parts = value.kind === 'Tuple' || value.kind === 'List' ? value.elts : [];
    const made = (value.kind === 'Call' && UNPACKED.get(makerOf(value, origins) ?? '')) || [];
    target.elts.forEach((element, index) => {
      if (parts.length === target.elts.length) {
        assign(element, parts[index], origins, tell);
      } else if (element.kind === 'Name' && made.length === target.elts.length) {
        const [first] = target.elts;
        const shares = index > 0 && first.kind === 'Name' ? [{ name: first.id, how: 'twin' as const }] : [];
        tell(element.id, { made: made[index], ...(shares.length > 0 && { shares }) });
      } else if (element.kind === 'Name' && value.kind === 'Call') {
        const called = makerOf(value, origins);
        const parsed = index === 0 ? parsedPlace(value) : null;
        tell(element.id, {
          ...(called !== null && { unpacked: { made: called, item: index } }),
          ...(parsed !== null && { path: [{ name: parsed }] })
        });
      }
    });
  }
}

/** `x.a` and `x[i]`, whose `x` may be asked for as well. */
const isPart = (value: Expr): boolean =>
  (value.kind === 'Attribute' || value.kind === 'Subscript') && rootName(value) !== null;

/** What leads from the object of a name to the part of it that a value is, or is within. */
function firstMember(value: Expr): Pick<ObjectShare, 'member'> {
  const member = sharedWith(value)[0]?.member;
  return member === undefined ? {} : { member };
}

/** Of an array, which part a view of it has. */
function regionTaken(value: Expr): Pick<ObjectShare, 'region'> {
  const region = regionOf(value);
  return region === undefined ? {} : { region };
}

/** `node.next` and `tree["a"]`, but not `df[df.x > 0]`. */
const isKeyed = (value: Expr): boolean =>
  value.kind !== 'Subscript' || value.slice.kind === 'Constant' || value.slice.kind === 'Name';

function making(name: string, value: Expr, origins: Origins, shared: string | null): Making {
  const made = makerOf(value, origins);
  const viewed = viewedName(value);
  const shares: NonNullable<NameUse['shares']> = [
    ...(value.kind === 'Name' ? [{ name: value.id, how: 'same' as const }] : []),
    ...(isPart(value) && !isSlice(value)
      ? [{ name: rootName(value) as string, how: 'part' as const, ...firstMember(value) }]
      : []),
    ...(shared === null ? [] : [{ name: shared, how: 'twin' as const }]),
    ...mapped(keptNames(value), other => ({ name: other, how: 'holds' as const })),
    ...(viewed === null ? [] : [{ name: viewed, how: 'view' as const, ...regionTaken(value) }]),
    ...mapped(givenGenerators(value), other => ({ name: other, how: 'draws' as const }))
  ].filter(other => other.name !== name || (other.how === 'part' && isKeyed(value)));
  const of = value.kind === 'Attribute' ? rootName(value) : null;
  const path = value.kind === 'Name' ? null : valueParts(value);
  const unpacked = made === null ? itemOfCall(value, origins) : null;
  return {
    ...(made !== null && { made }),
    ...(unpacked && { unpacked }),
    ...((viewed === null
      ? made !== null && DISPLAY.test(made) && holdsArrays(value, origins)
      : hasSlice(value)) && { arrays: true }),
    ...(shares.length > 0 && { shares }),
    ...(value.kind === 'Attribute' && of !== null && { method: { of, name: value.attr } }),
    ...(path !== null && path.join('').length < LONGEST_PATH && { path })
  };
}

/** `f(x)[0]` is the first of what `f(x)` gives. */
function itemOfCall(value: Expr, origins: Origins): NameUse['unpacked'] | null {
  const item = value.kind === 'Subscript' && value.value.kind === 'Call' ? value.slice : null;
  const made = item && value.kind === 'Subscript' ? makerOf(value.value, origins) : null;
  return made !== null && item?.kind === 'Constant' && item.type === 'number'
    ? { made, item: Number(item.text) }
    : null;
}

const DISPLAY = /^(list|tuple|dict)$/;

/** Of what is spelt out, or made item by item: whether some of it is what `+=` changes, as an array is. */
function holdsArrays(value: Expr, origins: Origins): boolean {
  switch (value.kind) {
    case 'List':
    case 'Tuple':
    case 'Dict':
    case 'Comp':
      return value.elts.some(each => holdsArrays(each, origins));
    case 'Call':
      return isAddedTo(callMaker(value, origins) ?? undefined);
    default:
      return false;
  }
}

/** Names of what may be generators that a call is given to draw from, now or later. */
function givenGenerators(value: Expr): string[] {
  return value.kind === 'Call'
    ? value.keywords.flatMap(({ arg, value: given }) =>
        arg !== null && GENERATOR_KEYWORDS.has(arg) ? (rootName(given) ?? []) : []
      )
    : [];
}

/** What made a value, or null when its expression does not tell. */
export function makerOf(value: Expr, origins: Origins): string | null {
  switch (value.kind) {
    case 'Constant':
      return `literal:${constantType(value)}`;
    case 'Tuple':
    case 'List':
    case 'Set':
    case 'Dict': {
      const type = value.kind.toLowerCase();
      return isLiteral(value) ? `literal:${type}` : type;
    }
    case 'Comp':
      return value.type === 'Generator' ? 'generator' : value.type.toLowerCase();
    case 'Lambda':
      return 'lambda';
    case 'JoinedStr':
      return 'str';
    case 'Operation':
      return operationMaker(value, origins);
    case 'IfExp': {
      const [body, orelse] = value.operands.slice(1).map(operand => makerOf(operand, origins));
      return body === orelse ? body : null;
    }
    case 'NamedExpr':
      return makerOf(value.value, origins);
    case 'Call':
      return callMaker(value, origins);
    default:
      return null;
  }
}

const SEQUENCE = /^(literal:)?(list|tuple)$/;

/** `-1`, `60 * 60`, `1 / 3`: of numbers that are written down; and `[0] * n`. */
function operationMaker({ operator, operands }: Operation, origins: Origins): string | null {
  const makers = operands.map(operand => makerOf(operand, origins));
  const sequence = operator === '*' ? makers.find(maker => SEQUENCE.test(maker ?? '')) : undefined;
  if (sequence) {
    return makers.every(maker => maker?.startsWith('literal:')) ? sequence : sequence.replace('literal:', '');
  }
  const numbers = makers.every(maker => maker === 'literal:int' || maker === 'literal:float');
  if (!numbers || !/^[-+*/%]{1,2}$/.test(operator)) {
    return null;
  }
  return operator === '/' || makers.includes('literal:float') ? 'literal:float' : 'literal:int';
}

function callMaker({ func }: Call, origins: Origins): string | null {
  if (func.kind === 'Name') {
    return origins.get(func.id) ?? func.id;
  }
  return func.kind === 'Attribute' ? memberOf(func.value, func.attr, origins) : null;
}

/** `pd.read_csv` as `pandas.read_csv`, and a method called on what a call gives by the type of that. */
function memberOf(owner: Expr, member: string, origins: Origins): string | null {
  switch (owner.kind) {
    case 'Name':
      return `${origins.get(owner.id) ?? owner.id}.${member}`;
    case 'Attribute': {
      const base = memberOf(owner.value, owner.attr, origins);
      return base === null ? null : `${base}.${member}`;
    }
    case 'Call':
    case 'Constant': {
      const maker = makerOf(owner, origins);
      return maker === null ? null : methodOf(maker, member);
    }
    default:
      return null;
  }
}

/** A method of the value that `made` gave: `pandas.DataFrame.dropna`, or `f().g` where the type is not known. */
export function methodOf(made: string, method: string): string {
  const builder = /^.*\.builder(?=\.|$)/.exec(made)?.[0];
  return `${builder ?? valueOf(made)?.type ?? `${made}()`}.${method}`;
}

function constantType({ type, text }: Constant): string {
  if (type === 'number') {
    return /j$/i.test(text) ? 'complex' : /^0[xob]/i.test(text) || !/[.e]/i.test(text) ? 'int' : 'float';
  }
  if (type === 'other') {
    return text === 'None' ? 'None' : text === '...' ? 'ellipsis' : 'bool';
  }
  return type;
}
