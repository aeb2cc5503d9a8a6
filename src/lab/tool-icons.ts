import comment from '../../style/icons/comment.svg';
import fit from '../../style/icons/fit.svg';
import group from '../../style/icons/group.svg';
import tidy from '../../style/icons/tidy.svg';
import ungroup from '../../style/icons/ungroup.svg';
import zoomIn from '../../style/icons/zoom-in.svg';
import zoomOut from '../../style/icons/zoom-out.svg';

/** Icons of what is done with nodes, as actions name them. */
export const TOOL_ICONS: Readonly<Record<string, string>> = {
  comment,
  fit,
  group,
  tidy,
  ungroup,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut
};
