import { isAddedTo, isModel, isViewed } from '../effects/by-type';
import type { CellFacts } from '../facts';
import { words } from '../words';
import { resolveMaker } from './makers';
import { isDataSet } from './methods';
import { type LookUp, makerOf, type Version } from './version';

/** The cells so far, and what names stand for. */
interface Known {
  cells: readonly { facts: CellFacts }[];
  lookUp: LookUp;
}

/** A slice of an array, or what was taken out of what contains arrays: `+=` changes it, rather than makes another. */
export function isArrayPart({ made, root }: Version, known: Known): boolean {
  const told = ({ cell, statement, name }: Version): boolean =>
    known.cells[cell].facts.statements[statement].uses.some(use => use.arrays && use.name === name);
  return (
    made === undefined &&
    root.shares.some(({ how, member, root: whole }) => {
      if (how !== 'part') {
        return false;
      }
      return isViewed(whole.made)
        ? told(root)
        : told(whole) ||
            isArrayMember(root.method?.name ?? member, whole, known) ||
            whole.shares.some(({ how, part, root }) => how === 'contains' && !part && isAddedTo(root.made));
    })
  );
}

/** Whether an object has an array by an attribute or key. */
function isArrayMember(member: string | undefined, whole: Version, known: Known): boolean {
  if (member === undefined) {
    return false;
  }
  if (isDataSet(whole)) {
    return DATA.has(member.replace(/[[\]]/g, ''));
  }
  return isModel(whole.made)
    ? LEARNT.test(member) && !NUMBERS.test(member)
    : isMadeArray(member, makerOf(whole.made, known.lookUp), known);
}

/** Arrays of the data sets of scikit-learn (its manual, "Toy datasets" and "Real world datasets"). */
const DATA = words('data target images pairs');

/** What a model of scikit-learn has learnt ends like this (its developers' guide, "Estimated attributes"). */
const LEARNT = /[a-z\d]_$/;
/** Of that, what are numbers, lists and models. */
const NUMBERS =
  /^(n_\w+|max_\w+|\w*(score|loss|inertia|bound|value|index|iter|estimator|time|size|criterion|params|noise_variance)_|steps_|estimators_|transformers_|tree_|C_|alpha_|lambda_|gamma_|l1_ratio_|t_|intercept_|vocabulary_|class_prior_)$/;

/** Whether a method of a class of the notebook sets an attribute to an array. */
function isMadeArray(attribute: string, owner: Version | null, known: Known): boolean {
  const makers = (owner?.functions?.attributes?.[attribute] ?? []).map(made =>
    resolveMaker(made, known.cells, owner!.cell, known.lookUp)
  );
  return makers.some(isAddedTo) || (owner?.bases ?? []).some(base => isMadeArray(attribute, base, known));
}
