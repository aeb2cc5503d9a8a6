"""Formats of the libraries that models, tensors, tables and pictures come from: safe ones, or the library's own."""

import os
import pkgutil
import shutil
import sys
import tempfile

from step_errors import Unsuitable, class_of
from step_formats import FORMATS, library


def save_npz(value, _, file):
    """Arrays by name; the names are the last array."""
    numpy = library("numpy")
    if any(type(each) is not numpy.ndarray or each.dtype.hasobject for each in value.values()):
        raise Unsuitable("it holds objects")
    numpy.savez(file, *value.values(), numpy.array(list(value)))


def load_npz(file, _):
    *arrays, names = library("numpy").load(file, allow_pickle=False).values()
    return dict(zip(names.tolist(), arrays))


def save_png(value, _, file):
    if value.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        raise Unsuitable("png would change it")
    value.save(file, "PNG")


def save_tensors(value, _, file):
    tensors = value if isinstance(value, dict) else {"": value}
    if any(each.requires_grad or each.device.type != "cpu" for each in tensors.values()):
        raise Unsuitable("safetensors would change it")
    file.write(library("safetensors.torch").save({k: each.contiguous() for k, each in tensors.items()}))


def load_tensors(file, metadata):
    tensors = library("safetensors.torch").load(file.read())
    return tensors[""] if metadata["weft_class"] == "torch.Tensor" else tensors


def load_torch(file, _):
    """On the device it was on, if there is one here."""
    torch = library("torch")
    place = None if torch.cuda.is_available() else "cpu"
    return torch.load(file, map_location=place, weights_only=False)


def by_path(suffix, method, load):
    """A format of a library that wants a path with a suffix of its own."""

    def save(value, _, file):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x" + suffix)
            getattr(value, method)(path)
            with open(path, "rb") as made:
                shutil.copyfileobj(made, file)

    def read(file, metadata):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x" + suffix)
            with open(path, "wb") as made:
                shutil.copyfileobj(file, made)
            return load(path, metadata["weft_class"])

    return save, read


def load_xgboost(path, kind):
    model = pkgutil.resolve_name(kind)()
    model.load_model(path)
    return model


def save_table(value, _, file):
    if hasattr(value, "write_parquet"):
        value.write_parquet(file)
    else:
        library("pyarrow.parquet").write_table(value, file)


def load_table(file, metadata):
    if metadata["weft_class"].startswith("polars."):
        return library("polars").read_parquet(file)
    return library("pyarrow.parquet").read_table(file)


def items(value):
    """What a value holds, where that may be arrays or tensors."""
    if type(value) is dict or hasattr(value, "move_to_end"):
        return value.values()
    return value if type(value) in (list, tuple) else [value]


def of_numpy(value):
    numpy = sys.modules.get("numpy")
    return numpy and type(value) is dict and any(type(each) is numpy.ndarray for each in value.values())


def of_torch(value):
    torch = sys.modules.get("torch")
    kinds = torch and (torch.Tensor, torch.nn.Module, torch.optim.Optimizer)
    return torch and any(isinstance(each, kinds) for each in items(value))


def all_tensors(value):
    kinds = {type(each) for each in items(value)}
    return of_torch(value) and kinds == {sys.modules["torch"].Tensor} and type(value) not in (list, tuple)


def of_class(*starts):
    return lambda value: class_of(value).startswith(starts)


FORMATS.update(
    {
        "npz": (save_npz, load_npz, of_numpy),
        "sparse": (
            lambda value, _, file: library("scipy.sparse").save_npz(file, value),
            lambda file, _: library("scipy.sparse").load_npz(file),
            of_class("scipy.sparse."),
        ),
        "table": (save_table, load_table, of_class("polars.dataframe.frame.DataFrame", "pyarrow.lib.Table")),
        "png": (save_png, lambda file, _: library("PIL.Image").open(file).copy(), of_class("PIL.")),
        "safetensors": (save_tensors, load_tensors, all_tensors),
        "torch": (lambda value, _, file: library("torch").save(value, file), load_torch, of_torch),
        "keras": (
            *by_path(".keras", "save", lambda path, _: library("keras").models.load_model(path)),
            of_class("keras."),
        ),
        "xgboost": (*by_path(".ubj", "save_model", load_xgboost), of_class("xgboost.")),
    }
)
