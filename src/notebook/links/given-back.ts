import type { GivenBack, NameUse, ObjectShare } from '../facts';
import { inward } from '../effects/sharing';
import { givenIn } from './called';
import { type Definitions, isOfNotebook } from './methods';
import type { LookUp } from './version';

/** What a name is bound to has in common with others where a function or method of the notebook gives it. */
export function givenBack(
  { name, made, unpacked }: NameUse,
  uses: readonly NameUse[],
  atEntry: LookUp,
  { methods, lookUp }: Definitions
): ObjectShare[] {
  const callee = unpacked?.made ?? made;
  const [root, ...rest] = callee?.split('.') ?? [];
  const owner = root ? lookUp(root) : null;
  if (!owner || owner.kind === 'import') {
    return [];
  }
  const called = rest.length === 0 ? root : `.${rest[rest.length - 1]}`;
  const receiver = rest.length === 0 ? null : (atEntry(root) ?? owner);
  const method = receiver && isOfNotebook(receiver, lookUp) !== false ? methods.called(called) : null;
  const facts = receiver ? method : owner.functions;
  if (!facts?.gives || ('kind' in facts && facts.kind === 'class')) {
    return [];
  }
  const givenFor = givenIn(uses, called, { facts, shift: 0 });
  const namesOf = ({ parameter, name: own }: GivenBack): readonly string[] =>
    parameter ? givenFor(own) : [own];
  return facts.gives.flatMap(given => {
    const { item, ...whole } = given;
    if (item !== undefined && unpacked && item !== unpacked.item) {
      return [];
    }
    const boxed = item !== undefined && !unpacked ? { ...whole, down: whole.down + 1 } : whole;
    const { down, up } = unpacked && item === undefined ? inward(boxed, 1) : boxed;
    const part = up > 0 && { part: true as const };
    return [...new Set(namesOf(given))]
      .filter(other => other !== name)
      .map((other): ObjectShare =>
        down > 0
          ? { name: other, how: 'contains', ...part }
          : { name: other, how: up > 0 ? 'part' : given.parameter ? 'same' : 'twin' }
      );
  });
}
