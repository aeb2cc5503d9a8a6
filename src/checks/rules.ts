import { cellChanged } from './rules/cell-changed';
import { cellMissing } from './rules/cell-missing';
import { cellUnparsed } from './rules/cell-unparsed';
import { cellUsedTwice } from './rules/cell-used-twice';
import { clashingRead } from './rules/clashing-read';
import { commandMissing } from './rules/command-missing';
import { cycle } from './rules/cycle';
import { danglingReference } from './rules/dangling-reference';
import { defaultImage } from './rules/default-image';
import { duration } from './rules/duration';
import { emptyCells } from './rules/empty-cells';
import { envName } from './rules/env-name';
import { envSecret } from './rules/env-secret';
import { imageName } from './rules/image-name';
import { importerType } from './rules/importer-type';
import { importerUri } from './rules/importer-uri';
import { longName } from './rules/long-name';
import { magicNeedsIpython } from './rules/magic-needs-ipython';
import { missingImage } from './rules/missing-image';
import { noSteps } from './rules/no-steps';
import { notebookUnreadable } from './rules/notebook-unreadable';
import { opaqueNode } from './rules/opaque-node';
import { parameterDefault } from './rules/parameter-default';
import { parameterName } from './rules/parameter-name';
import { pipelineName } from './rules/pipeline-name';
import { placeholderForm } from './rules/placeholder-form';
import { placement } from './rules/placement';
import { poolBackend } from './rules/pool-backend';
import { portName } from './rules/port-name';
import { quantity } from './rules/quantity';
import { spotRetry } from './rules/spot-retry';
import { typeMismatch } from './rules/type-mismatch';
import { unboundInput } from './rules/unbound-input';
import { unfilledPlaceholder } from './rules/unfilled-placeholder';
import { unknownOutput } from './rules/unknown-output';
import { unknownPlaceholder } from './rules/unknown-placeholder';
import type { Rule } from './rule';

/** Every rule; a new one is a file in `rules/`, a line here, and a test that shows it red and green. */
export const RULES: readonly Rule[] = [
  cellChanged,
  cellMissing,
  cellUnparsed,
  cellUsedTwice,
  clashingRead,
  commandMissing,
  cycle,
  danglingReference,
  defaultImage,
  duration,
  emptyCells,
  envName,
  envSecret,
  imageName,
  importerType,
  importerUri,
  longName,
  magicNeedsIpython,
  missingImage,
  noSteps,
  notebookUnreadable,
  opaqueNode,
  parameterDefault,
  parameterName,
  pipelineName,
  placeholderForm,
  placement,
  poolBackend,
  portName,
  quantity,
  spotRetry,
  typeMismatch,
  unboundInput,
  unfilledPlaceholder,
  unknownOutput,
  unknownPlaceholder
];
