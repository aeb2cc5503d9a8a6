export { SqliteStore } from './sqlite';
export { type Store, StoreError } from './store';
