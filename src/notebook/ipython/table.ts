/** What IPython's magics do to names, as data (IPython 9 manual, "Built-in magic commands"). */

import { words } from '../words';

/** Their argument or body is Python that runs in the user's namespace. */
export const PYTHON_MAGICS = words('time prun capture memit mprun lprun snakeviz scalene pyinstrument');

/** Their argument or body is Python that runs in a scope of its own and binds nothing. */
export const ISOLATED_MAGICS = words('timeit');

/** Options of these that take a value, so that the code after them is found. */
export const OPTIONS_WITH_VALUE: Readonly<Record<string, string>> = {
  timeit: 'nrt',
  prun: 'lsTD',
  memit: 'rti',
  lprun: 'fmuT',
  mprun: 'fT'
};

/** The body of the cell is no Python of this notebook. */
export const FOREIGN_CELLS = words(`
  bash sh zsh script cmd system sx html HTML javascript js latex svg SVG markdown perl ruby
  python python2 python3 pypy writefile file R julia cython Cython sql bigquery spark mermaid dot
`);

/** Line magics that bind no name and read none by themselves. */
export const HARMLESS_LINES = words(`
  alias alias_magic autoawait autocall autoindent automagic autoreload autosave bookmark cat cd clear
  cls colors conda config connect_info cp debug dhist dirs doctest_mode ed edit env gui hist history
  killbgscripts ldir less lf lk ll load load_ext loadpy logoff logon logstart logstate logstop ls lsmagic
  lx macro magic mamba man matplotlib micromamba mkdir more mv notebook page pastebin pdb pdef pdoc
  pfile pinfo pinfo2 pip popd pprint precision psearch psource pushd pwd pycat quickref recall
  reload_ext rep rm rmdir save sc set_env subplots system sx tb tensorboard unalias unload_ext uv
  watermark who who_ls whos xdel xmode javascript html
`);

/** Line magics that may bind anything, with what to say of each. */
export const OPAQUE_LINES: Readonly<Record<string, string>> = {
  run: 'binds every name of the script it runs',
  pylab: 'binds every name of numpy and matplotlib',
  reset: 'deletes names',
  reset_selective: 'deletes names',
  rerun: 'runs earlier input again',
  store: 'may bring back names kept elsewhere'
};
