import { mapped } from '../mapped';
import type { Call, Comp, Expr } from '../python/ast';
import { dottedName, lastName, lastNames, lastTwo, memberName } from '../python/walk';
import { targetNames } from '../scopes/bindings';
import { words } from '../words';

/**
 * A value and the object of a name have something in common: what lies `down` levels inside the value lies `up` levels
 * inside the object. `a`: 0 and 0. `a[0]`, a part of it: 0 and 1. `[a]`, which contains it: 1 and 0. `list(a)`, which
 * is new and contains its parts: 1 and 1.
 */
export interface Shared {
  name: string;
  down: number;
  up: number;
  /** The attribute or key that leads to the first of the levels up, as of `memberName`: `a` of `x.a[0]`. */
  member?: string;
}

/** What calls give of the objects they are given: how deep they reach into these, and how deep they put what is there. */
type Giving = readonly [reach: number, put: number];

const ITEM: Giving = [1, 0];
const ITEMS: Giving = [1, 1];
const TUPLES: Giving = [1, 2];
/** What contains its arguments, those under keywords included. */
const HOLDER: Giving = [0, 1];

/** Functions that give parts of their arguments (Python's library reference). */
const FUNCTIONS: ReadonlyMap<string, Giving> = new Map([
  ...rows(
    ITEM,
    `next max min getattr choice random.choice operator.getitem
     ElementTree.SubElement ET.SubElement etree.SubElement`
  ),
  ...rows(
    ITEMS,
    `list tuple set frozenset sorted reversed iter filter dict copy.copy deque collections.deque OrderedDict
     chain itertools.chain islice itertools.islice cycle itertools.cycle takewhile itertools.takewhile
     dropwhile itertools.dropwhile filterfalse itertools.filterfalse nlargest nsmallest
     tqdm tqdm.tqdm auto.tqdm notebook.tqdm tqdm_notebook track progress_bar random.sample`
  ),
  ...rows(
    TUPLES,
    `enumerate zip zip_longest itertools.zip_longest product itertools.product combinations itertools.combinations
     permutations itertools.permutations pairwise itertools.pairwise batched itertools.batched`
  ),
  ...rows([2, 1], 'chain.from_iterable'),
  ...rows([0, 1], 'partial functools.partial'),
  ...rows(HOLDER, 'SimpleNamespace types.SimpleNamespace Namespace argparse.Namespace'),
  ...rows(ITEMS, 'replace dataclasses.replace')
]);

/**
 * Methods that give parts of their receiver: those of dictionaries, of arrays of objects, of modules of PyTorch, and of
 * trees of XML and HTML (manuals of ElementTree, lxml and Beautiful Soup).
 */
const METHODS: ReadonlyMap<string, Giving> = new Map([
  ...rows(ITEM, 'get setdefault __getitem__ get_layer pop popleft getroot find select_one'),
  ...rows(
    ITEMS,
    `values parameters children modules buffers ravel flatten _replace popitem
     iter findall iterfind xpath find_all`
  ),
  ...rows(TUPLES, 'items named_parameters named_children named_modules')
]);

/** Whether a function, by its dotted name, gives what it is given, or one of its items, or a copy. */
export const handsBack = (dotted: string): boolean => {
  const giving = FUNCTIONS.get(lastTwo(dotted));
  return giving?.[1] === 0 || COPIES.has(dotted);
};

const COPIES = words('copy.copy copy.deepcopy dataclasses.replace pickle.load pickle.loads joblib.load');

/** Of these, what stands under keywords is contained in what they give. */
const TAKES_KEYWORDS = words('dict replace _replace partial');

const LAST_NAMES = lastNames(FUNCTIONS.keys());
const NONE: Shared[] = [];

/** Methods that put what they are given into their receiver, or its items. */
const STORED = words(
  'append appendleft add insert setdefault put put_nowait push add_module register_module'
);
const STORED_ITEMS = words('extend extendleft update');

/** What the receiver of a method contains then. */
export function storedBy(method: string, { args, keywords }: Call): Shared[] {
  const of = STORED.has(method) ? sharedWith : STORED_ITEMS.has(method) ? itemsOf : null;
  return of ? [...args.flatMap(of), ...keywords.flatMap(({ value }) => sharedWith(value))] : NONE;
}

/** The names that a value has something in common with; none where it is new, or its expression does not tell. */
export function sharedWith(value: Expr): Shared[] {
  switch (value.kind) {
    case 'Name':
      return [{ name: value.id, down: 0, up: 0 }];
    case 'Attribute':
    case 'Subscript':
      return mapped(sharedWith(value.value), shared => within(shared, memberName(value)));
    case 'Tuple':
    case 'List':
    case 'Set':
    case 'Dict':
      return value.elts.flatMap(each =>
        (each.kind === 'Starred' ? itemsOf(each.value) : sharedWith(each)).map(inside)
      );
    case 'IfExp':
      return value.operands.slice(1).flatMap(sharedWith);
    case 'BoolOp':
      return value.operands.flatMap(sharedWith);
    case 'NamedExpr':
      return sharedWith(value.value);
    case 'Comp':
      return comprehended(value);
    case 'Call':
      return given(value);
    default:
      return [];
  }
}

/** What the items of an iterated value have in common with names; of `a + b` they are those of both. */
export function itemsOf(iterated: Expr): Shared[] {
  return iterated.kind === 'Operation' && iterated.operator === '+'
    ? iterated.operands.flatMap(itemsOf)
    : mapped(sharedWith(iterated), shared => within(shared));
}

/** What a part of a value has in common with names. */
export function within({ name, down, up, member }: Shared, part?: string): Shared {
  const by = down === 0 && up === 0 ? part : member;
  const shared: Shared = down > 0 ? { name, down: down - 1, up } : { name, down, up: up + 1 };
  if (by !== undefined) {
    shared.member = by;
  }
  return shared;
}

/** Of what a loop binds: each target with the items it takes, and what from, as far apart as the iterated value tells. */
export function loopTargets(target: Expr, iterated: Expr): [target: Expr, shared: Shared[], from: Expr][] {
  if ((target.kind === 'Tuple' || target.kind === 'List') && iterated.kind === 'Call') {
    const [first, second] = target.elts;
    const called = lastName(iterated.func);
    const { args, func } = iterated;
    if (called === 'enumerate' && args.length > 0 && target.elts.length === 2) {
      return [[first, [], first], ...loopTargets(second, args[0])];
    }
    if (called === 'items' && func.kind === 'Attribute' && target.elts.length === 2) {
      return [
        [first, [], first],
        [second, itemsOf(func.value), func.value]
      ];
    }
    if (called === 'zip' && args.length === target.elts.length) {
      return target.elts.flatMap((each, index) => loopTargets(each, args[index]));
    }
    if (args.length > 0 && givingOf(iterated) === ITEMS && func.kind === 'Name') {
      return loopTargets(target, args[called === 'filter' ? args.length - 1 : 0]);
    }
  }
  return [[target, itemsOf(iterated), iterated]];
}

/** The elements of a comprehension, where they are what it iterates over, or parts of that. */
function comprehended({ elts, generators }: Comp): Shared[] {
  return elts.flatMap(sharedWith).flatMap(element => {
    const source = generators.find(({ target }) => targetNames(target).includes(element.name));
    if (!source) {
      return inside(element);
    }
    const items = itemsOf(source.iter).map(item => inward(item, source.target.kind === 'Name' ? 0 : 1));
    return items.map(item => {
      const part = inward(item, element.up);
      return { ...part, down: part.down + element.down + 1 };
    });
  });
}

function given(call: Call): Shared[] {
  const giving = givingOf(call);
  if (!giving) {
    return [];
  }
  const [reach, put] = giving;
  const { func, args } = call;
  const last = lastName(func);
  const from =
    func.kind === 'Attribute' && METHODS.get(func.attr) === giving
      ? [func.value]
      : last === 'filter' || last === 'getattr'
        ? args.slice(last === 'filter' ? 1 : 0).slice(0, 1)
        : args;
  const named = giving === HOLDER || TAKES_KEYWORDS.has(last ?? '') ? call.keywords : [];
  return from
    .flatMap(each => (each.kind === 'Starred' ? itemsOf(each.value) : sharedWith(each)))
    .map(shared => inward(shared, reach))
    .map(shared => ({ ...shared, down: shared.down + put }))
    .concat(named.flatMap(({ value }) => sharedWith(value).map(inside)));
}

function givingOf({ func }: Call): Giving | undefined {
  const dotted = LAST_NAMES.has(lastName(func) ?? '') ? dottedName(func) : null;
  return (
    (dotted === null ? undefined : FUNCTIONS.get(lastTwo(dotted))) ??
    (func.kind === 'Attribute' ? METHODS.get(func.attr) : undefined)
  );
}

const inside = (shared: Shared): Shared => ({ ...shared, down: shared.down + 1 });

/** What a part of a value, some levels inside it, has in common with names. */
export function inward(shared: Shared, levels: number): Shared {
  let at = shared;
  for (let level = 0; level < levels; level++) {
    at = within(at);
  }
  return at;
}

function rows(giving: Giving, names: string): [string, Giving][] {
  return [...words(names)].map(name => [name, giving]);
}
