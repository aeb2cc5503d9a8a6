import { beforeAll, expect, it } from 'vitest';
import { type CellAnalyzer, requirementsOf } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { lackingIn, suggestImage } from './step-image';
import { flowOf, nodeOf } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const required = (...modules: string[]) =>
  requirementsOf(modules.map(module => ({ module, names: [module], line: 1 })));

it.each([
  [[], false, 'python:3.11-slim'],
  [['IPython', 'yaml'], false, 'quay.io/jupyter/minimal-notebook:latest'],
  [['sklearn', 'PIL', 'pandas'], true, 'quay.io/jupyter/scipy-notebook:latest'],
  [['tensorflow', 'pandas'], false, 'quay.io/jupyter/tensorflow-notebook:latest'],
  [['keras'], true, 'quay.io/jupyter/tensorflow-notebook:cuda-latest'],
  [['torch', 'torchvision', 'cv2'], true, undefined],
  [['torch', 'torchvision'], true, 'quay.io/jupyter/pytorch-notebook:cuda12-latest'],
  [['torch', 'tensorflow'], false, undefined]
] as const)('%j, with a GPU %s: %s', (modules, gpu, image) => {
  expect(suggestImage(required(...modules), gpu)).toBe(image);
});

it('knows an image by its name, whatever its tag and digest', () => {
  const lacking = (image: string) =>
    lackingIn(image, required('pandas'))?.map(({ distribution }) => distribution);
  expect(lacking('python')).toEqual(['pandas']);
  expect(lacking('docker.io/library/python:3.13')).toEqual(['pandas']);
  expect(lacking(`quay.io/jupyter/scipy-notebook:a@sha256:${'0'.repeat(64)}`)).toEqual([]);
  expect(lacking('localhost:5000/python')).toBeUndefined();
});

it('is chosen by what a step imports, and what is copied in front of it, in the versions of the notebook', () => {
  const cells = [
    '%pip install -q pandas==2.2 left-alone',
    'import pandas as pd\nimport torch',
    'pd.DataFrame()'
  ];
  const { requirements } = nodeOf(flowOf(analyzer, cells, { a: [2] }), 'a');
  expect(requirements).toEqual([{ distribution: 'pandas', requirement: 'pandas==2.2', modules: ['pandas'] }]);
});
