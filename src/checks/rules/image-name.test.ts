import { expect, it } from 'vitest';
import { cells, container, findings, flowOf, found } from '../testing/flow';
import { imageName } from './image-name';

const digest = `sha256:${'a1'.repeat(32)}`;

it.each([
  'python',
  'python:3.11',
  'ghcr.io/acme/score:1.4',
  'localhost:5000/a/b',
  '[2001:db8::1]:5000/a',
  'acme/a__b-c.d',
  `acme/score@${digest}`,
  `acme/score:1@${digest}`
])('takes %s', image => {
  expect(found(imageName, flowOf({ a: container({ image }), b: cells({ image }) }))).toEqual([]);
});

it.each([
  'Python',
  'ghcr.io/Acme/score',
  'a b',
  'acme/score:',
  'acme/score:-1',
  `a:${'x'.repeat(129)}`,
  '/score',
  'score/',
  'a..b',
  'https://ghcr.io/acme/score',
  'a@sha256:12',
  'a1'.repeat(32),
  'a/'.repeat(128)
])('refuses %s', image => {
  expect(found(imageName, flowOf({ a: container({ image }) }))).toEqual(['error a image']);
});

it.each([
  [' python:3.11', 'Write python:3.11.'],
  ['https://ghcr.io/acme/score', 'Write ghcr.io/acme/score.'],
  ['localhost:5000/Acme:Dev', 'Write localhost:5000/acme:Dev.'],
  ['a b', 'Write a name such as ghcr.io/acme/score:1.4.']
])('offers a better name than “%s”', (image, fix) => {
  expect(findings(imageName, flowOf({ a: container({ image }) }))[0].fix).toBe(fix);
});
