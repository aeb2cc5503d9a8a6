"""Files and folders: written whole or not at all, copied to and from artifacts, and known by their digests."""

import hashlib
import os
import pathlib
import shutil
import tempfile

from step_errors import StepError

MOUNTS = {"s3://": "/s3/", "minio://": "/minio/", "gs://": "/gcs/"}


def local_path(artifact):
    """Where Kubeflow's launcher puts an artifact (kfp.dsl.Artifact.path)."""
    uri = artifact.get("customPath") or artifact.get("uri", "")
    for scheme, mount in MOUNTS.items():
        if uri.startswith(scheme):
            return mount + uri[len(scheme) :]
    return uri


def write_file(path, write):
    """Writes under another name first: a step that is stopped leaves no half file. Returns what `write` does."""
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "wb") as file:
            told = write(file)
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)
    return told


def copy(source, target):
    if os.path.isdir(source):
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif not os.path.exists(target) or not os.path.samefile(source, target):
        with open(source, "rb") as file:
            write_file(target, lambda made: shutil.copyfileobj(file, made))


def digest(path):
    sha = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            sha.update(block)
    return sha.hexdigest()


def keep(name, path, target):
    """Stores what the cells wrote at `path`; returns its metadata."""
    if not os.path.exists(path):
        raise StepError(f"`{name}` is the file {path}, and no cell of this step writes it.")
    copy(path, target)
    sha = {} if os.path.isdir(target) else {"weft_sha256": digest(target)}
    return {"weft_format": "file", "weft_path": str(path), **sha}


def put(source, path):
    """Puts a stored file where it was written, or by its name in a folder of its own when that is elsewhere."""
    where = os.path.normpath(path)
    if os.path.isabs(where) or where.startswith(".."):
        where = os.path.join(tempfile.mkdtemp(prefix="weft-"), os.path.basename(where))
    copy(source, where)
    return pathlib.Path(where)
