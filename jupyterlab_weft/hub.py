"""Starts the hub behind jupyter-server-proxy: Jupyter's login guards it and names the user."""

import base64
import hashlib
import json
import os
import secrets
import sys
from functools import cache
from pathlib import Path

from .node_process import ENVIRONMENT, bundle, node

# Windows has no unix sockets that Python and Node share; a port of this machine and the secret serve there.
UNIX_SOCKET = sys.platform != "win32"


def _identity() -> str:
    """The user whom Jupyter authenticated for the request being proxied, as base64 of JSON; empty if none."""
    from jupyter_server import CallContext

    handler = CallContext.get(CallContext.JUPYTER_HANDLER)
    user = getattr(handler, "current_user", None)
    if user is None:
        return ""
    fields = {
        "username": user.username,
        "name": user.name,
        "display_name": user.display_name,
        "color": user.color,
    }
    return base64.urlsafe_b64encode(json.dumps(fields).encode()).decode()


def data_folder() -> Path:
    """Where the hub keeps its rooms: one folder for each root folder that Jupyter serves.

    One hub at a time can have a folder, and a person often runs a Jupyter server in each of several projects.
    """
    from jupyter_core.paths import jupyter_data_dir
    from jupyter_server.serverapp import ServerApp

    root = ServerApp.instance().root_dir if ServerApp.initialized() else str(Path.cwd())
    name = hashlib.sha256(str(Path(root).resolve()).encode()).hexdigest()[:16]
    return Path(jupyter_data_dir()) / "weft" / name


def _command() -> list[str]:
    """The command of the hub; jupyter-server-proxy fills in what stands in braces."""
    paths = [node(), bundle("hub"), "--data", str(data_folder())]
    listen = ["--socket", "{unix_socket}"] if UNIX_SOCKET else ["--port", "{port}"]
    return [
        *map(_literal, paths),
        *listen,
        "--base",
        "{base_url}weft/",
    ]


@cache
def _other_hub() -> dict[str, str]:
    """Where rooms are opened instead of here, and the key that signs for it, as the operator set them.

    The key is taken out of the environment of the Jupyter server, which kernels and terminals inherit: whoever has
    it can sign as anybody.
    """
    found = {
        "WEFT_HUB_URL": os.environ.get("WEFT_HUB_URL"),
        "WEFT_HUB_KEY": os.environ.pop("WEFT_HUB_KEY", None),
    }
    return {name: _literal(value) for name, value in found.items() if value}


def _literal(text: str) -> str:
    """A text that jupyter-server-proxy takes as it is: what stands in braces is a template to it."""
    return text.replace("{", "{{").replace("}", "}}")


def setup_weft() -> dict:
    """Entry point of jupyter-server-proxy: one hub per Jupyter server, on a unix socket, behind a secret.

    The secret is new at each start and travels by environment, never on a command line. The headers are set on
    every proxied request, so that a browser cannot forge who it is. The hub ends when this process, which it knows
    by its id, is gone.
    """
    secret = secrets.token_urlsafe(32)
    return {
        "command": _command,
        "environment": {
            **ENVIRONMENT,
            "WEFT_PROXY_SECRET": secret,
            "WEFT_PARENT_PID": str(os.getpid()),
            **_other_hub(),
        },
        "request_headers_override": lambda: {"X-Weft-Proxy": secret, "X-Weft-User": _identity()},
        "unix_socket": UNIX_SOCKET,
        "absolute_url": True,
        "timeout": 30,
        "update_last_activity": False,
        "launcher_entry": {"enabled": False},
    }
