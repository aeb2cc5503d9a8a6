import type { Translation } from './action';

/** Fills in `%1` and on without translating: for tests and for shells without a translator. */
export const plainText: Translation = {
  __: (text, ...values) =>
    text.replace(/%(\d+)/g, (whole, place: string) => String(values[Number(place) - 1] ?? whole))
};
