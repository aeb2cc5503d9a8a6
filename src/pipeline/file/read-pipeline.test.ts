import { expect, test } from 'vitest';
import { PipelineFileError } from './file-error';
import { readPipeline } from './read-pipeline';
import { writePipeline } from './write-pipeline';

const TEXT = `{
  "id": "3kTq9ZB0pWc2Rr7LxY1uVd",
  "layout": {
    "score": [420, 80],
    "train": [120, 80]
  },
  "name": "churn-training",
  "nodes": {
    "score": {
      "after": [],
      "args": [
        "--model",
        { "input": "model" }
      ],
      "command": ["score"],
      "image": "ghcr.io/acme/score:1.4",
      "inputs": {
        "model": {
          "from": { "node": "train", "output": "model" },
          "type": "Model"
        }
      },
      "kind": "container"
    },
    "train": {
      "cells": [
        { "hash": "1f", "id": "9f3a" }
      ],
      "kind": "cells",
      "notebook": "churn.ipynb",
      "resources": {
        "accelerators": 1,
        "cpu": "8"
      }
    }
  },
  "parameters": {
    "epochs": {
      "default": 5,
      "type": "integer"
    }
  },
  "weft": 1
}
`;

function faultOf(text: string): PipelineFileError {
  try {
    readPipeline(text, 'a.weft');
  } catch (error) {
    expect(error).toBeInstanceOf(PipelineFileError);
    return error as PipelineFileError;
  }
  throw new Error('the text was read');
}

test('reads and writes the canonical text byte for byte', () => {
  expect(writePipeline(readPipeline(TEXT))).toBe(TEXT);
  expect(writePipeline(readPipeline('\uFEFF' + TEXT.replaceAll('\n', '\r\n')))).toBe(TEXT);
});

test('keeps what it does not know, at every level', () => {
  const file = {
    weft: 1,
    id: 'a',
    name: 'a',
    extra: { deep: [1, { x: null }] },
    nodes: {
      a: { kind: 'sweep', items: { from: 'x' }, inputs: 5, after: { odd: true } },
      b: { kind: 'note', text: '', colour: 'red' },
      c: { kind: 'cells', notebook: 'n', cells: [{ id: 'x', hash: 'y', z: 1 }], resources: { tpu: 4 } },
      constructor: { kind: 'toString' }
    },
    parameters: { p: { type: 'string', enum: ['a'] } }
  };
  expect(JSON.parse(writePipeline(readPipeline(JSON.stringify(file))))).toEqual(file);
});

test('an empty file is a new pipeline, named after the file', () => {
  const { id, ...rest } = readPipeline(' \n', 'work/Churn Model.weft');
  expect(rest).toEqual({ weft: 1, name: 'churn-model', parameters: {}, nodes: {}, layout: {} });
  expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
});

test.each([
  ['{', 1, 2, 'the file ends before its last "}"'],
  [
    '{\n  "weft": 1,\n}',
    3,
    1,
    'a key in double quotes is expected here; look for a comma too many before it'
  ],
  ['{"weft": 1 "id": "a"}', 1, 12, 'a "," is expected before this'],
  ['{"weft": 1, // why\n"id": "a"}', 1, 13, 'comments are not allowed in a pipeline file'],
  ['{"weft": nope}', 1, 10, '"nope" is not JSON'],
  ['{"weft": 1}\nx', 2, 1, '"x" is not JSON'],
  ['{\n<<<<<<< ours\n"a": 1}', 2, 1, 'this is the mark of a Git merge conflict; resolve the conflict first'],
  [
    '{"weft": 1,\n "id": "a",\n "id": "b"}',
    3,
    2,
    'the key "id" is given twice in one object; keep one of them'
  ],
  [
    '{"weft": 1, "big": 9007199254740993}',
    1,
    20,
    'the number 9007199254740993 is too large to be kept exactly'
  ],
  ['{"weft": 1, "__proto__": {}}', 1, 13, 'the key "__proto__" is not allowed'],
  ['[]', 1, 1, 'a pipeline file holds one object'],
  ['{"id": "a"}', 1, 1, 'this is no pipeline file: its key "weft" must be the version, a whole number'],
  ['{"weft": "1"}', 1, 10, 'this is no pipeline file: its key "weft" must be the version, a whole number'],
  [
    '{\n  "weft": 2\n}',
    2,
    11,
    'made by a newer Weft: its version is 2, this one reads up to 1; open it as text or update'
  ],
  ['{"weft": 1, "id": "a", "name": "a"}', 1, 1, 'the pipeline lacks "nodes"']
])('%j fails at %i:%i', (text, line, column, reason) => {
  const fault = faultOf(text);
  expect([fault.line, fault.column, fault.reason]).toEqual([line, column, reason]);
  expect(fault.message).toBe(`a.weft:${line}:${column}: ${reason}`);
});

test.each([
  ['"cells": [', '"cells": "x", "old": [', '/nodes/train/cells', 'nodes.train.cells must be a list'],
  ['"type": "Model"', '"type": 5', '/nodes/score/inputs/model/type', 'must be a text in double quotes'],
  [', "output": "model"', '', '/nodes/score/inputs/model/from', 'has none of the forms allowed here'],
  [
    '{ "input": "model" }',
    '7',
    '/nodes/score/args/1',
    'nodes.score.args.1 has none of the forms allowed here'
  ],
  ['[420, 80]', '[420]', '/layout/score', 'layout.score'],
  ['"type": "integer"', '"type": "int!"', '/parameters/epochs/type', 'must have the form'],
  [
    '"accelerators": 1',
    '"accelerators": 1.5',
    '/nodes/train/resources/accelerators',
    'must be a whole number or a text'
  ]
])('%s -> %s fails at the value', (from, to, field, reason) => {
  const text = TEXT.replace(from, to);
  expect(text).not.toBe(TEXT);
  const fault = faultOf(text);
  expect(fault.field).toBe(field);
  expect(fault.reason).toContain(reason);
  const line = text.split('\n')[fault.line - 1];
  const value = to.includes(':') ? to.slice(to.indexOf(': ') + 2).split(',')[0] : to;
  expect(line.slice(fault.column - 1)).toMatch(
    value ? new RegExp('^' + value.replace(/[[\]]/g, '\\$&')) : /^\{/
  );
});

test('a count that the int32 fields of a spec cannot hold is refused', () => {
  const most = (max: number) => TEXT.replace('"accelerators": 1', `$& }, "retry": { "max": ${max}`);
  expect(faultOf(most(2 ** 31)).reason).toBe('nodes.train.retry.max must be at most 2147483647');
  expect(() => readPipeline(most(2 ** 31 - 1), 'a.weft')).not.toThrow();
});

test('a key with a line break is looked at like any other', () => {
  expect(faultOf(TEXT.replace('"train": {', '"a\\nb": null, "train": {')).reason).toContain(
    'must be an object'
  );
});

test('text nested too deep is refused, not overrun', () => {
  expect(faultOf('['.repeat(100_000)).reason).toContain('nested more than 100 deep');
});
