export { SqliteStore } from './sqlite';
export { type Merge, type Store, StoreError } from './store';
