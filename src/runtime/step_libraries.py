"""Formats of the libraries that models, tensors, tables and pictures come from: safe ones, or their own; then pickles."""

import io
import pickle
import re
import shutil
import sys
import tempfile

from step_formats import FORMATS
from step_pickle import dump, load_pickle
from step_tagged import resolve


def save_npz(value, _, file):
    """Arrays by name; the names are the last array."""
    if any(each.dtype.hasobject for each in value.values()):
        raise ValueError
    resolve("numpy").savez(file, *value.values(), resolve("numpy").array(list(value)))


def load_npz(file, _):
    *arrays, names = resolve("numpy").load(file).values()
    return dict(zip(names.tolist(), arrays))


def save_png(value, _, file):
    if not re.fullmatch("1|LA?|P|RGBA?|I;16", value.mode):
        raise ValueError
    value.save(file, "PNG")


def save_tensors(value, _, file):
    tensors = value if isinstance(value, dict) else {"": value}
    if any(each.requires_grad or each.device.type != "cpu" for each in tensors.values()):
        raise ValueError
    file.write(resolve("safetensors.torch").save({k: each.contiguous() for k, each in tensors.items()}))


def load_tensors(file, about):
    tensors = resolve("safetensors.torch").load(file.read())
    return tensors[""] if about["weft_class"] == "torch.Tensor" else tensors


def load_torch(file, _):
    """On the device it was on, if there is one here."""
    place = None if resolve("torch").cuda.is_available() else "cpu"
    return resolve("torch").load(file, map_location=place, weights_only=False)


def by_path(suffix, method, opened):
    """A format of a library that wants a path with a suffix of its own."""

    def write(value, _, file):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/x{suffix}"
            getattr(value, method)(path)
            with open(path, "rb") as made:
                shutil.copyfileobj(made, file)

    def read(file, about):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/x{suffix}"
            with open(path, "wb") as made:
                shutil.copyfileobj(file, made)
            return opened(path, about)

    return write, read


def load_xgboost(path, about):
    model = resolve(about["weft_class"])()
    model.load_model(path)
    return model


def save_table(value, _, file):
    if hasattr(value, "write_parquet"):
        value.write_parquet(file)
    else:
        resolve("pyarrow.parquet").write_table(value, file)


def load_table(file, about):
    if "polars" in about["weft_class"]:
        return resolve("polars").read_parquet(file)
    return resolve("pyarrow.parquet").read_table(file)


def items(value):
    """What a value holds, where that may be arrays or tensors."""
    if type(value) is dict or hasattr(type(value), "move_to_end"):
        return value.values()
    return value if type(value) in (list, tuple) else [value]


def all_arrays(value):
    numpy = sys.modules.get("numpy")
    return numpy and type(value) is dict and {*map(type, value.values())} == {numpy.ndarray}


def of_torch(value):
    torch = sys.modules.get("torch")
    return torch and any(
        isinstance(each, (torch.Tensor, torch.nn.Module, torch.optim.Optimizer)) for each in items(value)
    )


def all_tensors(value):
    torch = sys.modules.get("torch")
    return torch and type(value) not in (list, tuple) and {*map(type, items(value))} == {torch.Tensor}


FORMATS.update(
    {
        "npz": (save_npz, load_npz, all_arrays),
        "sparse": (
            lambda value, _, file: resolve("scipy.sparse").save_npz(file, value),
            lambda file, _: resolve("scipy.sparse").load_npz(file),
            "scipy.sparse",
        ),
        "table": (save_table, load_table, "polars.*DataFrame$|pyarrow.lib.Table"),
        "png": (save_png, lambda file, _: resolve("PIL.Image").open(file).copy(), "PIL."),
        "safetensors": (save_tensors, load_tensors, all_tensors),
        "torch": (lambda value, _, file: resolve("torch").save(value, file), load_torch, of_torch),
        "keras": (
            *by_path(".keras", "save", lambda path, _: resolve("keras").models.load_model(path)),
            "keras.",
        ),
        "xgboost": (*by_path(".ubj", "save_model", load_xgboost), "xgboost."),
        "pickle": (lambda value, _, file: dump(value, file, pickle.Pickler), load_pickle, ""),
        "cloudpickle": (
            lambda value, _, file: dump(value, file, resolve("cloudpickle").Pickler),
            load_pickle,
            lambda value: not isinstance(value, io.IOBase),
        ),
    }
)
