import { describe, expect, it } from 'vitest';
import { linked, told } from '../testing/linked';
import { loadAnalyzer } from '../testing/load';
import { ownModules } from './own-modules';

const analyzer = await loadAnalyzer();

describe('a module that a cell writes', () => {
  it.each([
    ['util.py', 'from util import euro', 'util'],
    ['data/util.py', 'import sys\nsys.path.append("data")\nfrom util import euro', 'util'],
    ['src/lib/util/__init__.py', 'import sys\nsys.path.append("src/lib")\nimport util', 'util'],
    ['../shared/util.py', 'import sys\nsys.path.insert(0, "../shared")\nimport util as u', 'util']
  ])('comes with %s to the cells that import it', (path, reads, module) => {
    const write = `%%writefile ${path}\ndef euro(x):\n    return x`;
    expect(ownModules([{ facts: analyzer.analyze(write) }])).toContain(module);
    expect(linked([write, reads]).edges.map(told)).toContain(`0>1 ${path} file`);
  });

  it('is the one beside the notebook, where there is one', () => {
    const cells = ['%%writefile old/util.py\nx = 1', '%%writefile util.py\nx = 2', 'import util'];
    expect(linked(cells).edges.map(told)).toEqual(['1>2 util.py file']);
  });

  it('is no other file', () => {
    expect(linked(['%%writefile data/utility.py\nx = 1', 'import util']).edges).toEqual([]);
    expect([...ownModules([{ facts: analyzer.analyze('%%writefile a-b/util.txt\nx') }])]).toEqual([]);
  });
});
