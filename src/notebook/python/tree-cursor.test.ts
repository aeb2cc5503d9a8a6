import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROBES } from '../testing/probes';
import { firstFault, type SyntaxNode, TreeReader } from './syntax';
import { cursorsOf, publicCursor } from './tree-cursor';

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(require.resolve(path));
const runtime = { wasmBinary: read('web-tree-sitter/web-tree-sitter.wasm') };

const probes = () =>
  Object.values(PROBES)
    .flat()
    .map(([source]) => source);

/** Leaves out the text between the quotes, which is read where there are fields only. */
const withoutPlainText = (node: SyntaxNode): SyntaxNode => ({
  ...node,
  children: node.children.filter(({ type }) => type !== 'string_content').map(withoutPlainText)
});

let language: Language;
let parse: (text: string) => Tree;
beforeAll(async () => {
  await Parser.init(runtime);
  language = await Language.load(read('tree-sitter-python/tree-sitter-python.wasm'));
  const parser = new Parser().setLanguage(language);
  parse = text => parser.parse(text)!;
});

describe('a cursor by calls on the runtime', () => {
  it('is what the pinned release gives', () => {
    const direct = cursorsOf(runtime)(parse('x = 1'));
    const documented = publicCursor(parse('x = 1'));
    expect(direct.constructor).not.toBe(documented.constructor);
    direct.close();
    documented.close();
  });

  it('sees the tree that the documented one sees', () => {
    const deep = `x = ${'['.repeat(60)}1${']'.repeat(60)}`;
    const faulty = ['x = (', 'def f(:\n  pass', 'if x\n  y = 1', 'class', 'é = "ü" + ', ''];
    for (const source of [...probes(), deep, ...faulty]) {
      const tree = parse(source);
      const faulty = tree.rootNode.hasError;
      const direct = new TreeReader(language, cursorsOf(runtime)).read(tree, source, faulty);
      expect(direct, source).toEqual(new TreeReader(language, publicCursor).read(tree, source, faulty));
      tree.delete();
    }
  });

  it('misses nothing where it stops at what must be the last child', () => {
    const more = [
      'x = "a", f"b{c}", Rb"d" % (e,)',
      'f(a)(b=c)[d].e # end',
      'if a: # why\n  b == c and not d\n# end'
    ];
    for (const source of [...probes(), ...more]) {
      const tree = parse(source);
      const reader = new TreeReader(language, cursorsOf(runtime));
      const whole = reader.read(tree, source, true);
      const early = reader.read(tree, source, false);
      tree.delete();
      if (firstFault(whole) === null) {
        expect(withoutPlainText(early), source).toEqual(withoutPlainText(whole));
      }
    }
  });

  it('gives way to the documented one where a release has other functions', () => {
    const { _ts_tree_cursor_goto_parent_wasm: _, ...other } = runtime as Record<string, unknown>;
    expect(cursorsOf(other)).toBe(publicCursor);
    expect(cursorsOf(runtime)).not.toBe(publicCursor);
  });
});
