import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { loadAnalyzer } from '../testing/load';
import { plansOf } from '../testing/notebook';
import { gpuLevel } from './marks';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const levelOf = (source: string): string => {
  const { gpu, syntaxError } = analyzer.analyze(source);
  expect(syntaxError).toBeNull();
  return gpuLevel(gpu);
};

describe('a cell', () => {
  it.each([
    'model.cuda()',
    'x = x.to("cuda:0")',
    'y = torch.zeros(3, device="cuda")',
    'device = torch.device("cuda")',
    'DEVICE = "cuda"',
    'print(torch.cuda.get_device_name(0))',
    'torch.set_default_tensor_type("torch.cuda.FloatTensor")',
    'with tf.device("/GPU:0"):\n    pass',
    'jax.devices("gpu")',
    'm = xgb.XGBClassifier(tree_method="gpu_hist")',
    'params = {"device": "cuda", "max_depth": 3}',
    'params["tree_method"] = "gpu_hist"',
    'm = lgb.LGBMClassifier(device="gpu")',
    'm = CatBoostClassifier(task_type="GPU")',
    't = pl.Trainer(accelerator="gpu", devices=1)',
    't = pl.Trainer(gpus=2)',
    's = ort.InferenceSession("m.onnx", providers=["CUDAExecutionProvider"])',
    'import spacy\nspacy.require_gpu()',
    '%load_ext cudf.pandas',
    'import faiss\nr = faiss.StandardGpuResources()',
    'import cupy as cp',
    'from numba import cuda',
    'import cudf.core',
    '!nvidia-smi',
    '%%bash\nnvidia-smi -L',
    'dist.init_process_group(backend="nccl")',
    'def f(model):\n    return model.cuda()',
    'from transformers import pipeline\np = pipeline("ner", device=0)',
    'p = pipeline("ner", device=1)'
  ])('needs a GPU: %s', source => {
    expect(levelOf(source)).toBe('needs');
  });

  it.each([
    'device = "cuda" if torch.cuda.is_available() else "cpu"',
    'device = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")',
    'model.to(device)',
    'model.to(dev)',
    'from torch import amp\nwith amp.autocast("cuda"):\n    pass',
    'with torch.autocast("cuda"):\n    pass',
    'with autocast():\n    pass',
    'with torch.autocast(device_type=kind):\n    pass',
    'model.fit(x, y, epochs=3)',
    'model = Net().to(self.device)',
    'if torch.cuda.is_available():\n    model.cuda()\nelse:\n    print(1)',
    'if use_cuda:\n    model = model.cuda()',
    'try:\n    import cupy as np\nexcept ImportError:\n    import numpy as np',
    'torch.cuda.is_available() and model.cuda()',
    'gpus = tf.config.list_physical_devices("GPU")',
    'model.fit(x, y, epochs=3)',
    'from transformers import Trainer\nt = Trainer(model=m)',
    'from transformers import pipeline\np = pipeline("ner")',
    'os.environ["CUDA_VISIBLE_DEVICES"] = "0"',
    's = ort.InferenceSession("m", providers=["CUDAExecutionProvider", "CPUExecutionProvider"])',
    'spacy.prefer_gpu()',
    'args = TrainingArguments("o", fp16=True)',
    'model = nn.DataParallel(model)'
  ])('would use one: %s', source => {
    expect(levelOf(source)).toBe('would');
  });

  it.each([
    'model.fit(x, y)',
    'model.to("cpu")',
    'x = x.to(torch.float32)',
    'print("cuda")',
    'if device.type == "cuda":\n    print(1)',
    'm = xgb.XGBClassifier(tree_method="hist", device="cpu")',
    'os.environ["CUDA_VISIBLE_DEVICES"] = "-1"',
    't = pl.Trainer(gpus=0)',
    'DEVICE = "cpu"\nx.to(DEVICE)',
    'device = torch.device("cpu")\nm = m.to(device)',
    'df["gpu"] = 1',
    'with torch.autocast("cpu"):\n    pass',
    'with torch.autocast(device_type="cpu"):\n    pass',
    'from transformers import pipeline\np = pipeline("ner", device=-1)',
    'stream = sd.InputStream(device=0)',
    'names = ["cpu", "cuda"]',
    'import torch\nimport tensorflow as tf',
    '# model.cuda()',
    's = "!nvidia-smi"'
  ])('says nothing of one: %s', source => {
    expect(analyzer.analyze(source).gpu).toEqual([]);
  });

  it('gives each sign with its line', () => {
    expect(analyzer.analyze('x = 1\nmodel.cuda()\ny.to("cuda")').gpu).toEqual([
      { level: 'needs', line: 2, sign: 'model.cuda()' },
      { level: 'needs', line: 3, sign: '"cuda"' }
    ]);
  });
});

describe('a step', () => {
  const levels = (cells: string[], ...groups: number[][]): string[] =>
    plansOf(analyzer, cells, groups).map(({ gpu }) => gpu);

  it('takes the level of the functions and classes it uses, and none of those it only defines', () => {
    expect(levels(['def f(m): m.cuda()', 'f(m)', 'x = 1'], [0], [1], [2])).toEqual(['none', 'needs', 'none']);
    expect(levels(['def f(m): m.cuda()', 'def g(m): f(m)', 'g(m)'], [2])).toEqual(['needs']);
  });

  it('takes the level of the libraries it uses, wherever they are imported', () => {
    expect(levels(['import cupy as cp\nimport os', 'x = cp.zeros(1)', 'os.getcwd()'], [1], [2])).toEqual([
      'needs',
      'none'
    ]);
  });

  it('trains a model where it was put before', () => {
    const cells = [
      'device = torch.device("cuda" if torch.cuda.is_available() else "cpu")\nmodel = Net()',
      'model = model.to(device)',
      'for x in data:\n    model(x).backward()',
      'print(type(model))'
    ];
    expect(levels(cells, [2], [3])).toEqual(['would', 'none']);
    expect(levels(['model = Net()\nmodel.cuda()', 'model.train()'], [1])).toEqual(['would']);
  });

  it('reads the device that another cell chose', () => {
    expect(levels(['where = torch.device("cuda")', 'x = x.to(where)'], [1])).toEqual(['would']);
    expect(levels(['where = torch.device("cpu")', 'x = x.to(where)'], [1])).toEqual(['none']);
  });

  it('trains by frameworks that take a GPU of themselves', () => {
    const cells = ['from tensorflow import keras', 'm = keras.Sequential()', 'm.fit(x, y)', 'm.summary()'];
    expect(levels(cells, [1], [2], [3])).toEqual(['none', 'would', 'none']);
    expect(levels(['from sklearn.svm import SVC', 'm = SVC()', 'm.fit(x, y)'], [2])).toEqual(['none']);
  });
});
