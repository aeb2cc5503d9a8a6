import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { loadAnalyzer } from '../testing/load';
import { DISTRIBUTIONS } from './distributions';
import { distributionOf, requirementsOf } from './requirements';
import { isStandard } from './standard-library';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

describe('installs', () => {
  it.each([
    ['%pip install pandas==2.2', ['pandas==2.2']],
    ['!pip install -q -U "torch>=2" torchvision', ['torch>=2', 'torchvision']],
    ['!pip3 install numpy # for arrays', ['numpy']],
    ['!python -m pip install a b', ['a', 'b']],
    ['import sys\n!{sys.executable} -m pip install a', ['a']],
    ['%conda install -y -c conda-forge scipy=1.11', ['scipy=1.11']],
    ['!pip install \\\n  a \\\n  b', ['a', 'b']],
    ['!pip install a && pip install b; ls', ['a', 'b']],
    ['%%bash\ncd /tmp\npip install a > /dev/null', ['a']],
    ['!pip install -r requirements.txt --index-url https://x/simple', []],
    ['!pip install git+https://github.com/o/n.git@v1', ['git+https://github.com/o/n.git@v1']],
    ['!pip install "pandas[parquet]>=2,<3"', ['pandas[parquet]>=2,<3']],
    ['%uv pip install a', ['a']],
    ['!uv add a', ['a']],
    ['!pip install {name} $other', []],
    ['!apt-get install -y ffmpeg', []],
    ['s = """\n!pip install a\n"""', []],
    ['x = 1\n!pip install a\n!pip install a', ['a']]
  ])('%j', (source, expected) => {
    expect(analyzer.analyze(source).installs).toEqual(expected);
  });
});

it.each([
  ['PIL.Image', 'pillow'],
  ['cv2', 'opencv-python-headless'],
  ['sklearn.svm', 'scikit-learn'],
  ['yaml', 'PyYAML'],
  ['bs4', 'beautifulsoup4'],
  ['skimage', 'scikit-image'],
  ['dateutil.parser', 'python-dateutil'],
  ['google.cloud.storage', 'google-cloud-storage'],
  ['google.protobuf.json_format', 'protobuf'],
  ['mpl_toolkits.mplot3d', 'matplotlib'],
  ['numpy.linalg', 'numpy'],
  ['os.path', null],
  ['tomllib', null],
  ['distutils', null],
  ['.helpers', null],
  ['google.colab', null]
])('%s comes with %s', (module, distribution) => {
  expect(distributionOf(module)).toBe(distribution);
});

it('knows many distributions that are not called as their modules', () => {
  expect(DISTRIBUTIONS.size).toBeGreaterThan(100);
});

it('knows when modules of Python came and went', () => {
  expect([isStandard('tomllib', 10), isStandard('tomllib', 11)]).toEqual([false, true]);
  expect([isStandard('imp', 11), isStandard('imp', 12)]).toEqual([true, false]);
  expect([isStandard('json.decoder', 9), isStandard('pandas')]).toEqual([true, false]);
});

describe('requirements', () => {
  const of = (source: string): string[] => {
    const { imports, installs } = analyzer.analyze(source);
    return requirementsOf(imports, installs).map(
      ({ requirement, modules }) => `${requirement} ${modules.join(' ')}`
    );
  };

  it('name each distribution once, with the modules it is wanted for', () => {
    expect(
      of('import os\nimport pandas as pd\nfrom sklearn import svm\nimport sklearn.tree\nfrom . import a')
    ).toEqual(['pandas pandas', 'scikit-learn sklearn sklearn.tree']);
    expect(of('from google.cloud import storage, bigquery')).toEqual([
      'google-cloud-bigquery google.cloud.bigquery',
      'google-cloud-storage google.cloud.storage'
    ]);
  });

  it('count imports by literal names, and what pandas loads for a format', () => {
    expect(
      of('import importlib\nh5 = importlib.import_module("h5py")\n__import__("lxml")\nimport_module(x)')
    ).toEqual(['h5py h5py', 'lxml lxml']);
    expect(of('pd.read_parquet(p)\nf().to_excel(p)\ndef g(df):\n    df.to_hdf(p, "k")')).toEqual([
      'openpyxl openpyxl',
      'pyarrow pyarrow',
      'tables tables'
    ]);
    expect(of('df.to_excel(p, engine="xlsxwriter")')).toEqual(['XlsxWriter xlsxwriter']);
    expect(of('pl.read_parquet(p)\nto_parquet(p)')).toEqual([]);
  });

  it.each([
    ['df.to_markdown()', ['tabulate']],
    ['df.head().style.background_gradient()', ['jinja2']],
    ['plt.style.use("x")\nf.style.update(a=1)', []],
    ['df.plot(kind="bar")', ['matplotlib']],
    ['df["a"].plot.hist(3)', ['matplotlib']],
    ['m.plot(forecast)', []],
    ['df.head().style', ['jinja2']],
    ['df.style', ['jinja2']],
    ['plt.style', []],
    ['pd.read_csv("s3://b/k.csv")', ['s3fs']],
    ['pd.read_csv(f"gs://{b}/k.csv")', ['gcsfs']],
    ['pd.read_csv("s3://" + b + "/k.csv")', ['s3fs']],
    ['df.to_csv("abfs://{}/k.csv".format(b))', ['adlfs']],
    ['pd.read_csv(f"{b}/k.csv")', []],
    ['df.to_parquet("gs://b/k.parquet")', ['gcsfs', 'pyarrow']],
    ['pl.read_csv("s3://b/k.csv")', []],
    ['pd.read_html("u.html")\npd.read_xml(p)', ['lxml']],
    ['pd.read_sql("select 1", "postgresql://x")', ['psycopg2-binary', 'sqlalchemy']],
    ['create_engine("mysql+pymysql://x")', ['pymysql', 'sqlalchemy']],
    ['df.to_sql("t", con="sqlite:///x.db")', []]
  ])('follow from use: %s', (source, names) => {
    expect(of(source).map(each => each.split(' ')[0].toLowerCase())).toEqual(names);
  });

  it('leave out what the code goes on without', () => {
    expect(of('try:\n    import cupy\n    __import__("a")\nexcept ImportError:\n    import numpy')).toEqual([
      'numpy numpy'
    ]);
    expect(of('try:\n    import a\nexcept (KeyError, ModuleNotFoundError):\n    a = None')).toEqual([]);
    expect(of('def f():\n    try:\n        import a\n    except:\n        pass')).toEqual([]);
    expect(of('try:\n    import a\nexcept ImportError:\n    raise')).toEqual(['a a']);
    expect(of('try:\n    import a\nexcept ValueError:\n    pass')).toEqual(['a a']);
    expect(of('try:\n    import a\nfinally:\n    pass\nimport b')).toEqual(['a a', 'b b']);
  });

  it('take versions from what the notebook installs, and what it installs besides', () => {
    expect(of('!pip install Pandas==2.2 pyarrow\nimport pandas')).toEqual(['Pandas==2.2 pandas', 'pyarrow ']);
    expect(of('!pip install opencv-python==4.8\nimport cv2')).toEqual(['opencv-python==4.8 cv2']);
    expect(of('%conda install scipy=1.11\nimport scipy.stats')).toEqual(['scipy==1.11 scipy.stats']);
    expect(of('!pip install git+https://github.com/o/yellowbrick.git\nimport yellowbrick')).toEqual([
      'git+https://github.com/o/yellowbrick.git yellowbrick'
    ]);
  });
});
