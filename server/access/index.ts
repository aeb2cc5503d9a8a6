export type { Access } from './access';
export { embeddedAccess, localAccess } from './embedded';
export type { User } from './user';
