/** A small pipeline of containers, one feeding the next. */
export const STEPS = JSON.stringify({
  weft: 1,
  id: 'steps',
  name: 'steps',
  nodes: {
    fetch: {
      kind: 'container',
      title: 'Fetch',
      image: 'acme/fetch:1',
      outputs: { rows: { type: 'Dataset' } }
    },
    train: {
      kind: 'container',
      title: 'Train',
      image: 'acme/train:1',
      inputs: { rows: { type: 'Dataset', from: { node: 'fetch', output: 'rows' } } },
      outputs: { model: { type: 'Model' } }
    },
    report: {
      kind: 'container',
      title: 'Report',
      image: 'acme/report:1',
      inputs: { model: { type: 'Model', from: { node: 'train', output: 'model' } } }
    }
  },
  layout: { fetch: [0, 0], train: [340, 40], report: [680, 0] }
});
