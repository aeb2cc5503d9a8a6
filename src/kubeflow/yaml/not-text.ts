/**
 * Plain scalars that a reader of YAML 1.1 takes for something else than text, from the type repository of YAML 1.1
 * (yaml.org/type) as PyYAML has it.
 */
const PYTHON = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:~|null|Null|NULL|=|<<|)$/,
  /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*)$/,
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  // base 60
  /^[-+]?(?:[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?$/
];

/**
 * What the server's reader takes for a boolean besides (gopkg.in/yaml.v2): a pipeline with an input called `y` is
 * refused otherwise (kubeflow/pipelines #9451).
 */
const GO_BOOLEAN = /^[yYnN]$/;
/** What it takes for a number besides, having left out every `_`. */
const GO_NUMBERS = [
  /^[-+]?0(?:[bB][01]+|[oO][0-7]+|[xX][0-9a-fA-F]+)$/,
  /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
];

/** How all of these begin; most texts begin otherwise. */
const FIRST = /^(?:[-+.0-9~=<nNyYtTfFoO]|$)/;
/** No word or date is longer, and no number that anyone writes. */
const LONGEST = 400;

/** True for text that must be quoted so that it stays text. */
export function isNotText(text: string): boolean {
  if (text.length > LONGEST || !FIRST.test(text)) {
    return false;
  }
  const bare = text.replaceAll('_', '');
  return (
    GO_BOOLEAN.test(text) ||
    PYTHON.some(scalar => scalar.test(text)) ||
    GO_NUMBERS.some(scalar => scalar.test(bare))
  );
}
