export * from './compiled';
export * from './spec';
export * from './target';
