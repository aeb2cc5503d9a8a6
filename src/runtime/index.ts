export * from './packed-step';
export { EVENT_PREFIX, LOCAL_RUNNER, localProgram } from './local-program';
export { isRequirement } from './script';
export { argumentBytes, MAX_ARGUMENT_BYTES, packStep, StepTooLargeError, unpackStep } from './pack';
export * from './kernel-facts';
export { probeExpression, type ProbeRequest, readKernelFacts } from './probe';
