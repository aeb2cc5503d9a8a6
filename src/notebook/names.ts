/** Names that exist without a definition, so that reading them needs nothing. */

const BUILTINS =
  'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError ' +
  'BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ' +
  'ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning ' +
  'EnvironmentError Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError ' +
  'FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError ' +
  'InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ' +
  'ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError ' +
  'OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError ' +
  'RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration ' +
  'StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError ' +
  'UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError ' +
  'UnicodeWarning UserWarning ValueError Warning ZeroDivisionError __build_class__ __builtins__ ' +
  '__debug__ __doc__ __import__ __loader__ __name__ __package__ __spec__ abs aiter all anext any ascii ' +
  'bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr ' +
  'dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash ' +
  'help hex id input int isinstance issubclass iter len license list locals map max memoryview min next ' +
  'object oct open ord pow print property quit range repr reversed round set setattr slice sorted ' +
  'staticmethod str sum super tuple type vars zip __annotations__ __class__';

/** What IPython's shell puts into the user's namespace. */
const IPYTHON = 'get_ipython display In Out _ __ ___ _i _ii _iii _ih _oh _dh _exit_code';

const GIVEN: ReadonlySet<string> = new Set(`${BUILTINS} ${IPYTHON}`.split(' '));

/** Stand for the generators that a process shares: NumPy's, that of `random`, and PyTorch's for the CPU. */
export const RANDOM_NUMPY = 'weft_random_numpy';
export const RANDOM_PYTHON = 'weft_random_python';
export const RANDOM_TORCH = 'weft_random_torch';

/** Hidden states, with the library that draws from each. */
const HIDDEN: ReadonlyMap<string, string> = new Map([
  [RANDOM_NUMPY, 'NumPy'],
  [RANDOM_PYTHON, 'random'],
  [RANDOM_TORCH, 'PyTorch']
]);

/** Names that no source spells out: they stand for a state of the process (`step_random.py` in src/runtime). */
export function isHiddenState(name: string): boolean {
  return HIDDEN.has(name);
}

/** The library whose random generator a hidden state is; undefined for any other name. */
export function randomLibrary(name: string): string | undefined {
  return HIDDEN.get(name);
}

/** Python's builtins (3.9 to 3.14), what IPython provides, and hidden states, which are there unseeded too. */
export function isGiven(name: string): boolean {
  return GIVEN.has(name) || isOutputHistory(name) || isHiddenState(name);
}

/** Them all, for suggestions. */
export function givenNames(): Iterable<string> {
  return GIVEN;
}

/** `_`, `__`, `_12`, `_i3`, `Out`: reading one depends on what another cell displayed or held. */
export function isOutputHistory(name: string): boolean {
  return /^(_{1,3}|_\d+|_i{1,3}|_i\d+|_oh|_ih|Out|In)$/.test(name);
}
