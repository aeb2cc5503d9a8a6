/** Frameworks that take a GPU where they find one, by what made the model or its trainer. */
const TRAINED = [
  /^(tensorflow\.)?keras\./,
  /^transformers\.(\w*Trainer|pipeline)$/,
  /^trl\.\w*Trainer$/,
  /^(pytorch_lightning|lightning(\.pytorch)?)\.Trainer$/,
  /^fastai\.[\w.]*(_learner|Learner)$/,
  /^(sentence_transformers\.SentenceTransformer|ultralytics\.YOLO|whisper\.load_model)$/,
  /^stable_baselines3\.\w+$/
];

/** Whether training or running a value uses a GPU if there is one, without a word of it in the code. */
export function trainsOnGpu(made: string | undefined): boolean {
  return made !== undefined && TRAINED.some(row => row.test(made));
}
