import { type Stage, STAGES } from './proposal';
import { words } from '../words';

/**
 * Calls that tell what a cell does, by the last part of their name, or the last two; `*` stands for any characters.
 * Names of pandas, scikit-learn, Keras, PyTorch, gradient boosting, the standard library and their kind.
 */
const CALLS: Readonly<Record<Exclude<Stage, 'prepare'>, string>> = {
  load: `
    read_* load_data load_dataset load_iris load_digits load_wine load_breast_cancer load_diabetes fetch_*
    make_classification make_regression make_blobs make_moons
    urlretrieve urlopen *download* extractall unpack_archive ZipFile imread load_img loadtxt genfromtxt
    image_dataset_from_directory flow_from_directory ImageFolder load_workbook
    np.load numpy.load json.load json.loads yaml.safe_load requests.get
  `,
  train: `
    fit fit_generator fit_predict partial_fit train train_on_batch train_model backward finetune fine_tune
    cross_val_score cross_validate cross_val_predict GridSearchCV RandomizedSearchCV optimize
  `,
  restore: 'load_model load from_pretrained load_weights load_state_dict load_checkpoint',
  evaluate: `
    predict predict_proba predict_generator predict_classes evaluate score recommend forecast
    *_score confusion_matrix classification_report roc_curve precision_recall_curve
    mean_*_error mean_squared_log_error median_absolute_error log_loss cross_val_*_score
    plot_confusion_matrix from_predictions from_estimator feature_importance permutation_importance
  `,
  save: 'to_csv to_parquet to_excel to_json to_pickle dump save save_model save_pretrained savefig savez export_model'
};

/** Objects whose `fit` learns how to change data: it prepares, and trains no model. */
const PREPARES =
  /(scaler|encoder|imputer|vectorizer|binarizer|transformer|tokenizer|normalizer|selector|pca|tfidf|preproc\w*)\w*$/i;

const patterns = STAGES.flatMap(stage =>
  stage === 'prepare'
    ? []
    : [...words(CALLS[stage])].map(name => ({
        stage,
        pattern: new RegExp(`(^|\\.)${name.replace('.', '\\.').replaceAll('*', '\\w*')}$`)
      }))
);

/**
 * What a call by this dotted name does; `undefined` when it tells nothing.
 * @param makerOf what made the value of a name, such as `StandardScaler`
 */
export function stageOfCall(call: string, makerOf: (name: string) => string | undefined): Stage | undefined {
  const parts = call.split('.');
  const stage = patterns.find(({ pattern }) => pattern.test(call))?.stage;
  const receiver = parts.at(-2) ?? '';
  if (stage === 'train' && (PREPARES.test(receiver) || PREPARES.test(makerOf(receiver) ?? ''))) {
    return 'prepare';
  }
  return stage;
}

/** Commands of the shell that tell what a cell does. */
const COMMANDS: readonly [Stage, RegExp][] = [
  ['load', /\b(wget|curl|kaggle|gsutil|gdown|unzip|tar|git clone|aws s3|dvc pull|huggingface-cli)\b/],
  ['train', /^\s*(python[\d.]*\s+(?!-m\s+pip)|torchrun\b|accelerate launch\b|deepspeed\b)/]
];

/** What a command of the shell does, with the word that says so. */
export function stageOfCommand(command: string): { stage: Stage; call: string } | undefined {
  for (const [stage, pattern] of COMMANDS) {
    const found = pattern.exec(command)?.[0].trim();
    if (found !== undefined) {
      return { stage, call: found };
    }
  }
  return undefined;
}
