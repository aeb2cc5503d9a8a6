import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { stepSource } from './step-source';

/** Compares syntax trees, which hold no layout and no comments; texts of documentation are emptied. */
const COMPARE = `
import ast, pathlib, sys
def tree(text):
    parsed = ast.parse(text)
    for node in ast.walk(parsed):
        first = getattr(node, "body", None)
        if isinstance(first, list) and first and isinstance(first[0], ast.Expr) and not isinstance(node, ast.If):
            if isinstance(first[0].value, ast.Constant):
                first[0].value.value = ""
    return ast.dump(parsed)
packed = ast.parse(sys.stdin.read()).body
sources = ast.literal_eval(packed[0].value)
for name, source in sources.items():
    assert tree(source) == tree(pathlib.Path(sys.argv[1], name + ".py").read_text()), name
for path in pathlib.Path(sys.argv[1]).glob("step*.py"):
    assert path.stem in {*sources, "step_loader"}, path
print(len(sources))
`;

it('squeezes nothing but layout, comments and documentation out of the runtime', () => {
  const folder = dirname(fileURLToPath(import.meta.url));
  const done = spawnSync('python3', ['-c', COMPARE, folder], { input: stepSource(), encoding: 'utf8' });
  expect(done.stderr).toBe('');
  expect(done.stdout).toBe('7\n');
});
