import { expect, test } from 'vitest';
import { Delivery } from './delivery';

const COMMENT = { do: 'resolve', thread: 't1' } as const;

test('an edit is safe when the frame that carried it is acknowledged', () => {
  const delivery = new Delivery(() => undefined);
  delivery.begin();
  delivery.sent('state');
  for (let count = 0; count < 3; count++) {
    delivery.made();
    delivery.sent('other');
    delivery.sent('update');
  }
  expect(delivery.unsent).toBe(3);
  delivery.acknowledged(2);
  expect(delivery.unsent).toBe(2);
  delivery.acknowledged(4);
  expect(delivery.unsent).toBe(0);
});

test('what was made before a connection is safe only with all that the hub lacked', () => {
  const delivery = new Delivery(() => undefined);
  delivery.made(2);
  delivery.begin();
  delivery.made();
  delivery.sent('update');
  delivery.acknowledged(1);
  expect(delivery.unsent).toBe(3);
  delivery.sent('state');
  delivery.acknowledged(2);
  expect(delivery.unsent).toBe(0);
});

test('frames of a connection that was lost count for nothing in the next one', () => {
  const delivery = new Delivery(() => undefined);
  delivery.begin();
  delivery.sent('state');
  delivery.made();
  delivery.sent('update');
  delivery.begin();
  delivery.acknowledged(2);
  expect(delivery.unsent).toBe(1);
});

test('all is stored when the hub has, in this connection, what it lacked and what was made since', () => {
  const told: boolean[] = [];
  const delivery: Delivery = new Delivery(() => told.push(delivery.isStored));
  delivery.begin();
  expect(delivery.isStored).toBe(false); // something may be here that was not counted
  delivery.sent('state');
  expect(delivery.isStored).toBe(false);
  delivery.acknowledged(1);
  delivery.made();
  delivery.sent('update');
  delivery.acknowledged(2);
  expect(told).toEqual([true, false, true]);
  delivery.begin();
  expect(delivery.isStored).toBe(false);
});

test('comments are said again until they are acknowledged', () => {
  let changes = 0;
  const delivery = new Delivery(() => changes++);
  delivery.begin();
  delivery.sent('state');
  delivery.said(COMMENT);
  expect(delivery.unsaid).toEqual([COMMENT]);
  delivery.sent('comment');
  expect([delivery.unsaid, delivery.unsent]).toEqual([[], 1]);
  delivery.begin();
  delivery.sent('state');
  delivery.sent('seed');
  delivery.acknowledged(2);
  expect([delivery.unsaid, delivery.unsent]).toEqual([[COMMENT], 1]);
  delivery.sent('comment');
  delivery.acknowledged(3);
  expect([delivery.unsaid, delivery.unsent, changes]).toEqual([[], 0, 2]);
});
