"""Test servers whose users are told by a cookie, so that several people are on one server. Never use it elsewhere."""

import os

from jupyter_server.auth.identity import IdentityProvider, User
from jupyterlab.galata import configure_jupyter_server


class CookieIdentity(IdentityProvider):
    """Whoever the cookie names."""

    def get_user(self, handler):
        name = handler.get_cookie("weft-test-user") or "nobody"
        return User(username=name, name=name.title(), display_name=name.title())


configure_jupyter_server(c)  # noqa: F821
c.ServerApp.identity_provider_class = CookieIdentity  # noqa: F821
c.ServerApp.port = int(os.environ["WEFT_TEST_PORT"])  # noqa: F821
c.ServerApp.ip = "127.0.0.1"  # noqa: F821
c.ServerApp.allow_root = True  # noqa: F821
c.LabApp.news_url = None  # noqa: F821
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"  # noqa: F821
c.LabApp.extension_manager = "readonly"  # noqa: F821
