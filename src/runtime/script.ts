/**
 * The shell line of a step. `kfp.dsl.executor_main` makes the subprocess runner of the SDK accept the step, which needs
 * no kfp otherwise. The code is base64, so nobody who rewrites commands on the way (`python3`, `{{$…}}`, `$$`, `$(VAR)`)
 * meets it.
 */
const MARK = ': kfp.dsl.executor_main\n';
const RUN =
  'exec python3 -c "import base64,sys,zlib;exec(zlib.decompress(base64.b64decode(sys.argv.pop(1))))" ' +
  '"$0" "$@"\n';

/**
 * A requirement that a shell line can hold as it is, whoever rewrites the line on its way: Kubernetes replaces `$(…)`,
 * Kubeflow's launcher `{{$…}}`, and the local runner of the SDK the word `python3`. No option of pip.
 */
export const isRequirement = (text: string): boolean =>
  /^[A-Za-z0-9][\w.\-[\] ,<>=!~;:@/+%#()*?&'"]*$/.test(text) && !text.includes('python3');

/** The shell line of a step that installs packages first, as lines of the SDK do; without packages, what all have. */
export function script(packages: readonly string[] = []): string {
  return packages.length === 0 ? MARK + RUN : MARK + install(packages) + RUN;
}

/** True for lines that may be of `script`: what else they hold must be compared. */
export const isScript = (text: string): boolean => text.startsWith(MARK) && text.endsWith(RUN);

/** Asks pip, which reads its own settings such as PIP_INDEX_URL; a failure is told as the runtime tells its own. */
function install(packages: readonly string[]): string {
  const message = `pip could not install ${packages.join(', ')}: see the log for why.`;
  const failure = quoted(`weft-failure: ${JSON.stringify({ message })}`);
  return (
    'python3 -m pip --version >/dev/null 2>&1 || python3 -m ensurepip >/dev/null 2>&1 || true\n' +
    'PIP_DISABLE_PIP_VERSION_CHECK=1 python3 -m pip install --quiet --no-warn-script-location ' +
    `${packages.map(quoted).join(' ')} || { echo ${failure} >&2; exit 1; }\n`
  );
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
