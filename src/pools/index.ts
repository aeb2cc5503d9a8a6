export * from './placement';
export * from './catalog';
