import type { Expr } from '../python/ast';
import { dottedName } from '../python/walk';

/** Methods and functions whose result shares the memory of an array (manuals of NumPy and PyTorch). */
const METHODS =
  /^(reshape|ravel|view|view_as|transpose|squeeze|unsqueeze|swapaxes|diagonal|permute|detach|numpy|t)$/;
const FUNCTIONS =
  /^(np|numpy)\.(reshape|ravel|transpose|squeeze|swapaxes|moveaxis|asarray|atleast_[123]d|expand_dims|diagonal)$|^torch\.(from_numpy|as_tensor|reshape|transpose|squeeze|unsqueeze)$/;
const ATTRIBUTES = /^(T|mT|real|imag|flat|data)$/;

/** The name of the array that a value, if it is one, may be a view of; null where it is not one, or a copy. */
export function viewedName(value: Expr): string | null {
  switch (value.kind) {
    case 'Subscript':
      return isBasic(value.slice) ? baseName(value.value) : null;
    case 'Attribute':
      return ATTRIBUTES.test(value.attr) ? baseName(value.value) : null;
    case 'Call': {
      const { func, args } = value;
      if (args.length > 0 && FUNCTIONS.test(dottedName(func) ?? '')) {
        return baseName(args[0]);
      }
      return func.kind === 'Attribute' && METHODS.test(func.attr) ? baseName(func.value) : null;
    }
    default:
      return null;
  }
}

/** `a[1:]`: of a list that is a copy. */
export function isSlice(value: Expr): boolean {
  return value.kind === 'Subscript' && value.slice.kind === 'Slice';
}

/** `a[1:]`, `a[0, :]` and `a[..., 0]`: of an array those are arrays, and no numbers. */
export const hasSlice = (value: Expr): boolean =>
  isSlice(value) ||
  (value.kind === 'Subscript' &&
    value.slice.kind === 'Tuple' &&
    value.slice.elts.some(each => each.kind === 'Slice' || isEllipsis(each)));

const isEllipsis = (axis: Expr): boolean => axis.kind === 'Constant' && axis.text === '...';

const baseName = (base: Expr): string | null => (base.kind === 'Name' ? base.id : viewedName(base));

/** Slices and numbers give views, lists and masks copies (NumPy's manual, "Copies and views"). */
function isBasic(index: Expr): boolean {
  return (
    index.kind === 'Slice' ||
    (index.kind === 'Constant' && index.type !== 'str') ||
    (index.kind === 'Tuple' && index.elts.some(isBasic) && !index.elts.some(({ kind }) => kind === 'List'))
  );
}
