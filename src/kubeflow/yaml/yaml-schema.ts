import yaml from 'js-yaml';

/*
 * YAML 1.1 as the readers of Kubeflow have it: Go's in the server and Python's in the SDK. Where they differ, a plain
 * `y` or `n` is text (as the SDK, which writes it so, means it), dates and base 60 are text, and `1e3` is a number (as
 * in the server).
 */

const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/;
const TRUE = /^(?:true|yes|on)$/i;

const boolean = new yaml.Type('tag:yaml.org,2002:bool', {
  kind: 'scalar',
  resolve: (text: string | null) => text !== null && BOOLEAN.test(text),
  construct: (text: string) => TRUE.test(text)
});

/** Sign, then digits in one of four bases; the third is how YAML 1.1 writes octal. */
const INTEGER = /^([-+]?)(?:0b([01_]+)|0x([0-9a-fA-F_]+)|0o?([0-7_]+)|(0|[1-9][0-9_]*))$/;
const BASES = [2, 16, 8, 10];

const integer = new yaml.Type('tag:yaml.org,2002:int', {
  kind: 'scalar',
  resolve: (text: string | null) => text !== null && INTEGER.test(text),
  construct: (text: string) => {
    const [, sign, ...digits] = INTEGER.exec(text) ?? [];
    const base = digits.findIndex(found => found !== undefined);
    const value = Number.parseInt(digits[base].replaceAll('_', ''), BASES[base]);
    return sign === '-' ? 0 - value : value;
  }
});

const merge = new yaml.Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: text => text === '<<' });

/** What a reader of specs takes for something else than text. Tags of other types are errors. */
export const READER_SCHEMA = yaml.CORE_SCHEMA.extend({ implicit: [boolean, integer, merge] });
