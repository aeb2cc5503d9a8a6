import type { MakerRow, ValueFacts, ValueFormat } from './value';

const kind = (type: string, format: ValueFormat, portType?: ValueFacts['portType']): ValueFacts => ({
  type,
  format,
  ...(portType && { portType })
});

/** Models, tensors and pictures whose makers have names of their own. */
export const MODELS: readonly MakerRow[] = [
  [
    kind('torch.Tensor', 'safetensors'),
    `torch.tensor torch.Tensor torch.as_tensor torch.from_numpy torch.zeros torch.ones torch.full torch.empty
     torch.rand torch.randn torch.randint torch.arange torch.linspace torch.eye torch.cat torch.stack torch.randperm
     torch.Tensor.to torch.Tensor.cpu torch.Tensor.cuda torch.Tensor.clone torch.Tensor.detach torch.Tensor.view
     torch.Tensor.reshape torch.Tensor.float torch.Tensor.long torch.Tensor.unsqueeze torch.Tensor.squeeze`
  ],
  [kind('torch.device', 'pickle'), 'torch.device'],
  [
    kind('keras.Model', 'keras', 'Model'),
    `keras.Sequential keras.models.Sequential tensorflow.keras.Sequential tensorflow.keras.models.Sequential
     keras.Model keras.models.Model tensorflow.keras.Model tensorflow.keras.models.Model
     keras.models.load_model tensorflow.keras.models.load_model keras.saving.load_model`
  ],
  [
    kind('sklearn.pipeline.Pipeline', 'pickle', 'Model'),
    'sklearn.pipeline.make_pipeline sklearn.compose.make_column_transformer sklearn.base.clone'
  ],
  [kind('xgboost.Booster', 'xgboost', 'Model'), 'xgboost.train xgboost.Booster'],
  [kind('lightgbm.Booster', 'pickle', 'Model'), 'lightgbm.train lightgbm.Booster'],
  [kind('spacy.language.Language', 'pickle', 'Model'), 'spacy.load spacy.blank'],
  [
    kind('statsmodels.base.model.Results', 'pickle', 'Model'),
    'statsmodels.api.OLS.fit statsmodels.api.GLM.fit statsmodels.api.Logit.fit statsmodels.formula.api.ols.fit'
  ],
  [
    kind('transformers.PreTrainedModel', 'pickle', 'Model'),
    'transformers.pipeline sentence_transformers.SentenceTransformer transformers.AutoModel.from_pretrained'
  ],
  [
    kind('matplotlib.figure.Figure', 'pickle'),
    'matplotlib.pyplot.figure matplotlib.pyplot.gcf matplotlib.figure.Figure'
  ],
  [
    kind('matplotlib.axes._axes.Axes', 'pickle'),
    'matplotlib.pyplot.gca matplotlib.pyplot.axes matplotlib.pyplot.subplot'
  ],
  [
    kind('plotly.graph_objs._figure.Figure', 'pickle'),
    'plotly.graph_objects.Figure plotly.graph_objs.Figure'
  ],
  [
    kind('PIL.Image.Image', 'png'),
    'PIL.Image.open PIL.Image.new PIL.Image.fromarray PIL.Image.Image.resize PIL.Image.Image.convert PIL.Image.Image.copy PIL.Image.Image.crop'
  ],
  [
    kind('networkx.Graph', 'pickle'),
    'networkx.Graph networkx.DiGraph networkx.MultiGraph networkx.from_pandas_edgelist'
  ],
  [kind('bs4.BeautifulSoup', 'pickle'), 'bs4.BeautifulSoup']
];

/** Classes told by their place in a library; `type` is the class itself. */
export const MODEL_CLASSES: readonly { made: RegExp; facts: Omit<ValueFacts, 'type'> }[] = [
  {
    made: /^(sklearn|imblearn|lightgbm|catboost|hdbscan|umap)\.([a-z_]\w*\.)*(?!.*(Fold|Split|Splitter|Out|Display)$)[A-Z]\w*$/,
    facts: { format: 'pickle', portType: 'Model' }
  },
  { made: /^xgboost\.([a-z_]\w*\.)*XGB\w+$/, facts: { format: 'xgboost', portType: 'Model' } },
  { made: /^statsmodels\.([a-z_]\w*\.)*[A-Z]\w*$/, facts: { format: 'pickle', portType: 'Model' } },
  { made: /^torchvision\.models\.[a-z]\w+$/, facts: { format: 'torch', portType: 'Model' } },
  { made: /^torch\.nn\.([a-z_]\w*\.)*[A-Z]\w*$/, facts: { format: 'torch', portType: 'Model' } },
  { made: /^torch\.optim\.([a-z_]\w*\.)*[A-Z]\w*$/, facts: { format: 'torch' } },
  {
    made: /^(tensorflow\.)?keras\.(models|applications)\.([a-z_]\w*\.)*[A-Z]\w*$/,
    facts: { format: 'keras', portType: 'Model' }
  },
  {
    made: /^transformers\.\w+\.from_pretrained$/,
    facts: { format: 'torch', portType: 'Model' }
  }
];

/** Methods of those classes: what they give is the model again, an array, or what gives out parts bit by bit. */
export const MODEL_METHODS: readonly { methods: string; gives: 'itself' | ValueFacts }[] = [
  {
    methods: 'fit partial_fit set_params eval train to cpu cuda half float double requires_grad_ set_output',
    gives: 'itself'
  },
  {
    methods: 'predict predict_proba predict_log_proba decision_function fit_predict',
    gives: { type: 'numpy.ndarray', format: 'npy', portType: 'Dataset' }
  },
  { methods: 'score', gives: { type: 'float', format: 'json', portType: 'number' } },
  { methods: 'split', gives: { type: 'generator', handle: 'generator' } },
  {
    methods: 'parameters named_parameters children modules',
    gives: { type: 'generator', handle: 'generator' }
  }
];
