import type { Requirement } from '../notebook';

/** What is known of a public image that steps may run in. */
interface ImageRow {
  /** Without its tag. */
  name: string;
  /** The tag to suggest. */
  tag: string;
  /** The tag to suggest for a GPU; absent where what it holds uses none. */
  gpuTag?: string;
  /** Distributions, normalised, besides Python and what an image before it on its line of descent holds. */
  holds: string;
  /** The row whose image it is built on. */
  from?: string;
}

/**
 * From small to large. Python's own images, and those of the Jupyter project as its guide lists what each holds
 * (docker-stacks, "Selecting an Image") with what that in turn depends on.
 */
const IMAGES: readonly ImageRow[] = [
  { name: 'python', tag: '3.11-slim', holds: 'pip setuptools' },
  {
    name: 'quay.io/jupyter/minimal-notebook',
    tag: 'latest',
    from: 'python',
    holds: `ipython ipykernel jupyterlab jupyter-client jupyter-core notebook nbclassic nbformat nbclient nbconvert
      traitlets requests pyyaml jinja2 python-dateutil beautifulsoup4 tornado packaging certifi urllib3 psutil`
  },
  {
    name: 'quay.io/jupyter/scipy-notebook',
    tag: 'latest',
    from: 'quay.io/jupyter/minimal-notebook',
    holds: `altair bokeh bottleneck cloudpickle cython dask dill h5py ipympl ipywidgets matplotlib numba numexpr numpy
      openpyxl pandas patsy pillow protobuf tables scikit-image scikit-learn scipy seaborn sqlalchemy statsmodels sympy
      xlrd joblib networkx imageio tqdm pytz threadpoolctl distributed fsspec`
  },
  {
    name: 'quay.io/jupyter/tensorflow-notebook',
    tag: 'latest',
    gpuTag: 'cuda-latest',
    from: 'quay.io/jupyter/scipy-notebook',
    holds: 'tensorflow keras tensorboard absl-py grpcio'
  },
  {
    name: 'quay.io/jupyter/pytorch-notebook',
    tag: 'latest',
    gpuTag: 'cuda12-latest',
    from: 'quay.io/jupyter/scipy-notebook',
    holds: 'torch torchvision torchaudio'
  }
];

const rows = new Map(IMAGES.map(row => [row.name, row]));

/** Names that pip takes for one (PEP 503). */
const normalName = (name: string) => name.replace(/[-_.]+/g, '-').toLowerCase();

function held(name: string | undefined): string[] {
  const row = rows.get(name ?? '');
  return row ? [...row.holds.split(/\s+/), ...held(row.from)] : [];
}

/** Requirements that an image lacks; undefined when it is not known what the image holds. */
export function lackingIn(image: string, requirements: readonly Requirement[]): Requirement[] | undefined {
  const name = image
    .replace(/@.*$/, '')
    .replace(/:[^:/]*$/, '')
    .replace(/^docker\.io\/(?:library\/)?/, '');
  if (!rows.has(name)) {
    return undefined;
  }
  const has = new Set(held(name));
  return requirements.filter(({ distribution }) => !has.has(normalName(distribution)));
}

/**
 * The smallest known public image that holds what a step requires; undefined when none does.
 * @param gpu the step runs on a GPU: an image for one, where the libraries that it requires use it
 */
export function suggestImage(requirements: readonly Requirement[], gpu: boolean): string | undefined {
  const row = IMAGES.find(({ name }) => lackingIn(name, requirements)?.length === 0);
  return row && `${row.name}:${gpu ? (row.gpuTag ?? row.tag) : row.tag}`;
}
