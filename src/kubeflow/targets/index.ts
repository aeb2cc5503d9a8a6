export { fateOf, ROWS, type Unhonoured, unhonoured } from './find';
export type { Fate, Row } from './row';
export { type Feature, release, unsupported } from './unsupported';
