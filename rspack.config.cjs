// Files that are taken in as text or served beside the bundle.
module.exports = {
  module: {
    rules: [
      { resourceQuery: /raw/, type: 'asset/source' },
      { test: /\.wasm$/, type: 'asset/resource' }
    ]
  },
  // web-tree-sitter names Node's modules behind a test for Node that a browser never passes.
  resolve: { fallback: { fs: false, 'fs/promises': false, module: false, path: false } }
};
