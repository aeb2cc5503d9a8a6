export { PostgresStore } from './postgres/postgres-store';
export { SqliteStore } from './sqlite/sqlite-store';
export {
  EpochError,
  type Store,
  type Stored,
  type StoredShares,
  type StoredVersion,
  StoreError,
  type StoreListener,
  type Update
} from './store';
