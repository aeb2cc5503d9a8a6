export { arrange, type LayoutNode, type LayoutRequest, type Places } from './arrange';
export { type Box, boxAround, isIn } from './box';
export { CARD, cardSize, rowsHeight, type Size } from './card-size';
export { boxes, type Drawn } from './frames';
export { enterNames, FRAME, type FrameSpace, frameSpace, headerHeight, isFrame } from './frame-space';
export { itemFields } from './item-fields';
export { layoutPipeline } from './layout-pipeline';
export { layoutRequest } from './layout-request';
export { shownInputs } from './shown-inputs';
