"""Starts the hub behind jupyter-server-proxy: Jupyter's login guards it and names the user."""

import base64
import json
import secrets

from .node_process import bundle, node


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


def setup_weft() -> dict:
    """Entry point of jupyter-server-proxy: one hub per Jupyter server, on a unix socket, behind a secret.

    The secret is new at each start and travels by environment, never on a command line. The headers are set on
    every proxied request, so that a browser cannot forge who it is.
    """
    secret = secrets.token_urlsafe(32)
    return {
        "command": [node(), bundle("hub"), "--socket", "{unix_socket}", "--base", "{base_url}weft/"],
        "environment": {"WEFT_PROXY_SECRET": secret},
        "request_headers_override": lambda: {"X-Weft-Proxy": secret, "X-Weft-User": _identity()},
        "unix_socket": True,
        "absolute_url": True,
        "timeout": 30,
        "update_last_activity": False,
        "launcher_entry": {"enabled": False},
    }
