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

/** Words with what is quoted in them, and what parts commands. */
const WORDS = /(?:"[^"]*"|'[^']*'|[^\s;&|"'])+|&&|\|\||[;&|]/g;

/**
 * Requirements of the install commands of a cell (`%pip install`, `!pip install`, `%conda install` and their like), as
 * they are written; options are left out, and so is what the shell puts in.
 */
export function readInstalls(source: string): string[] {
  if (!/\b(install|uv add)\b/.test(source)) {
    return [];
  }
  return [...new Set(shellLines(source).flatMap(({ text }) => commandsOf(text).flatMap(requirements)))];
}

/** The words of each command of a line, without comments and redirections. */
function commandsOf(text: string): string[][] {
  const commands: string[][] = [[]];
  let redirects = false;
  for (const word of text.match(WORDS) ?? []) {
    if (word.startsWith('#')) {
      break;
    }
    if (/^[;&|]/.test(word)) {
      commands.push([]);
      redirects = false;
    } else {
      redirects ||= /^\d?>/.test(word);
      if (!redirects) {
        commands[commands.length - 1].push(word);
      }
    }
  }
  return commands;
}

function requirements(command: readonly string[]): string[] {
  const head = INSTALLERS.exec(`${command.join(' ')} `)?.[0];
  if (!head || !/\b(install|add)\s+$/.test(head)) {
    return [];
  }
  const words = command.slice(head.trim().split(/\s+/).length).map(word => word.replace(/["']/g, ''));
  return words.filter(
    (word, index) =>
      /^[A-Za-z0-9]/.test(word) && !/[{}$]/.test(word) && !(index > 0 && VALUED.has(words[index - 1]))
  );
}
