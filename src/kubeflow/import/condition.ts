import { COMPARISONS, type Condition } from '../../pipeline';

/** An operand as CEL says it: an input of the branch, or a constant. */
export type CelOperand = { input: string } | { value: string | number | boolean };

/** A comparison as the compiler writes it, its operands not yet bound. */
export interface CelComparison {
  left: CelOperand;
  is: Extract<Condition, { is: string }>['is'];
  right: CelOperand;
}

/** The condition of a branch: those of the branches before it, which must not hold, and its own. */
export interface BranchCondition {
  earlier: string[];
  /** Absent: an else. */
  own?: string;
}

const INPUT = /inputs\.parameter_values\['((?:[^'\\]|\\.)*)'\]/y;
const STRING = /'((?:[^'\\]|\\.)*)'/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])/y;
const BOOLEAN = /(?:true|false)(?!\w)/y;
const CALL = /(?:int|double|string)\(/y;

/** Reads CEL of the form `a is b`; undefined when it is anything else. */
export function readComparison(cel: string): CelComparison | undefined {
  const left = readOperand(cel, 0);
  const operator = left && /^ (==|!=|<=|>=|<|>) /.exec(cel.slice(left.end, left.end + 4))?.[1];
  const is = COMPARISONS.find(each => each === operator);
  const right = left && is && readOperand(cel, left.end + is.length + 2);
  return left && is && right?.end === cel.length
    ? { left: left.operand, is, right: right.operand }
    : undefined;
}

/** An operand that begins at a place, with any calls around it that turn it into another type. */
function readOperand(cel: string, start: number): { operand: CelOperand; end: number } | undefined {
  if (matchAt(CALL, cel, start)) {
    const inner = readOperand(cel, CALL.lastIndex);
    return inner && cel[inner.end] === ')' ? { operand: inner.operand, end: inner.end + 1 } : undefined;
  }
  const input = matchAt(INPUT, cel, start);
  if (input) {
    return { operand: { input: unescaped(input[1]) }, end: INPUT.lastIndex };
  }
  const text = matchAt(STRING, cel, start);
  if (text) {
    return { operand: { value: unescaped(text[1]) }, end: STRING.lastIndex };
  }
  const flag = matchAt(BOOLEAN, cel, start);
  if (flag) {
    return { operand: { value: flag[0] === 'true' }, end: BOOLEAN.lastIndex };
  }
  const number = matchAt(NUMBER, cel, start);
  return number ? { operand: { value: Number(number[0]) }, end: NUMBER.lastIndex } : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (text: string): string =>
  text.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? char);

/** Takes `!(a) && !(b) && c` apart. */
export function readBranch(cel: string): BranchCondition {
  const earlier: string[] = [];
  let rest = cel;
  while (rest.startsWith('!(')) {
    const end = closing(rest, 1);
    if (end === undefined) {
      break;
    }
    earlier.push(rest.slice(2, end));
    if (end + 1 === rest.length) {
      return { earlier };
    }
    if (!rest.startsWith(' && ', end + 1)) {
      earlier.pop();
      break;
    }
    rest = rest.slice(end + 5);
  }
  return { earlier, own: rest };
}

/** The place of the bracket that closes the one at `open`; brackets in texts do not count. */
function closing(cel: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < cel.length; at++) {
    if (cel[at] === "'") {
      if (!matchAt(STRING, cel, at)) {
        return undefined;
      }
      at = STRING.lastIndex - 1;
    } else if (cel[at] === '(') {
      depth++;
    } else if (cel[at] === ')' && --depth === 0) {
      return at;
    }
  }
  return undefined;
}

/** The inputs that CEL names. */
export function inputsIn(cel: string): string[] {
  return [...cel.matchAll(new RegExp(INPUT.source, 'g'))].map(([, name]) => unescaped(name));
}
