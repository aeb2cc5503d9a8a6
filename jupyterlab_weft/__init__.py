"""Weft in Jupyter: where the built extension lies, and how the hub is started beside a Jupyter server."""

from .hub import setup_weft

__all__ = ["setup_weft"]


def _jupyter_labextension_paths():
    return [{"src": "labextension", "dest": "jupyterlab-weft"}]
