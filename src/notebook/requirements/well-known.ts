import { DISTRIBUTIONS } from './distributions';
import type { Requirement } from './requirements';
import { words } from '../words';

/** Packages that are imported by the names they are installed by. */
const WELL_KNOWN = words(`
  accelerate aiohttp altair anthropic arviz asyncpg autogluon awswrangler bitsandbytes black bokeh boto3 botocore bqplot
  bs4 cartopy catboost cloudpickle cupy cudf cuml cvxpy cython dagshub dash dask datasets deepspeed delta diffusers dill
  distributed docx duckdb edward2 einops eli5 evaluate faiss fastai fastapi fastparquet featuretools feast fiona flask flax
  folium fsspec gcsfs gensim geopandas google gradio great_expectations gym gymnasium h5py haiku holoviews httpx
  huggingface_hub hvplot hyperopt imageio implicit ipykernel ipympl ipython ipywidgets jax jaxlib jinja2 joblib jupyter
  kagglehub kafka keras keras_tuner kfp kornia kubernetes langchain librosa lifelines lightfm lightgbm lightning lime
  llama_index lxml mapie matplotlib minio missingno mlflow mlxtend mne modin monai neptune networkx nibabel nltk numba
  numexpr numpy onnx onnxruntime openai openpyxl optuna orjson osmnx oracledb pandas pandera panel papermill paramiko
  patsy pdfplumber peft pingouin pika plotly plotnine polars prefect prophet psutil psycopg psycopg2 pulp pyarrow pycaret
  pydantic pydicom pymc pymongo pymysql pyodbc pyproj pyro pyspark pytest pytorch_lightning rasterio ray redis regex
  requests rich river rpy2 s3fs sagemaker scipy scikeras seaborn sentencepiece sentence_transformers shap shapely sktime
  snowflake spacy sqlalchemy stable_baselines3 statsforecast statsmodels streamlit sweetviz sympy tables tabulate
  tensorboard tensorflow tensorflow_datasets tensorflow_hub tensorflow_probability textblob tifffile tiktoken timm tokenizers
  torch torchaudio torchmetrics torchtext torchvision tqdm transformers trax trl tsfresh typer tzdata ujson ultralytics
  umap unsloth vaex vllm wandb wordcloud xarray xgboost xlrd xlsxwriter yellowbrick yfinance zarr
`);

const NAMES: ReadonlySet<string> = new Set(DISTRIBUTIONS.values());

/** Whether an import may be of a file beside the notebook: no table and no install command knows a package for it. */
export function mayBeLocal({ distribution, requirement, modules }: Requirement): boolean {
  return (
    requirement === distribution &&
    modules.some(module => module.split('.')[0] === distribution) &&
    !NAMES.has(distribution) &&
    !WELL_KNOWN.has(distribution)
  );
}
