import type { Option } from './commands';
import { UsageError } from './usage-error';

/** What a command line says: whether an option was given, and its value or default. */
interface Said {
  isGiven: (name: string) => boolean;
  one: (name: string) => string | undefined;
}

/** Refuses options that do nothing beside the others: whoever gave them believes that they do. @throws UsageError */
export function refuseUnused(options: readonly Option[], { isGiven, one }: Said): void {
  for (const { name, only, beside } of options.filter(option => isGiven(option.name))) {
    const value = only && one(only.option);
    if (only && !only.values.includes(value ?? '')) {
      const without = value === undefined ? `without --${only.option}` : `with --${only.option} ${value}`;
      throw new UsageError(`--${name} does nothing ${without}: it is for ${valuesOf(only)}.`);
    }
    if (beside && !beside.some(isGiven)) {
      throw new UsageError(`--${name} does nothing without ${listed(beside.map(other => `--${other}`))}.`);
    }
  }
}

/** The values of another option that an option is for: `--auth token or proxy`. */
export const valuesOf = ({ option, values }: NonNullable<Option['only']>): string =>
  `--${option} ${listed(values)}`;

const listed = (words: readonly string[]) =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' or ');
