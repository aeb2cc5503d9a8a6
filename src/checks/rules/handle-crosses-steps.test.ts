import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { findings, found } from '../testing/flow';
import { handleCrossesSteps } from './handle-crosses-steps';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it.each([
  ['f = open("a")', 'an open file'],
  ['import threading as t\nf = t.Lock()', 'bound to its process'],
  ['from sqlite3 import connect\nf = connect("a.db")', 'an open connection'],
  ['import requests\nf = requests.Session()', 'a session or client'],
  ['f = (x for x in [1])', 'a generator'],
  ['f = zip([1], [2])', 'an iterator'],
  ['import re\nf = re.finditer("a", "b")', 'an iterator'],
  ['from pyspark.sql import SparkSession\nf = SparkSession.builder.appName("a").getOrCreate()', 'a session'],
  ['from sqlalchemy import create_engine\nf = create_engine("u").connect()', 'an open connection']
])('refuses what cannot be stored: %s', (source, words) => {
  const flow = flowOf(analyzer, [source, 'print(f)'], { a: [0], b: [1] });
  expect(found(handleCrossesSteps, flow)).toEqual(['error b inputs.f']);
  expect(findings(handleCrossesSteps, flow)[0].message).toContain(words);
});

it('knows what imports of other cells are called', () => {
  const flow = flowOf(analyzer, ['import socket as s', 'f = s.socket()', 'f.send(1)'], { a: [1], b: [2] });
  expect(found(handleCrossesSteps, flow)).toEqual(['error b inputs.f']);
});

it.each([
  ['stored values', ['import pandas as pd\nf = pd.read_csv("a")', 'print(f)'], { a: [0], b: [1] }],
  ['handles used where they are made', ['f = open("a")\nx = f.read()', 'print(x)'], { a: [0], b: [1] }],
  ['a name bound anew', ['f = open("a")\nf = f.read()', 'print(f)'], { a: [0], b: [1] }],
  [
    'a function of the notebook called like one of Python',
    ['def open(x): return 1', 'f = open("a")', 'print(f)'],
    { a: [1], b: [2] }
  ],
  ['lists made of iterators', ['f = list(zip([1], [2]))', 'print(f)'], { a: [0], b: [1] }]
])('is content with %s', (_, sources, drawing) => {
  expect(found(handleCrossesSteps, flowOf(analyzer, sources, drawing))).toEqual([]);
});
