export * from './packedStep';
export { MAX_ARGUMENT_BYTES, packStep, StepTooLargeError, unpackStep } from './pack';
