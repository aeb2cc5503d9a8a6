export type { Access, Claim, Visitor } from './access';
export { embeddedAccess, localAccess } from './embedded';
export { mayCreate, roleIn } from './role-in';
