import { expect, it } from 'vitest';
import { warned } from './testing/linked';

it('one object of two names, spelt out by a literal, is no source to copy into each step', () => {
  expect(warned('a = b = []', 'a.append(1)', 'print(b)')).toEqual(['alias-cut a c1 c2']);
  expect(warned('a = b = c = {"k": 1}', 'a["k"] = 2', 'print(c)')).toEqual(['alias-cut a c1 c2']);
  expect(warned('a = b = 0', 'a += 1', 'print(b)')).toEqual([]);
});

const SKLEARN = 'clf = LogisticRegression()\nsc = StandardScaler()\n';

it.each([
  'make_pipeline(sc, clf)',
  'Pipeline([("s", sc), ("c", clf)])',
  'Pipeline(steps=[("s", make_union(sc)), ("c", clf)])',
  'Pipeline([("s", ColumnTransformer([("n", sc, [0])])), ("c", clf)])'
])('what fits the objects it is given changes them: %s', made => {
  expect(warned(`${SKLEARN}pipe = ${made}`, 'pipe.fit(X, y)', 'clf.coef_')).toEqual(['alias-cut pipe c1 c2']);
});

it.each([
  'GridSearchCV(clf, {})',
  'VotingClassifier([("c", clf)])',
  'Pipeline([("s", ColumnTransformer([("n", clf, [0])]))])'
])('what clones the objects it is given does not: %s', made => {
  expect(warned(`${SKLEARN}pipe = ${made}`, 'pipe.fit(X, y)', 'clf.coef_')).toEqual([]);
});
