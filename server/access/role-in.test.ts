import { expect, it } from 'vitest';
import type { Role } from '../../src/wire';
import { mayCreate, roleIn } from './role-in';

type Given = Role | 'none' | null;

const visitor = (role?: Role | null, room = 'doc1') => ({
  user: { username: 'ada' },
  address: null,
  ...(role !== undefined && { claim: { room, ...(role && { role }), expires: new Date() } })
});
const role = (own: Given, others: Given, defaultRole: Role | 'none', claim?: Role | null) =>
  roleIn({ roleOf: async () => ({ own, others }) }, { defaultRole }, visitor(claim), 'doc1');

it.each<[Given, Given, Role | 'none', Role | null | undefined, Role | 'none']>([
  // what the owner gave, what others have, the default, the token; the role
  [null, null, 'none', undefined, 'none'],
  [null, null, 'editor', undefined, 'editor'],
  [null, 'viewer', 'editor', undefined, 'viewer'],
  [null, 'none', 'editor', undefined, 'none'],
  ['owner', 'none', 'none', undefined, 'owner'],
  ['none', 'editor', 'editor', undefined, 'none'],
  [null, 'viewer', 'none', null, 'viewer'],
  [null, null, 'none', 'editor', 'editor'],
  [null, 'none', 'none', 'editor', 'editor'],
  ['viewer', null, 'editor', 'owner', 'viewer'],
  ['none', null, 'editor', 'owner', 'none'],
  ['owner', null, 'editor', 'viewer', 'viewer'],
  ['owner', null, 'editor', null, 'owner']
])('own %s, others %s, default %s, token %s: %s', async (own, others, byDefault, claim, expected) => {
  expect(await role(own, others, byDefault, claim)).toBe(expected);
});

it('gives nothing in another room than the one of the token', async () => {
  const store = { roleOf: async () => ({ own: 'owner' as const, others: null }) };
  expect(await roleIn(store, { defaultRole: 'owner' }, visitor('owner', 'doc2'), 'doc1')).toBe('none');
});

it('lets a room be made by who may edit it', () => {
  expect(mayCreate(visitor(), 'doc1')).toBe(true);
  expect(mayCreate(visitor(null), 'doc1')).toBe(true);
  expect(mayCreate(visitor('editor'), 'doc1')).toBe(true);
  expect(mayCreate(visitor('commenter'), 'doc1')).toBe(false);
  expect(mayCreate(visitor('owner', 'doc2'), 'doc1')).toBe(false);
});
