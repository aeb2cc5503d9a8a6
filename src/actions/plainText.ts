import type { Translate } from './action';

/** Fills in `%1` and on without translating: for tests and for shells without a translator. */
export const plainText: Translate = (text, ...values) =>
  text.replace(/%(\d+)/g, (whole, place: string) => String(values[Number(place) - 1] ?? whole));
