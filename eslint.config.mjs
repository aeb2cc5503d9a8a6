import jupyter from '@jupyter/eslint-plugin';
console.log(Object.keys(jupyter), Object.keys(jupyter.configs ?? {}));
export default [];
