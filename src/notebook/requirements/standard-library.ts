import { words } from '../words';

/** Top-level modules of all of CPython 3.9 to 3.14 (`sys.stdlib_module_names`, and the list of 3.9's manual). */
const ALWAYS = words(`
  __future__ __main__ abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile
  calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib
  contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings
  ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt
  getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io
  ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder
  msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle
  pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr
  pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select
  selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse
  ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile
  termios textwrap this threading time timeit tkinter token tokenize trace traceback tracemalloc tty turtle
  turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound
  wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
`);

/** Modules that came with a version of Python, the minor number of Python 3. */
const SINCE: Readonly<Record<number, ReadonlySet<string>>> = {
  11: words('tomllib'),
  14: words('annotationlib compression')
};

/** Modules that went with a version of Python (PEP 594, PEP 632, and the notes on each version). */
const UNTIL: Readonly<Record<number, ReadonlySet<string>>> = {
  10: words('formatter parser symbol'),
  11: words('binhex'),
  12: words('asynchat asyncore distutils imp smtpd'),
  13: words(`
    aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau
    telnetlib uu xdrlib
  `)
};

const SINCE_MINOR = byModule(SINCE);
const UNTIL_MINOR = byModule(UNTIL);

/** Top-level modules that are part of Python itself in some version from 3.9 to 3.14. */
export const STANDARD_LIBRARY: ReadonlySet<string> = new Set([
  ...ALWAYS,
  ...SINCE_MINOR.keys(),
  ...UNTIL_MINOR.keys()
]);

/** Whether a module, dotted or not, is part of Python itself: of any version, or of `3.<minor>`. */
export function isStandard(module: string, minor?: number): boolean {
  const root = module.split('.')[0];
  return (
    STANDARD_LIBRARY.has(root) &&
    (minor === undefined ||
      (minor >= (SINCE_MINOR.get(root) ?? 0) && minor < (UNTIL_MINOR.get(root) ?? Infinity)))
  );
}

function byModule(table: Readonly<Record<number, ReadonlySet<string>>>): Map<string, number> {
  return new Map(
    Object.entries(table).flatMap(([minor, modules]) =>
      [...modules].map(module => [module, Number(minor)] as const)
    )
  );
}
