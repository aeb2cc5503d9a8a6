import { type Static, Type } from 'typebox';

const input = Type.Object({
  input: Type.String(),
  as: Type.Optional(Type.Enum(['value', 'path', 'uri', 'metadata'])),
  /** With `metadata`: its key. */
  key: Type.Optional(Type.String())
});
const output = Type.Object({
  output: Type.String(),
  as: Type.Optional(Type.Enum(['path', 'uri', 'metadata'])),
  key: Type.Optional(Type.String())
});
const piece = [Type.String(), input, output] as const;
const ifPresent = <S extends Type.TSchema>(content: S) =>
  Type.Object({ if: Type.String(), then: content, else: Type.Optional(content) });

/** What `concat` and `if` may hold; what is nested deeper stays the JSON text that Kubeflow writes. */
const inner = [
  ...piece,
  Type.Object({ concat: Type.Array(Type.Union([...piece])) }),
  ifPresent(Type.Union([...piece]))
] as const;

/**
 * One element of a command line: text, the place of an input or output, several joined to one (`Concat`), or one or
 * more that stand there only when an optional input is given (`IfPresent`).
 */
export const Argument = Type.Union([
  ...piece,
  Type.Object({ concat: Type.Array(Type.Union([...inner])) }),
  ifPresent(Type.Union([...inner, Type.Array(Type.Union([...inner]))]))
]);
export type Argument = Static<typeof Argument>;
