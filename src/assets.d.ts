/** A file taken in as text by every bundler in use (Vite, esbuild, Rspack). */
declare module '*?raw' {
  const text: string;
  export default text;
}
declare module '*.svg' {
  const text: string;
  export default text;
}
/** A file served beside the bundle; the value is its URL. */
declare module '*.wasm' {
  const url: string;
  export default url;
}
