import type { GivenBack } from '../facts';
import { PURE } from '../effects/table';
import { type Shared, sharedWith } from '../effects/sharing';
import { isGiven } from '../names';
import type { Expr } from '../python/ast';
import { viewedName } from '../values/views';
import type { Flow } from './flow';

/**
 * Notes of the function whose body is being read what it gives: names of the notebook, parameters, what they share.
 * @param yielded by a generator, which is what the function gives
 */
export function giveBack(flow: Flow, value: Expr, yielded = false): void {
  const { closure } = flow.scope;
  if (!closure) {
    return;
  }
  const apart = !yielded && value.kind === 'Tuple' && value.elts.every(({ kind }) => kind !== 'Starred');
  (apart ? value.elts : [value]).forEach((part, item) => {
    for (const { name, down, up } of sharedBy(flow, part)) {
      const owner = flow.scope.resolve(name);
      const isParameter = owner !== null && owner.closure === closure && flow.isStill(name);
      if (isParameter ? closure.parameters.includes(name) : !owner && !isGiven(name)) {
        const found = {
          name,
          ...(isParameter && { parameter: true as const }),
          down,
          up,
          ...(yielded && { yielded: true as const }),
          ...(apart && { item })
        };
        closure.gives = [...(closure.gives ?? []).filter(known => !isSame(known, found)), found];
      }
    }
  });
}

/** With what names a value was bound to, and with what it was put into. */
const sharedBy = (flow: Flow, value: Expr): Shared[] =>
  [...givenBy(flow, value)]
    .flatMap(each => flow.aliases.origins(each))
    .flatMap(each => [each, ...flow.aliases.holding(each)]);

/** What a value shares with names; a function of the function around has all that this one has by names of its own. */
function* givenBy(flow: Flow, value: Expr): Generator<Shared> {
  let makes = value.kind === 'Lambda';
  for (const shared of sharedWith(value)) {
    makes ||= flow.scope.resolve(shared.name)?.functions.has(shared.name) === true;
    yield shared;
  }
  if (makes && flow.scope.closure) {
    flow.scope.closure.givesFunction = true;
    for (const name of flow.aliases.names()) {
      yield { name, down: 1, up: 0 };
    }
  }
}

const isSame = (one: GivenBack, other: GivenBack): boolean =>
  one.name === other.name && one.down === other.down && one.up === other.up && one.item === other.item;

/** `d.copy()`, `[]`: a new object, whatever else is in the expression. */
export function isNew(value: Expr): boolean {
  switch (value.kind) {
    case 'Call':
      return (
        value.func.kind === 'Attribute' &&
        PURE.has(value.func.attr) &&
        sharedWith(value).length === 0 &&
        viewedName(value) === null
      );
    case 'Constant':
    case 'JoinedStr':
      return true;
    default:
      return false;
  }
}
