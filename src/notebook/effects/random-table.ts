import { words } from '../words';

/** Functions of `random` (Python's library reference) that draw. */
export const PYTHON_DRAWS = words(`
  random uniform triangular betavariate binomialvariate expovariate gammavariate gauss lognormvariate
  normalvariate vonmisesvariate paretovariate weibullvariate randint randrange getrandbits randbytes
  choice choices sample shuffle
`);

/** What `numpy.random` holds besides functions that draw from the state of the module (NumPy's reference). */
export const NUMPY_OTHERS = words(`
  default_rng Generator RandomState SeedSequence BitGenerator MT19937 PCG64 PCG64DXSM Philox SFC64
  get_state get_bit_generator bit_generator mtrand
`);

/** Methods that generators of NumPy and of Python have, and few other objects. */
export const GENERATOR_DRAWS = words(`
  random uniform triangular betavariate expovariate gauss normalvariate randint randrange getrandbits randbytes
  choice choices shuffle rand randn random_sample random_integers integers permutation permuted
  normal standard_normal standard_exponential standard_gamma standard_t multivariate_normal multinomial dirichlet
  beta binomial chisquare exponential gamma geometric gumbel laplace logistic lognormal negative_binomial
  poisson rayleigh vonmises wald weibull zipf
`);

/** Keywords under which functions take a generator to draw from. */
export const GENERATOR_KEYWORDS = words('random_state rng generator prng seed random random_generator');

/** Functions that draw from NumPy's state unless they are given a `random_state` (manual of scikit-learn). */
export const SKLEARN_DRAWS = words(`
  train_test_split resample permutation_importance randomized_svd k_means kmeans_plusplus
  make_blobs make_circles make_classification make_friedman1 make_friedman2 make_friedman3
  make_gaussian_quantiles make_hastie_10_2 make_moons make_regression make_s_curve make_swiss_roll
  make_sparse_coded_signal make_low_rank_matrix make_spd_matrix make_multilabel_classification make_biclusters
`);

/** Methods that do so: of pandas' tables, and of SciPy's distributions. */
export const DRAWING_METHODS = words('sample rvs');

/** Estimators of scikit-learn and its kin that do so when they are fitted. */
export const RANDOM_ESTIMATORS = words(`
  RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor ExtraTreeClassifier
  ExtraTreeRegressor GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier
  HistGradientBoostingRegressor DecisionTreeClassifier DecisionTreeRegressor RandomTreesEmbedding
  BaggingClassifier BaggingRegressor AdaBoostClassifier AdaBoostRegressor IsolationForest
  MLPClassifier MLPRegressor SGDClassifier SGDRegressor SGDOneClassSVM Perceptron PassiveAggressiveClassifier
  PassiveAggressiveRegressor LinearSVC LinearSVR RANSACRegressor TheilSenRegressor
  KMeans MiniBatchKMeans BisectingKMeans SpectralClustering SpectralBiclustering SpectralCoclustering
  GaussianMixture BayesianGaussianMixture TruncatedSVD NMF MiniBatchNMF FastICA TSNE MDS SpectralEmbedding
  LatentDirichletAllocation DictionaryLearning MiniBatchDictionaryLearning SparsePCA MiniBatchSparsePCA
  RandomizedSearchCV HalvingRandomSearchCV HalvingGridSearchCV BernoulliRBM QuantileTransformer
  GaussianRandomProjection SparseRandomProjection Nystroem RBFSampler IterativeImputer
  SMOTE ADASYN BorderlineSMOTE RandomOverSampler RandomUnderSampler
`);

/** Ways of splitting data that draw at each `split`: all of them, or only those told to shuffle. */
export const RANDOM_SPLITS = words(
  'ShuffleSplit StratifiedShuffleSplit GroupShuffleSplit RepeatedKFold RepeatedStratifiedKFold'
);
export const SHUFFLED_SPLITS = words('KFold StratifiedKFold StratifiedGroupKFold GroupKFold');

/** Functions that fit, over and over, the estimator they are given. */
export const FITTING = words(`
  cross_val_score cross_validate cross_val_predict learning_curve validation_curve permutation_test_score
`);

/**
 * What draws from PyTorch's generator, by module, unless it is given one by `generator` (manual of PyTorch): layers draw
 * their weights when they are made, loaders the order of each round.
 */
export const TORCH_DRAWS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'torch',
    words(`
      rand randn randint randperm normal bernoulli multinomial poisson rand_like randn_like randint_like
    `)
  ],
  [
    'torch.nn',
    words(`
      Linear LazyLinear Bilinear Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d LazyConv1d
      LazyConv2d LazyConv3d Embedding EmbeddingBag RNN LSTM GRU RNNCell LSTMCell GRUCell MultiheadAttention Transformer
      TransformerEncoderLayer TransformerDecoderLayer
    `)
  ],
  [
    'torch.nn.init',
    words(`
      uniform_ normal_ trunc_normal_ xavier_uniform_ xavier_normal_ kaiming_uniform_ kaiming_normal_ orthogonal_ sparse_
    `)
  ],
  ['torch.nn.functional', words('dropout dropout1d dropout2d dropout3d alpha_dropout gumbel_softmax')],
  [
    'torch.utils.data',
    words('DataLoader random_split RandomSampler WeightedRandomSampler SubsetRandomSampler')
  ]
]);

/** Methods of tensors that fill them with numbers drawn there. */
export const TENSOR_DRAWS = words(
  'normal_ uniform_ random_ bernoulli_ exponential_ cauchy_ geometric_ log_normal_'
);

/** Last parts of the names of modules that hold functions which draw. */
export const DRAWING_MODULES = words('random torch nn init functional data cuda');
