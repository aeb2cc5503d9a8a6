import { nullTranslator } from '@jupyterlab/translation';
import { expect, it } from 'vitest';
import { readKale, readNotebook } from '../../notebook';
import { kaleText } from '../../notebook/testing/kale';
import { loadAnalyzer } from '../../notebook/testing/load';
import { kaleDrawing } from './kale-drawing';

const trans = nullTranslator.load('jupyterlab_weft');

it('gives the steps of the tags their places, and names what is lost', async () => {
  const analyzer = await loadAnalyzer();
  const text = kaleText([
    ['n = 50\nm = len("ab")', ['pipeline-parameters']],
    ['x = list(range(n))', ['block:load']],
    ['y = sum(x)', ['block:clean', 'prev:load']]
  ]);
  const analyzed = analyzer.notebook(readNotebook(text, 'a.ipynb'));
  const kale = readKale(text, 'a.ipynb')!;
  const { pipeline, told } = kaleDrawing(kale, analyzed, 'work/a.ipynb', 'a.weft', trans);
  expect(Object.values(pipeline.nodes)).toMatchObject([
    {
      title: 'load',
      notebook: 'work/a.ipynb',
      cells: [{ id: 'c1' }],
      inputs: { n: { from: { parameter: 'n' } } }
    },
    { title: 'clean', notebook: 'work/a.ipynb' }
  ]);
  expect(Object.keys(pipeline.layout).sort()).toEqual(Object.keys(pipeline.nodes).sort());
  expect(told).toMatch(/^Drawn by Kale's tags: 2 steps\. Cell 1: "m" is set to no plain value/);
});
