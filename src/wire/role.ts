import { type Static, Type } from 'typebox';

/** What a user may do with one pipeline, from the least to the most. */
export const ROLES = ['viewer', 'commenter', 'editor', 'owner'] as const;
export const Role = Type.Enum(ROLES);
export type Role = Static<typeof Role>;

const atLeast = (least: Role) => (role: Role) => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** A viewer sees the drawing, who is here, and the comments. */
export const mayComment = atLeast('commenter');
export const mayEdit = atLeast('editor');
/** An owner says who may do what, and reads who did what. */
export const mayShare = atLeast('owner');

/** The role with the fewer rights. */
export const lesser = (one: Role, other: Role): Role => (atLeast(one)(other) ? one : other);
