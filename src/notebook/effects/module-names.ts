import { words } from '../words';

/** What modules are imported as that have no class of a notebook: a name that an object seldom has. */
export const MODULES = words('np pd plt sns tf torch nn os re json math time shutil pickle joblib');

/** With those that objects have at times too. */
export const LIKELY_MODULES: ReadonlySet<string> = new Set([
  ...MODULES,
  ...words(`
    sys F random warnings subprocess zipfile lgb xgb stats sparse px go st pl pq cv2 logging datetime
  `)
]);
