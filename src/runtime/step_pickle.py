"""Pickle: classes and functions of the notebook by name where the reader has them, else by value.

Plain pickle finds them only by name, and cloudpickle only by value, which makes a second class beside the one that
the reading step was given as source.
"""

import pickle
import sys
import types

from step_errors import StepError

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


def pickler(base, file):
    main = sys.modules["__main__"]
    known = {}

    class Pickler(base):
        def persistent_id(self, value):
            if not isinstance(value, (type, types.FunctionType)) or value.__module__ != "__main__":
                return None
            name = value.__qualname__
            if getattr(main, name, None) is not value:
                return None
            if name not in known:
                known[name] = None
                try:
                    import cloudpickle

                    known[name] = (name, PYTHON, cloudpickle.dumps(value))
                except Exception:  # noqa: BLE001 - whatever it holds: the reader must define it
                    known[name] = (name, PYTHON, None)
            return known[name]

    return Pickler(file, protocol=5)


class Unpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        name, python, by_value = pid
        main = sys.modules["__main__"]
        if not hasattr(main, name):
            if by_value is None or python != PYTHON:
                raise StepError(f"it needs `{name}`, which this step does not define: add the cell that does")
            setattr(main, name, pickle.loads(by_value))
        return getattr(main, name)
