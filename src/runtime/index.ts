export * from './packedStep';
export { EVENT_PREFIX, LOCAL_RUNNER, localProgram } from './localProgram';
export { MAX_ARGUMENT_BYTES, packStep, StepTooLargeError, unpackStep } from './pack';
