import { acceleratorName } from './rules/accelerator-name';
import { aliasCut } from './rules/alias-cut';
import { branchCondition } from './rules/branch-condition';
import { cellChanged } from './rules/cell-changed';
import { cellMissing } from './rules/cell-missing';
import { cellUnparsed } from './rules/cell-unparsed';
import { cellUsedTwice } from './rules/cell-used-twice';
import { choiceBranches } from './rules/choice-branches';
import { claimName } from './rules/claim-name';
import { clashingRead } from './rules/clashing-read';
import { classState } from './rules/class-state';
import { commandMissing } from './rules/command-missing';
import { cycle } from './rules/cycle';
import { danglingReference } from './rules/dangling-reference';
import { defaultImage } from './rules/default-image';
import { duration } from './rules/duration';
import { emptyCells } from './rules/empty-cells';
import { emptyGroup } from './rules/empty-group';
import { envName } from './rules/env-name';
import { envSecret } from './rules/env-secret';
import { envTwice } from './rules/env-twice';
import { exitHandler } from './rules/exit-handler';
import { exitStep } from './rules/exit-step';
import { fanIn } from './rules/fan-in';
import { handleCrossesSteps } from './rules/handle-crosses-steps';
import { hiddenOutput } from './rules/hidden-output';
import { fileLeftBehind } from './rules/file-left-behind';
import { imageLacks } from './rules/image-lacks';
import { imageName } from './rules/image-name';
import { importerType } from './rules/importer-type';
import { importerUri } from './rules/importer-uri';
import { inputDefault } from './rules/input-default';
import { itemField } from './rules/item-field';
import { longConstant } from './rules/long-constant';
import { longName } from './rules/long-name';
import { loopItems } from './rules/loop-items';
import { magicNeedsIpython } from './rules/magic-needs-ipython';
import { missingImage } from './rules/missing-image';
import { mountPath } from './rules/mount-path';
import { nameUnresolved } from './rules/name-unresolved';
import { namesApart } from './rules/names-apart';
import { noSteps } from './rules/no-steps';
import { notStorable } from './rules/not-storable';
import { notebookLanguage } from './rules/notebook-language';
import { notebookUnreadable } from './rules/notebook-unreadable';
import { oneOf } from './rules/one-of';
import { opaqueNode } from './rules/opaque-node';
import { optionalParameter } from './rules/optional-parameter';
import { parameterDefault } from './rules/parameter-default';
import { parameterDrift } from './rules/parameter-drift';
import { parameterName } from './rules/parameter-name';
import { parameterText } from './rules/parameter-text';
import { pipelineName } from './rules/pipeline-name';
import { pipelineUnreadable } from './rules/pipeline-unreadable';
import { placeholderForm } from './rules/placeholder-form';
import { placement } from './rules/placement';
import { plainSecret } from './rules/plain-secret';
import { poolBackend } from './rules/pool-backend';
import { portName } from './rules/port-name';
import { pythonVersion } from './rules/python-version';
import { quantity } from './rules/quantity';
import { removedInput } from './rules/removed-input';
import { settingMoved } from './rules/setting-moved';
import { skippedBranch } from './rules/skipped-branch';
import { specName } from './rules/spec-name';
import { specSize } from './rules/spec-size';
import { spotRetry } from './rules/spot-retry';
import { target } from './rules/target';
import { typeMismatch } from './rules/type-mismatch';
import { typedPlaceholder } from './rules/typed-placeholder';
import { unboundInput } from './rules/unbound-input';
import { undefinedOutput } from './rules/undefined-output';
import { unfilledPlaceholder } from './rules/unfilled-placeholder';
import { unknownOutput } from './rules/unknown-output';
import { unknownPlaceholder } from './rules/unknown-placeholder';
import { unreadInput } from './rules/unread-input';
import { updateAfterReader } from './rules/update-after-reader';
import { volumeName } from './rules/volume-name';
import { volumeSize } from './rules/volume-size';
import { yamlWord } from './rules/yaml-word';
import type { Rule } from './rule';

/** Every rule; a new one is a file in `rules/`, a line here, and a test that shows it red and green. */
export const RULES: readonly Rule[] = [
  acceleratorName,
  aliasCut,
  branchCondition,
  cellChanged,
  cellMissing,
  cellUnparsed,
  cellUsedTwice,
  choiceBranches,
  claimName,
  clashingRead,
  classState,
  commandMissing,
  cycle,
  danglingReference,
  defaultImage,
  duration,
  emptyCells,
  emptyGroup,
  envName,
  envSecret,
  envTwice,
  exitHandler,
  exitStep,
  fanIn,
  handleCrossesSteps,
  hiddenOutput,
  fileLeftBehind,
  imageLacks,
  imageName,
  importerType,
  importerUri,
  inputDefault,
  itemField,
  longConstant,
  longName,
  loopItems,
  magicNeedsIpython,
  missingImage,
  mountPath,
  nameUnresolved,
  namesApart,
  noSteps,
  notStorable,
  notebookLanguage,
  notebookUnreadable,
  oneOf,
  opaqueNode,
  optionalParameter,
  parameterDefault,
  parameterDrift,
  parameterName,
  parameterText,
  pipelineName,
  pipelineUnreadable,
  placeholderForm,
  placement,
  plainSecret,
  poolBackend,
  portName,
  pythonVersion,
  quantity,
  removedInput,
  settingMoved,
  skippedBranch,
  specName,
  specSize,
  spotRetry,
  target,
  typeMismatch,
  typedPlaceholder,
  unboundInput,
  undefinedOutput,
  unfilledPlaceholder,
  unknownOutput,
  unknownPlaceholder,
  unreadInput,
  updateAfterReader,
  volumeName,
  volumeSize,
  yamlWord
];
