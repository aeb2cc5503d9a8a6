import { shellLines } from '../shell-lines';

/** Options whose value stands in the next word (manuals of pip, conda and uv). */
const VALUED = new Set(
  `
  -r --requirement -c --constraint --channel -i --index-url --extra-index-url -f --find-links -t --target
  -n --name -p --prefix --root --src --platform --python-version --implementation --abi --progress-bar
  --proxy --timeout --retries --trusted-host --cache-dir --log --file -e --editable --python
  `
    .trim()
    .split(/\s+/)
);

const INSTALLERS =
  /^(?:sudo\s+)?(?:(?:\S*python[\d.]*|\{\s*sys\.executable\s*\}|["']\{\s*sys\.executable\s*\}["']|\$\S+)\s+-m\s+)?(?:uv\s+)?(?:pip[\d.]*|conda|mamba|micromamba|uv\s+add)\s+(?:install\s+)?/;

/**
 * Requirements of the install commands of a cell (`%pip install`, `!pip install`, `%conda install` and their like), as
 * they are written; options are left out, and so is what the shell puts in.
 */
export function readInstalls(source: string): string[] {
  if (!/\b(install|uv add)\b/.test(source)) {
    return [];
  }
  const found = shellLines(source)
    .flatMap(({ text }) => text.replace(/(^|\s)#.*/, '').split(/&&|\|\||[;|\n]|(?<![=<>!~"'\w])>/))
    .flatMap(command => requirements(command.trim()));
  return [...new Set(found)];
}

function requirements(command: string): string[] {
  const head = INSTALLERS.exec(command)?.[0];
  if (!head || !/\b(install|add)\s+$/.test(head)) {
    return [];
  }
  const words = command.slice(head.length).match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const kept: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at].replace(/["']/g, '');
    if (word.startsWith('-')) {
      at += VALUED.has(word) ? 1 : 0;
    } else if (/^[A-Za-z0-9]/.test(word) && !/[{}$]/.test(word)) {
      kept.push(word);
    }
  }
  return kept;
}
