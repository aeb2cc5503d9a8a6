import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashSource } from './hash';
import { locateJsonFault } from './json-fault';
import { NotebookFileError, readNotebook } from './read';
import { RUNS } from './testing/runs';

function fault(text: string): NotebookFileError {
  try {
    readNotebook(text, 'a.ipynb');
  } catch (error) {
    if (error instanceof NotebookFileError) {
      return error;
    }
    throw error;
  }
  throw new Error('it was read');
}

const cell = (more: object): object => ({
  cell_type: 'code',
  source: '',
  metadata: {},
  outputs: [],
  ...more
});
const file = (cells: object[], more: object = {}): string => JSON.stringify({ nbformat: 4, cells, ...more });

describe('readNotebook', () => {
  it('takes source as text or as lines, tags, and the language', () => {
    const text = file(
      [
        cell({ id: 'a', source: ['x = 1\n', 'y'], metadata: { tags: ['t'] } }),
        { cell_type: 'markdown', id: 'b', source: '# T' }
      ],
      { metadata: { language_info: { name: 'Python' } } }
    );
    expect(readNotebook(text, 'n.ipynb')).toEqual({
      path: 'n.ipynb',
      language: 'python',
      cells: [
        { id: 'a', index: 0, type: 'code', source: 'x = 1\ny', tags: ['t'] },
        { id: 'b', index: 1, type: 'markdown', source: '# T', tags: [] }
      ]
    });
  });

  it('gives every cell an id of its own', () => {
    const ids = (cells: object[]): string[] => readNotebook(file(cells), 'a').cells.map(({ id }) => id);
    expect(ids([cell({}), cell({})])).toEqual(['cell-0', 'cell-1']);
    expect(ids([cell({ id: 'a' }), cell({ id: 'a' }), cell({ id: 'a-2' })])).toEqual(['a', 'a-2', 'a-2-2']);
  });

  it.each([
    ['{\n  "cells": [,]\n}', 2, 13],
    ['{"cells": []', 1, 13],
    ['', 1, 1],
    ['{"a": 1} x', 1, 10],
    ['{"a" 1}', 1, 6],
    ["{'a': 1}", 1, 2],
    ['[1, 2\n3]', 2, 1],
    ['{"a": tru}', 1, 7],
    ['{"a": [1}', 1, 9],
    ['{"a": "x\n"}', 1, 7]
  ])('%j is no JSON at line %i, column %i', (text, line, column) => {
    const error = fault(text);
    expect(error).toMatchObject({ path: 'a.ipynb', line, column });
    expect(error.message).toMatch(/^a\.ipynb is not valid JSON at line \d+, column \d+: .+\.$/);
  });

  it.each([
    ['[]', 'a.ipynb is not a notebook: it has no list of cells.'],
    [
      '{"worksheets": []}',
      'a.ipynb is a notebook of nbformat 3: convert it with "jupyter nbconvert --to notebook".'
    ],
    ['{"nbformat": 5, "cells": []}', 'a.ipynb is a notebook of nbformat 5, and 4 is read.'],
    ['{"cells": [1]}', 'a.ipynb: cell 1 is no code, markdown or raw cell.'],
    ['{"cells": [{"cell_type": "code", "source": [1]}]}', 'a.ipynb: the source of cell 1 is not text.']
  ])('%s is no notebook', (text, message) => {
    expect(fault(text)).toMatchObject({ message, line: 1, column: 1 });
  });

  it('reads or refuses any text, with a place inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map(text => text.slice(0, -1))
        ),
        text => {
          try {
            readNotebook(text, 'a');
          } catch (error) {
            expect(error).toBeInstanceOf(NotebookFileError);
          }
        }
      ),
      RUNS
    );
  });

  it('finds a place in every text that is no JSON, where a valid beginning ends', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const broken = `${text.slice(0, cut % text.length)}\u0001`;
        const { line, column } = locateJsonFault(broken);
        expect(line).toBe(1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(broken.length + 1);
      }),
      RUNS
    );
  });
});

describe('hashSource', () => {
  it('is the beginning of the SHA-256 of the text', () => {
    expect(hashSource('abc')).toBe('ba7816bf8f01cfea');
  });

  it('does not see line ends and blanks at the end', () => {
    expect(hashSource('a\r\nb \n\n')).toBe(hashSource('a\nb'));
    expect(hashSource('a \nb')).not.toBe(hashSource('a\nb'));
  });
});
