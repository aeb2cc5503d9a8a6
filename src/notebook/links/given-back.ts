import type { GivenBack, NameUse, ObjectShare } from '../facts';
import { inward, type Shared } from '../effects/sharing';
import { isFor } from './called';
import { allShares } from '../scopes/uses';
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
  const sharedFor = ({ parameter, name: own, down, up }: GivenBack): Shared[] =>
    parameter
      ? uses
          .filter(({ passedTo }) => isFor(passedTo, called, { facts, shift: 0 }, own))
          .map(({ name, passedTo, part, member }) => {
            const given = inward({ name, down: passedTo?.inside ? 1 : 0, up: part ? 1 : 0, member }, up);
            return { ...given, down: given.down + down };
          })
      : [{ name: own, down, up }];
  return facts.gives.flatMap(given => {
    const { item, yielded } = given;
    if (yielded) {
      return [];
    }
    if (item !== undefined && unpacked && item !== unpacked.item) {
      return [];
    }
    const boxed = item !== undefined && !unpacked ? 1 : 0;
    return allShares(
      [],
      sharedFor(given).flatMap(shared => {
        const whole = { ...shared, down: shared.down + boxed };
        const { name: other, down, up, member } = unpacked && item === undefined ? inward(whole, 1) : whole;
        const by = up > 0 && member !== undefined && { member };
        const part = up > 0 && { part: true as const };
        return other === name
          ? []
          : down > 0
            ? { name: other, how: 'contains', ...part, ...by }
            : { name: other, how: up > 0 ? 'part' : given.parameter ? 'same' : 'twin', ...by };
      })
    );
  });
}
