"""Compiles every pipeline of the programs in sdk/ with the SDK. usage: python compile-sdk.py FOLDER"""

import importlib
import sys
import warnings
from pathlib import Path

HERE = Path(__file__).parent


def main(folder):
    from kfp import compiler
    from kfp.dsl.graph_component import GraphComponent

    warnings.simplefilter("ignore")
    sys.path.insert(0, str(HERE))
    for path in sorted((HERE / "sdk").glob("*.py")):
        module = importlib.import_module(f"sdk.{path.stem}")
        for name, made in vars(module).items():
            if isinstance(made, GraphComponent):
                compiler.Compiler().compile(made, str(folder / f"{path.stem}-{name}.yaml"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
