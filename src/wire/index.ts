export * from './comment-request';
export * from './hello';
export * from './http';
export { initials } from './initials';
export * from './notice';
export * from './presence';
export * from './protocol';
export * from './role';
export * from './user';
