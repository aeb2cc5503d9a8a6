export * from './ports';
export * from './schema';
export * from './shared/contract';
