export * from './packed-step';
export { EVENT_PREFIX, LOCAL_RUNNER, localProgram } from './local-program';
export { MAX_ARGUMENT_BYTES, packStep, StepTooLargeError, unpackStep } from './pack';
