export { PostgresStore } from './postgres/postgres-store';
export { checkBackup } from './sqlite/backup-file';
export { hasSqliteFile } from './sqlite/file';
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
