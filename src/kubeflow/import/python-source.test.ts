import { describe, expect, it } from 'vitest';
import { pythonSource } from './python-source';

const SCRIPT =
  'program_path=$(mktemp -d)\n\nprintf "%s" "$0" > "$program_path/ephemeral_component.py"\n' +
  '_KFP_RUNTIME=true python3 -m kfp.dsl.executor_main --component_module_path "$program_path/ephemeral_component.py" "$@"\n';
const IMPORTS = '\nimport kfp\nfrom kfp import dsl\nfrom kfp.dsl import *\nfrom typing import *\n\n';
const FUNCTION = 'def add(a: int, b: int) -> int:\n    return a + b\n';

describe('the function of a Python component', () => {
  it('is found with and without packages to install', () => {
    const expected = { function: 'add', source: FUNCTION };
    expect(pythonSource(['sh', '-ec', SCRIPT, `${IMPORTS}${FUNCTION}\n`])).toEqual(expected);
    expect(
      pythonSource(['sh', '-c', 'pip install x', 'sh', '-ec', SCRIPT, `${IMPORTS}${FUNCTION}\n`])
    ).toEqual(expected);
  });

  it('is found in specs of the first releases', () => {
    const script = SCRIPT.replace('kfp.dsl.executor_main', 'kfp.v2.components.executor_main');
    const imports =
      '\nimport kfp\nfrom kfp.v2 import dsl\nfrom kfp.v2.dsl import *\nfrom typing import *\n\n';
    expect(pythonSource(['sh', '-ec', script, `${imports}${FUNCTION}\n`])?.source).toBe(FUNCTION);
  });

  it('is the last of several', () => {
    const helper = 'def helper():\n    def inner():\n        pass\n\n';
    const found = pythonSource(['sh', '-ec', SCRIPT, `${IMPORTS}${helper}${FUNCTION}\n`]);
    expect(found).toEqual({ function: 'add', source: helper + FUNCTION });
  });

  it.each([[[]], [['sh', '-c', 'echo']], [[SCRIPT, 'no Python']], [['sh', '-ec', SCRIPT, { input: 'x' }]]])(
    'is not in other commands',
    command => {
      expect(pythonSource(command)).toBeUndefined();
    }
  );
});
