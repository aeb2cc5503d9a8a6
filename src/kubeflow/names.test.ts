import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepNames } from './lower/step-names';
import { kubernetesName } from './names';
import { buildFlow } from './testing/build-flow';
import { FIXTURES } from './testing/fixtures';

const tasks = (titles: readonly string[], name = 'p') =>
  [
    ...stepNames(
      buildFlow(
        Object.fromEntries(
          titles.map((title, i) => [`n${1000 + i}`, { kind: 'container', image: 'x', title }])
        ),
        { name }
      )
    ).values()
  ].map(({ task }) => task);

describe('names', () => {
  it.each([
    ['Load & Clean_2', 'load-clean-2'],
    ['--a--', 'a'],
    ['Größe', 'gr-e'],
    ['学習', ''],
    [`${'x'.repeat(62)} y`, 'x'.repeat(62)],
    [` ${'x'.repeat(80)}`, 'x'.repeat(63)]
  ])('makes %s a Kubernetes name', (title, name) => {
    expect(kubernetesName(title)).toBe(name);
  });

  it('keeps clear of the pipeline, of each other, of drivers and of the backend', () => {
    expect([...stepNames(FIXTURES.names()).values()].map(({ task }) => task)).toEqual([
      'train',
      'train-2',
      'train-3',
      'train-driver-2',
      'task-root',
      'task-system-dag',
      'n6',
      'n7',
      'names-2',
      'x'.repeat(63)
    ]);
  });

  it('are unique, valid and no driver of one another, whatever the titles', () => {
    const title = fc.oneof(
      fc.constantFrom(
        'a',
        'A',
        'a-driver',
        'a-2',
        'a-2-driver',
        'a-driver-driver',
        'root',
        'p',
        'x'.repeat(63)
      ),
      fc.string()
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 15 }), titles => {
        const names = tasks(titles);
        expect(new Set(names).size).toBe(titles.length);
        for (const name of names) {
          expect(name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
          expect(name).not.toMatch(/^(p|root|system-.*)$/);
          expect(names).not.toContain(`${name}-driver`);
        }
      }),
      { seed: 3 }
    );
  });
});
