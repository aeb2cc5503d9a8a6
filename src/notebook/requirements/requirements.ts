import type { ImportFact } from '../facts';
import { DISTRIBUTIONS } from './distributions';
import { isStandard } from './standard-library';

/** Something to install before a step can run. */
export interface Requirement {
  /** Name of the distribution, as its project writes it. */
  distribution: string;
  /** What to give to pip: the name alone, or as an install command of the notebook has it (`pandas==2.2`). */
  requirement: string;
  /** Modules of it that are imported; none for what is only installed. */
  modules: string[];
}

/** Modules that only the notebook's host has: no index carries them. */
const HOSTED = new Set(['google.colab', 'kaggle_secrets', 'kaggle_datasets', 'dbruntime', 'pyodide', 'js']);

/**
 * The distribution that a module comes with; null for Python itself and for relative imports. For modules in no
 * table it is the name of their root, which is right for most.
 */
export function distributionOf(module: string): string | null {
  const parts = module.split('.');
  if (parts[0] === '' || HOSTED.has(parts[0]) || HOSTED.has(parts.slice(0, 2).join('.'))) {
    return null;
  }
  for (let count = parts.length; count > 0; count--) {
    const known = DISTRIBUTIONS.get(parts.slice(0, count).join('.'));
    if (known) {
      return known;
    }
  }
  return isStandard(module) ? null : parts[0];
}

/** What to install for imports that are not optional, sorted by distribution; installs of the notebook say which version, and add theirs. */
export function requirementsOf(
  imports: readonly ImportFact[],
  installs: readonly string[] = []
): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const requirement of installs) {
    const distribution = installedName(requirement);
    found.set(normalName(distribution), { distribution, requirement: pipForm(requirement), modules: [] });
  }
  for (const { distribution, module } of imports.filter(({ optional }) => !optional).flatMap(imported)) {
    const key = found.has(normalName(distribution)) ? normalName(distribution) : twinOf(distribution, found);
    const known = found.get(key);
    if (!known) {
      found.set(key, { distribution, requirement: distribution, modules: [module] });
    } else if (!known.modules.includes(module)) {
      known.modules.push(module);
    }
  }
  return [...found.values()].sort((a, b) =>
    normalName(a.distribution) < normalName(b.distribution) ? -1 : 1
  );
}

/** Each import with its distribution; `from google.cloud import storage` names the module `google.cloud.storage`. */
function imported({ module, names }: ImportFact): { distribution: string; module: string }[] {
  const modules = names
    .map(name => `${module}.${name}`)
    .filter(name => DISTRIBUTIONS.has(name) && !isStandard(name));
  return (modules.length > 0 ? modules : [module]).flatMap(name => {
    const distribution = distributionOf(name);
    return distribution === null ? [] : [{ distribution, module: name }];
  });
}

/** Distributions that bring the same modules: what the notebook installs itself is taken. */
const TWINS: readonly (readonly string[])[] = [
  ['opencv-python-headless', 'opencv-python', 'opencv-contrib-python', 'opencv-contrib-python-headless'],
  ['psycopg2-binary', 'psycopg2'],
  ['faiss-cpu', 'faiss-gpu', 'faiss-gpu-cu12'],
  ['tensorflow', 'tensorflow-cpu', 'tensorflow-gpu', 'tf-nightly'],
  ['onnxruntime', 'onnxruntime-gpu'],
  ['pinecone', 'pinecone-client'],
  ['pycryptodome', 'pycrypto'],
  ['kafka-python', 'kafka-python-ng'],
  ['ydata-profiling', 'pandas-profiling'],
  ['torch', 'pytorch'],
  ['xgboost', 'xgboost-cpu', 'py-xgboost'],
  ['python-magic', 'python-magic-bin']
];

function twinOf(distribution: string, found: ReadonlyMap<string, Requirement>): string {
  const name = normalName(distribution);
  return TWINS.find(twins => twins.includes(name))?.find(twin => found.has(twin)) ?? name;
}

/** The name in a requirement: `pandas[parquet]==2.2`, `name @ https://…`, `git+https://host/owner/name.git@v1`. */
function installedName(requirement: string): string {
  const url =
    /^(?:\w+\+)?\w+:\/\/.*\/([\w.-]+?)(?:\.git|\.zip|-\d[\w.+-]*\.(?:whl|tar\.gz))?(?:[@#].*)?$/.exec(
      requirement
    );
  return url?.[1] ?? /^[A-Za-z0-9][\w.-]*/.exec(requirement)?.[0] ?? requirement;
}

/** `pandas=2.2` is how conda writes `pandas==2.2`. */
function pipForm(requirement: string): string {
  return requirement.replace(/^([\w.-]+)=(?!=)([^=]+)(=.*)?$/, '$1==$2');
}

/** Names that pip takes for one (PEP 503). */
function normalName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}
