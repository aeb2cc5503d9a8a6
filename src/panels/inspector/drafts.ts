import type { Translation } from '../../actions';
import { isParameterType, type PortType } from '../../pipeline';

/** What became of a typed text: a value (`undefined` removes the setting) or why it is none. */
export type Parsed<T> = { ok: true; value: T | undefined } | { ok: false; message: string };

/** From a setting to the text in its field, and back. */
export interface Codec<T> {
  format(value: T | undefined): string;
  parse(text: string, trans: Translation): Parsed<T>;
}

const fine = <T>(value: T | undefined): Parsed<T> => ({ ok: true, value });
const refused = (message: string): Parsed<never> => ({ ok: false, message });

/** Text with the blanks around it taken off; an empty one removes the setting. */
export const textCodec: Codec<string> = {
  format: value => value ?? '',
  parse: text => fine(text.trim() === '' ? undefined : text.trim())
};

/** Text kept as typed; an empty one removes the setting. */
export const verbatimCodec: Codec<string> = {
  format: value => value ?? '',
  parse: text => fine(text === '' ? undefined : text)
};

/** Text that may be empty but not absent. */
export const requiredTextCodec: Codec<string> = {
  format: value => value ?? '',
  parse: text => fine(text.trim())
};

/** A finite number of at least `min` and at most `max`; with `whole`, without a fraction. */
export function numberCodec(options: { whole?: boolean; min?: number; max?: number } = {}): Codec<number> {
  return {
    format: value => (value === undefined ? '' : String(value)),
    parse: (text, trans) => {
      const typed = text.trim();
      if (typed === '') {
        return fine<number>(undefined);
      }
      const value = Number(typed);
      if (!Number.isFinite(value)) {
        return refused(trans.__('“%1” is not a number.', typed));
      }
      if (options.whole && !Number.isInteger(value)) {
        return refused(trans.__('%1 is not a whole number.', typed));
      }
      if (options.min !== undefined && value < options.min) {
        return refused(trans.__('%1 is less than %2, the least allowed.', typed, options.min));
      }
      if (options.max !== undefined && value > options.max) {
        return refused(trans.__('%1 is more than %2, the most allowed.', typed, options.max));
      }
      return fine(value);
    }
  };
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** JSON, or plain text where it is not JSON: `3` is a number, `three` a text, `"3"` a text. */
export const looseCodec: Codec<unknown> = {
  format: value =>
    value === undefined
      ? ''
      : typeof value === 'string' && parseJson(value) === null
        ? value
        : JSON.stringify(value),
  parse: text => {
    const json = parseJson(text);
    return fine(text.trim() === '' ? undefined : json ? json.value : text);
  }
};

/** A whole number, or a text in which a placeholder stands for one. */
export const amountCodec: Codec<number | string> = {
  format: value => (value === undefined ? '' : String(value)),
  parse: (text, trans) =>
    text.includes('{{$') ? fine(text.trim()) : numberCodec({ whole: true, min: 0 }).parse(text, trans)
};

/** An object as JSON, on as many lines as it needs. */
export const jsonCodec: Codec<unknown> = {
  format: value => (value === undefined ? '' : JSON.stringify(value, null, 2)),
  parse: (text, trans) => json('object').parse(text, trans)
};

const numbers: Codec<number> = numberCodec();
const integers: Codec<number> = numberCodec({ whole: true });

const json = (type: 'list' | 'object'): Codec<unknown> => ({
  format: value => (value === undefined ? '' : JSON.stringify(value)),
  parse: (text, trans) => {
    if (text.trim() === '') {
      return fine(undefined);
    }
    const value = parseJson(text)?.value;
    if (type === 'list') {
      return Array.isArray(value) ? fine(value) : refused(trans.__('Write a list as JSON, such as [1, 2].'));
    }
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? fine(value)
      : refused(trans.__('Write an object as JSON, such as {"a": 1}.'));
  }
});

const booleans: Codec<boolean> = {
  format: value => (value === undefined ? '' : String(value)),
  parse: (text, trans) => {
    const typed = text.trim().toLowerCase();
    if (typed === '') {
      return fine<boolean>(undefined);
    }
    return typed === 'true' || typed === 'false'
      ? fine(typed === 'true')
      : refused(trans.__('Write true or false.'));
  }
};

const BY_TYPE: Record<string, Codec<unknown>> = {
  string: verbatimCodec as Codec<unknown>,
  integer: integers as Codec<unknown>,
  number: numbers as Codec<unknown>,
  boolean: booleans as Codec<unknown>,
  list: json('list'),
  object: json('object')
};

/** How a constant of a port type is typed in; a value of another type than declared is shown as JSON. */
export function valueCodec(type: PortType): Codec<unknown> {
  const codec = isParameterType(type) ? BY_TYPE[type] : looseCodec;
  return {
    format: value => (fits(value, type) ? codec.format(value) : looseCodec.format(value)),
    parse: codec.parse
  };
}

function fits(value: unknown, type: PortType): boolean {
  return type !== 'string' || typeof value === 'string';
}
