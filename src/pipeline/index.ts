export * from './ports';
export * from './schema';
