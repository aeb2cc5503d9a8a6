export * from './executor-config';
export * from './init-containers';
export * from './placement';
export * from './secrets';
export * from './volumes';
