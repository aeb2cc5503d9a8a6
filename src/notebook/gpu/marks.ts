import type { GpuMark, ImportFact } from '../facts';
import type { Call, Expr, Keyword, Stmt } from '../python/ast';
import { childBlocks, childExpressions, dottedName, operands } from '../python/walk';
import { shellLines } from '../shell-lines';
import type { Origins } from '../values/makers';
import {
  ASKING_CALLS,
  AVAILABILITY,
  CPU_KEYWORDS,
  DEVICE_WORDS,
  GPU_CALLS,
  GPU_COMMANDS,
  GPU_EXTENSIONS,
  GPU_HINTS,
  GPU_KEYWORDS,
  GPU_MODULES,
  GPU_TEXTS,
  type Level,
  PLACING_CALLS
} from './table';

/** Signs of a GPU in a cell, in the order of their lines; each sign once a line. */
export function readGpu(
  source: string,
  body: readonly Stmt[],
  imports: readonly ImportFact[],
  origins: Origins
): GpuMark[] {
  if (!GPU_HINTS.test(source)) {
    return [];
  }
  const reader = new Reader(origins);
  body.forEach(statement => reader.statement(statement, false));
  reader.imports(imports);
  for (const [sign] of source.includes('load_ext') ? source.matchAll(GPU_EXTENSIONS) : []) {
    reader.mark('needs', source.slice(0, source.indexOf(sign)).split('\n').length, sign);
  }
  if (/nvidia-smi|nvcc|nvtop|gpustat/.test(source)) {
    for (const { line, text } of shellLines(source)) {
      const command = GPU_COMMANDS.exec(text)?.[1];
      if (command) {
        reader.mark('needs', line, `!${command}`);
      }
    }
  }
  return reader.marks.sort((a, b) => a.line - b.line);
}

/** The strongest of marks. */
export function gpuLevel(marks: readonly Pick<GpuMark, 'level'>[]): GpuMark['level'] | 'none' {
  return marks.some(({ level }) => level === 'needs') ? 'needs' : marks.length > 0 ? 'would' : 'none';
}

class Reader {
  readonly marks: GpuMark[] = [];

  constructor(private readonly _origins: Origins) {}

  /** `guarded`: it runs, or fails, only where there is a GPU. */
  statement(statement: Stmt, guarded: boolean): void {
    this._guarded = guarded;
    childExpressions(statement).forEach(expression => this._expression(expression));
    if (statement.kind === 'Assign') {
      this._assigned(statement.targets, statement.value);
    } else if (statement.kind === 'AnnAssign' && statement.value) {
      this._assigned([statement.target], statement.value);
    }
    const inner = guarded || isGuard(statement);
    const blocks = childBlocks(statement);
    const own = statement.kind === 'FunctionDef' || statement.kind === 'ClassDef' ? [statement.body] : [];
    [...blocks, ...own].forEach(block => block.forEach(each => this.statement(each, inner)));
    if (statement.kind === 'Try' && statement.handlers.length > 0) {
      this._tried.push([statement.line, statement.endLine]);
    }
  }

  imports(imports: readonly ImportFact[]): void {
    for (const { module, names, line } of imports) {
      const full = names.map(name => `${module}.${name}`);
      const parts = module.split('.');
      const known = [parts[0], parts.slice(0, 2).join('.'), ...full].some(name => GPU_MODULES.has(name));
      if (known) {
        const tried = this._tried.some(([start, end]) => start <= line && line <= end);
        this.mark(tried ? 'would' : 'needs', line, `import ${module}`);
      }
    }
  }

  mark(level: Level, line: number, sign: string): void {
    const known = this.marks.find(mark => mark.line === line && mark.sign === sign);
    if (!known) {
      this.marks.push({ level, line, sign });
    } else if (level === 'needs') {
      known.level = level;
    }
  }

  private _mark(level: Level, line: number, sign: string): void {
    this.mark(this._guarded ? 'would' : level, line, sign);
  }

  private _expression(expression: Expr): void {
    if (expression.kind === 'IfExp' || expression.kind === 'BoolOp') {
      const [test, ...others] = expression.operands;
      this._expression(test);
      const outer = this._guarded;
      this._guarded ||= asksForGpu(test);
      others.forEach(operand => {
        this._device(operand, 'would');
        this._expression(operand);
      });
      this._guarded = outer;
      return;
    }
    if (expression.kind === 'Call') {
      this._call(expression);
    } else if (expression.kind === 'Dict') {
      this._pairs(expression.elts);
    } else if (expression.kind === 'Constant' && expression.type === 'str') {
      const row = GPU_TEXTS.find(({ text }) => text.test(expression.text));
      if (row) {
        this._mark(row.level, expression.line, `"${expression.text}"`);
      }
    } else if (expression.kind === 'Attribute' && this._dotted(expression)?.startsWith('jax.jit')) {
      this._mark('would', expression.line, 'jax.jit');
    }
    operands(expression).forEach(inner => this._expression(inner));
  }

  private _call(call: Call): void {
    const written = dottedName(call.func) ?? (call.func.kind === 'Attribute' ? `?.${call.func.attr}` : '');
    const callee = this._dotted(call.func) ?? written;
    const row = GPU_CALLS.find(each => each.callee.test(callee));
    if (row && !call.keywords.some(staysOff) && !call.args.some(isProcessor)) {
      this._mark(row.level, call.line, `${written.replace('?', '')}()`);
    }
    if (PLACING_CALLS.test(callee)) {
      const level = ASKING_CALLS.test(callee) ? 'would' : 'needs';
      call.args.forEach(argument => this._device(argument, level, callee.endsWith('.to')));
    }
    if (/(^|\.)fit$/.test(callee) && call.keywords.some(({ arg }) => arg === 'epochs')) {
      this._mark('would', call.line, '.fit(epochs=…)');
    }
    call.keywords.forEach(keyword => this._keyword(keyword, callee));
    const [name, value] = call.args;
    if (/environ\.setdefault$|\bputenv$/.test(callee) && name && value) {
      this._visible(name, value);
    }
  }

  /** A value where a device is named. `model.to(device)` goes where there is a GPU, whatever `device` holds. */
  private _device(value: Expr, level: Level, moves = false): void {
    if (value.kind === 'Constant' && value.type === 'str' && DEVICE_WORDS.test(value.text)) {
      this._mark(level, value.line, `"${value.text}"`);
    } else if (moves && value.kind === 'Name' && this._onProcessor.has(value.id)) {
      return;
    } else if (moves && /(^|\.|_)(device|dev)$/i.test(dottedName(value) ?? '')) {
      this._mark('would', value.line, `.to(${dottedName(value)})`);
    } else if (value.kind === 'JoinedStr' || value.kind === 'IfExp') {
      value.operands.forEach(operand => this._device(operand, 'would'));
    }
  }

  private _keyword({ arg, value }: Keyword, call = ''): void {
    const values = value.kind === 'List' || value.kind === 'Tuple' ? value.elts : [value];
    const texts = values.map(textOf);
    const rows = GPU_KEYWORDS.filter(
      ({ keyword, callee }) => keyword.test(arg ?? '') && (callee?.test(call) ?? true)
    );
    for (const row of rows) {
      const found = texts.find(text => text !== null && row.value.test(text));
      if (found) {
        this._mark(
          texts.includes('CPUExecutionProvider') ? 'would' : row.level,
          value.line,
          `${arg}=${found}`
        );
        return;
      }
    }
  }

  /** A dictionary of settings is read as keywords are. */
  private _pairs(elts: readonly Expr[]): void {
    for (let at = 0; at + 1 < elts.length; at++) {
      const key = elts[at];
      if (key.kind === 'Constant' && key.type === 'str') {
        this._keyword({ arg: key.text, value: elts[at + 1] });
        at++;
      }
    }
  }

  private _assigned(targets: readonly Expr[], value: Expr): void {
    for (const target of targets) {
      const name = target.kind === 'Name' ? target.id : target.kind === 'Attribute' ? target.attr : '';
      if (/device|accelerator/i.test(name)) {
        this._onProcessor[isProcessor(value) ? 'add' : 'delete'](name);
        this._device(value, 'needs');
      }
      if (target.kind === 'Subscript') {
        this._visible(target.slice, value);
        this._pairs([target.slice, value]);
      }
    }
  }

  /** `os.environ["CUDA_VISIBLE_DEVICES"] = "0"`; nothing and -1 hide the GPUs. */
  private _visible(name: Expr, value: Expr): void {
    const text = name.kind === 'Constant' ? name.text : '';
    const hides = value.kind === 'Constant' && /^(-1)?$/.test(value.text.trim());
    if (/^(CUDA|HIP|NVIDIA)_VISIBLE_DEVICES$/.test(text) && !hides) {
      this._mark('would', name.line, text);
    }
  }

  private _dotted(expression: Expr): string | null {
    const written = dottedName(expression);
    if (written === null) {
      return null;
    }
    const [root, ...rest] = written.split('.');
    return [this._origins.get(root) ?? root, ...rest].join('.');
  }

  private _guarded = false;
  /** Names of devices that are no GPU. */
  private readonly _onProcessor = new Set<string>();
  private readonly _tried: [start: number, end: number][] = [];
}

/** `"cpu"`, `torch.device("cpu")`. */
function isProcessor(value: Expr): boolean {
  return value.kind === 'Call'
    ? /(^|\.)device$/.test(dottedName(value.func) ?? '') &&
        value.args.length > 0 &&
        isProcessor(value.args[0])
    : value.kind === 'Constant' && value.text === 'cpu';
}

/** `accelerator="cpu"`. */
function staysOff({ arg, value }: Keyword): boolean {
  return CPU_KEYWORDS.some(row => row.keyword.test(arg ?? '') && row.value.test(textOf(value) ?? ''));
}

function isGuard(statement: Stmt): boolean {
  return (
    ((statement.kind === 'If' || statement.kind === 'While') && asksForGpu(statement.test)) ||
    (statement.kind === 'Try' && statement.handlers.length > 0)
  );
}

/** A condition that asks for a GPU. */
function asksForGpu(test: Expr): boolean {
  const named = test.kind === 'Name' ? test.id : test.kind === 'Attribute' ? test.attr : null;
  return (named !== null && AVAILABILITY.test(named)) || operands(test).some(asksForGpu);
}

/** A constant, and a number with its sign. */
function textOf(value: Expr): string | null {
  if (value.kind === 'Constant') {
    return value.text;
  }
  const [operand] = value.kind === 'Operation' ? value.operands : [];
  return value.kind === 'Operation' && value.operands.length === 1 && operand.kind === 'Constant'
    ? `${value.operator}${operand.text}`
    : null;
}
