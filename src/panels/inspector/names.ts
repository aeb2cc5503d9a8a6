import type { Codec } from './drafts';

/** What may be typed as the name of a port or parameter. */
export interface NameRule {
  pattern: RegExp;
  /** Names that others have already. */
  taken: readonly string[];
}

/** Ports: names of variables, with dashes for those of containers. */
export const PORT_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** Variables of Python, as far as ASCII goes. */
export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Parameters of a pipeline, as the schema of the file has them. */
export const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Environment variables: anything a shell could set, and what Kubernetes takes beyond. */
export const ENV_NAME = /^[-._A-Za-z][-._A-Za-z0-9]*$/;
/** Keys of metadata. */
export const ANY_NAME = /\S/;

/** A name of its own: never empty, of the right characters, not taken. */
export function nameCodec({ pattern, taken }: NameRule): Codec<string> {
  return {
    format: value => value ?? '',
    parse: (text, trans) => {
      const name = text.trim();
      if (name === '') {
        return { ok: false, message: trans.__('Write a name.') };
      }
      if (!pattern.test(name)) {
        return { ok: false, message: trans.__('“%1” has characters that a name here cannot have.', name) };
      }
      return taken.includes(name)
        ? { ok: false, message: trans.__('The name “%1” is taken.', name) }
        : { ok: true, value: name };
    }
  };
}
