# Runs after `SOURCES = {name: text}`, which pack.ts writes in front; imported by nothing.
import sys
import types

for name, source in SOURCES.items():  # noqa: F821
    module = sys.modules[name] = types.ModuleType(name)
    exec(compile(source, f"<weft {name}>", "exec"), module.__dict__)  # noqa: S102 - the code of this very runtime
sys.exit(sys.modules.pop("step").main(*sys.argv[1:]))
