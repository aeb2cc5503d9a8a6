export { Canvas, type CanvasProps } from './Canvas';
export { nodeGeometry, type NodeGeometry } from './geometry';
