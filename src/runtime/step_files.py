"""Files and folders: written whole or not at all, copied to and from artifacts, and known by their digests."""

import hashlib
import os
import pathlib
import re
import shutil
import tempfile

from step_errors import StepError


def local_path(artifact):
    """Where Kubeflow's launcher puts an artifact (kfp.dsl.Artifact.path)."""
    uri = artifact.get("customPath") or artifact.get("uri", "")
    return re.sub("^(s3|minio|gcs)://", r"/\1/", re.sub("^gs:", "gcs:", uri))


def write_file(path, write):
    """Writes under another name first: a step that is stopped leaves no half file."""
    half = pathlib.Path(f"{path}.part")
    os.makedirs(half.parent, exist_ok=True)
    try:
        with open(half, "w+b") as file:
            write(file)
        half.replace(path)
    finally:
        half.unlink(True)


def write_text(path, text):
    write_file(path, lambda file: file.write(text.encode("utf-8", "backslashreplace")))


def copy(source, target):
    if os.path.isdir(source):
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        with open(source, "rb") as file:
            write_file(target, lambda made: shutil.copyfileobj(file, made))


def digest(path):
    sha = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            sha.update(block)
    return sha.hexdigest()


def keep(name, path, target):
    """Stores what the cells wrote at `path`; returns its metadata. A slash ends that of a folder that may not be there."""
    if str(path).endswith("/"):
        os.makedirs(path, exist_ok=True)
    if not os.path.exists(path):
        raise StepError(f"`{name}` is the file {path} of this step, and no cell of it makes it.")
    copy(path, target)
    sha = {} if os.path.isdir(path) else {"weft_sha256": digest(target)}
    return {"weft_format": "file", "weft_path": str(path), **sha}


def put(source, path):
    """Puts a stored file where it was written, or by its name in a folder of its own when that is elsewhere."""
    where = os.path.normpath(path)
    if os.path.isabs(where) or where.startswith(".."):
        where = f"{tempfile.mkdtemp()}/{os.path.basename(where)}"
    if path.endswith("/"):  # object stores keep no empty folders
        os.makedirs(source, exist_ok=True)
    copy(source, where)
    return pathlib.Path(where)
