import type { Version } from './version';

/**
 * What is so of a version by those that it rests on. Each is looked at once, as an object may be changed many
 * thousands of times in one cell.
 * @param known what was found before; what is found is added
 * @param look the answer, or the version before that has it
 */
export function lookBack<Answer>(
  version: Version,
  known: WeakMap<Version, { answer: Answer }>,
  look: (version: Version) => { answer: Answer } | Version
): Answer {
  const passed: Version[] = [];
  for (let at = version; ;) {
    const found = known.get(at) ?? look(at);
    passed.push(at);
    if ('answer' in found) {
      passed.forEach(each => known.set(each, found));
      return found.answer;
    }
    at = found;
  }
}
