"""Whole runs of compiled pipelines by the SDK's own subprocess runner."""

import base64
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import time
import zlib

import pytest
import yaml
from bench import CALL, PARAMETERS, packed, ports

HERE = pathlib.Path(__file__).parent
SCRIPT = (
    ": kfp.dsl.executor_main\nexec python3 -c "
    '"import base64,sys,zlib;exec(zlib.decompress(base64.b64decode(sys.argv.pop(1))))" "$0" "$@"\n'
)
RUNTIME = base64.b64encode(zlib.compress(CALL.encode())).decode()
TYPES = dict(
    zip(PARAMETERS, ("STRING", "NUMBER_INTEGER", "NUMBER_DOUBLE", "BOOLEAN", "LIST", "STRUCT"), strict=True)
)


def definitions(types):
    found = {"parameters": {}, "artifacts": {}}
    for name, port in ports(types).items():
        if port["artifact"]:
            schema = {"schemaTitle": f"system.{port['type']}", "schemaVersion": "0.0.1"}
            found["artifacts"][name] = {"artifactType": schema}
        else:
            found["parameters"][name] = {"parameterType": TYPES[port["type"]]}
    return found


class Pipeline:
    """A spec written by hand, step by step."""

    def __init__(self, parameters=None):
        self.spec = {
            "pipelineInfo": {"name": "by-hand"},
            "schemaVersion": "2.1.0",
            "sdkVersion": "kfp-2.17.0",
            "deploymentSpec": {"executors": {}},
            "components": {},
            "root": {"dag": {"tasks": {}}, "inputDefinitions": {"parameters": parameters or {}}},
        }
        self.outputs = {}

    def step(self, task, *cells, inputs=None, outputs=None, after=(), retry=0):
        """`inputs`: {name: (producer, output)} or {name: parameter}."""
        inputs, outputs = inputs or {}, outputs or {}
        types = {}
        wired = {"parameters": {}, "artifacts": {}}
        before = set(after)
        for name, source in inputs.items():
            if isinstance(source, str):
                kinds = {kind: name for name, kind in TYPES.items()}
                types[name] = kinds[
                    self.spec["root"]["inputDefinitions"]["parameters"][source]["parameterType"]
                ]
                wired["parameters"][name] = {"componentInputParameter": source}
                continue
            producer, output = source
            before.add(producer)
            types[name] = self.outputs[producer][output]
            if types[name] in PARAMETERS:
                given = {"producerTask": producer, "outputParameterKey": output}
                wired["parameters"][name] = {"taskOutputParameter": given}
            else:
                given = {"producerTask": producer, "outputArtifactKey": output}
                wired["artifacts"][name] = {"taskOutputArtifact": given}
        self.outputs[task] = outputs
        given = {name: kind for name, kind in outputs.items() if not name.startswith("weft_")}
        self.spec["deploymentSpec"]["executors"][f"exec-{task}"] = {
            "container": {
                "image": "python:3.11",
                "command": ["sh", "-ec", SCRIPT, RUNTIME, packed(cells, types, given)],
                "args": ["{{$}}"],
            }
        }
        self.spec["components"][f"comp-{task}"] = {
            "executorLabel": f"exec-{task}",
            "inputDefinitions": definitions(types),
            "outputDefinitions": definitions(outputs),
        }
        self.spec["root"]["dag"]["tasks"][task] = {
            "taskInfo": {"name": task},
            "componentRef": {"name": f"comp-{task}"},
            "inputs": wired,
            "dependentTasks": sorted(before),
            "cachingOptions": {},
            **({"retryPolicy": {"maxRetryCount": retry, "backoffDuration": "0s"}} if retry else {}),
        }
        return self

    def write(self, path):
        path.write_text(yaml.safe_dump(self.spec))
        return path


def command(folder, pipeline, *options, root="python3 root"):
    spec = pipeline.write(folder / "spec.yaml")
    return [sys.executable, str(HERE / "local.py"), str(spec), "--root", str(folder / root), *options]


def run(folder, pipeline, *options):
    done = subprocess.run(
        command(folder, pipeline, *options),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=folder,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def ended(events):
    return {event["node"]: event for event in events if event["event"] == "step-ended"}


def three_steps():
    return (
        Pipeline({"epochs": {"parameterType": "NUMBER_INTEGER", "defaultValue": 5}})
        .step(
            "load",
            "import numpy as np\ndata = np.arange(epochs)",
            inputs={"epochs": "epochs"},
            outputs={"data": "Dataset"},
        )
        .step(
            "train",
            "print('training python3')\nmodel = {'w': float(data.sum())}\nloss = 0.5",
            inputs={"data": ("load", "data")},
            outputs={"model": "Model", "loss": "number"},
        )
        .step(
            "report",
            "scores = {'w': model['w'], 'loss': loss}",
            inputs={"model": ("train", "model"), "loss": ("train", "loss")},
            outputs={"scores": "Metrics"},
        )
    )


def test_a_run_from_end_to_end(tmp_path):
    names = tmp_path / "map.json"
    names.write_text(json.dumps({"train": "n2"}))
    status, events, errors = run(tmp_path, three_steps(), "--param", "epochs=4", "--map", str(names))
    assert (status, errors) == (0, "")
    assert events[0]["steps"] == ["load", "report", "n2"]
    kinds = [(event["event"], event.get("node")) for event in events]
    assert kinds == [
        ("run-started", None),
        ("step-started", "load"),
        ("step-ended", "load"),
        ("step-started", "n2"),
        ("step-log", "n2"),
        ("step-ended", "n2"),
        ("step-started", "report"),
        ("step-ended", "report"),
        ("run-ended", None),
    ]
    assert [event["text"] for event in events if event["event"] == "step-log"] == ["training python3"]
    assert ended(events)["n2"]["outputs"] == {"loss": 0.5}
    assert ended(events)["report"]["outputs"] == {"scores": {"w": 6, "loss": 0.5}}
    assert events[-1]["state"] == "succeeded"
    assert list(tmp_path.glob("python3 root/by-hand-*/train/model"))


def test_a_default_is_used_and_an_integer_stays_one(tmp_path):
    pipeline = Pipeline({"n": {"parameterType": "NUMBER_INTEGER", "defaultValue": 5}})
    pipeline.step("show", "m = n + 1", inputs={"n": "n"}, outputs={"m": "integer"})
    _, events, _ = run(tmp_path, pipeline)
    assert repr(ended(events)["show"]["outputs"]["m"]) == "6"


def test_words_of_a_parameter_are_left_alone(tmp_path):
    pipeline = Pipeline({"image": {"parameterType": "STRING"}})
    pipeline.step("show", "out = image", inputs={"image": "image"}, outputs={"out": "string"})
    status, events, _ = run(tmp_path, pipeline, "--param", "image=python3:3.11 'ä' $HOME")
    assert status == 0
    assert ended(events)["show"]["outputs"] == {"out": "python3:3.11 'ä' $HOME"}


def test_a_failure_has_a_place_and_what_follows_is_skipped(tmp_path):
    pipeline = (
        Pipeline()
        .step("load", "data = 1", outputs={"data": "integer"})
        .step(
            "train",
            "print('go')\nraise ValueError('bad')",
            inputs={"data": ("load", "data")},
            outputs={"m": "Model"},
        )
        .step("report", "m", inputs={"m": ("train", "m")})
    )
    status, events, _ = run(tmp_path, pipeline)
    assert status == 1
    steps = ended(events)
    assert steps["load"]["state"] == "succeeded"
    assert steps["train"]["state"] == "failed"
    assert steps["train"]["message"] == "ValueError: bad"
    assert steps["train"]["failure"] == {"notebook": "churn.ipynb", "cell": "c0", "line": 2}
    assert steps["report"]["state"] == "skipped"
    assert steps["report"]["message"] == "not run, because train failed."
    log = [event["text"] for event in events if event["event"] == "step-log"]
    assert log[0] == "go" and '  File "<churn.ipynb cell 1>", line 2, in <module>' in log
    assert not any(line.startswith("weft-failure") for line in log)
    assert (events[-1]["state"], events[-1]["message"]) == ("failed", "train failed: ValueError: bad")


def test_a_step_that_dies_says_how(tmp_path):
    _, events, _ = run(tmp_path, Pipeline().step("a", "import os; os.kill(os.getpid(), 9)"))
    assert ended(events)["a"]["message"] == "it was ended by SIGKILL."


def test_a_retried_step_is_one_step(tmp_path):
    cell = "import pathlib\nmark = pathlib.Path('mark')\nif not mark.exists():\n    mark.touch()\n    raise OSError('once')"
    status, events, _ = run(tmp_path, Pipeline().step("a", cell, retry=1))
    assert status == 0
    assert [event["event"] for event in events].count("step-started") == 1
    assert ended(events)["a"]["state"] == "succeeded"


def test_what_a_step_leaves_running_does_not_hold_the_run(tmp_path):
    cell = "import subprocess\np = subprocess.Popen(['sleep', '1234']); print(p.pid)"
    status, events, _ = run(tmp_path, Pipeline().step("a", cell))
    assert status == 0
    pid = int(next(event["text"] for event in events if event["event"] == "step-log"))
    assert not alive(pid)


def alive(pid):
    """True while a process runs; one that is only waited for does not."""
    with contextlib.suppress(OSError):
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_no_process_and_no_half_file(tmp_path, number):
    cell = (
        "import os, subprocess, time\nchild = subprocess.Popen(['sleep', '1234'])\n"
        "class Slow:\n    def __reduce__(self):\n        print(os.getpid(), child.pid)\n        time.sleep(60)\n"
        "x = [b'much' * 10**6, Slow()]"
    )
    pipeline = Pipeline().step("a", cell, outputs={"x": "Artifact"}).step("b", "x", inputs={"x": ("a", "x")})
    process = subprocess.Popen(command(tmp_path, pipeline, root="root"), stdout=subprocess.PIPE, text=True)
    events = []
    while not events or events[-1]["event"] != "step-log":
        events.append(json.loads(process.stdout.readline()))
    process.send_signal(number)
    events += [json.loads(line) for line in process.stdout]
    assert process.wait(60) == 130
    assert {node: event["state"] for node, event in ended(events).items()} == {
        "a": "cancelled",
        "b": "cancelled",
    }
    assert events[-1]["state"] == "cancelled"
    pids = [int(pid) for pid in next(e["text"] for e in events if e["event"] == "step-log").split()]
    until = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(map(alive, pids))
    assert not list(tmp_path.glob("root/*/a/x")) and not list(tmp_path.glob("root/*/a/executor_output.json"))


def test_steps_of_groups_are_told_of_and_a_failed_iteration_stays_failed(tmp_path):
    from kfp import compiler, dsl

    part = dsl.component(base_image="python:3.11", install_kfp_package=False)

    @part
    def twice(value: int) -> int:
        if value == 1:
            raise RuntimeError("no ones")
        return value * 2

    @part
    def say(word: str) -> str:
        return word

    @dsl.pipeline
    def grouped(word: str = "a"):
        with dsl.ParallelFor([1, 2, 3], parallelism=1) as item:
            twice(value=item)
        with dsl.If(word == "a"):
            say(word=word).set_display_name("Yes")
        with dsl.If(word == "b"):
            say(word=word)

    spec = tmp_path / "grouped.yaml"
    compiler.Compiler().compile(grouped, str(spec))
    script = [sys.executable, str(HERE / "local.py"), str(spec), "--root", str(tmp_path / "root")]
    done = subprocess.run(script, check=False, capture_output=True, text=True)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1, done.stderr
    assert sorted(events[0]["steps"]) == ["say", "say-2", "twice"]
    ends = {event["node"]: event["state"] for event in events if event["event"] == "step-ended"}
    assert ends["twice"] == "failed"
    assert events[-1]["state"] == "failed"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--param", "nope=1"], "the pipeline has no parameter nope; its parameters: epochs."),
        (["--param", "epochs=many"], "parameter epochs must be an integer, and is 'many'."),
        (["--param", "epochs=1.5"], "parameter epochs must be an integer, and is 1.5."),
        (["--param", "epochs"], "--param epochs has no value: write NAME=VALUE."),
        (["--map", "nowhere.json"], "nowhere.json"),
    ],
)
def test_wrong_use_is_one_sentence(tmp_path, options, says):
    status, events, errors = run(tmp_path, three_steps(), *options)
    assert (status, events) == (2, [])
    assert says in errors and errors.count("\n") == 1


def test_a_parameter_without_a_value(tmp_path):
    pipeline = Pipeline({"image": {"parameterType": "STRING"}}).step(
        "show", "image", inputs={"image": "image"}
    )
    status, _, errors = run(tmp_path, pipeline)
    assert (status, errors) == (2, "parameter image has no value: give it one with --param image=…\n")


def test_a_spec_that_cannot_be_read(tmp_path):
    pipeline = Pipeline()
    pipeline.spec = {"nothing": "here"}
    status, events, errors = run(tmp_path, pipeline)
    assert (status, events) == (2, [])
    assert errors.startswith("the spec cannot be read: ") and errors.count("\n") == 1


def test_without_kfp_it_says_how_to_get_it(tmp_path):
    done = subprocess.run(
        [sys.executable, "-S", "-E", *command(tmp_path, three_steps())[1:]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr == 'kfp is not installed here; install it with: pip install "jupyterlab-weft[local]"\n'


KERNEL = """
import base64, json, sys
weft = {{"__name__": "weft_local"}}
exec(open({program!r}).read(), weft)
weft["run_in_kernel"](open({spec!r}).read(), {{}}, {{"train": "n2"}})
"""


def test_in_a_kernel_and_interrupted_there(tmp_path):
    manager = pytest.importorskip("jupyter_client.manager")
    folder = tmp_path / "spec"
    folder.mkdir()
    whole = three_steps().write(folder / "whole.yaml")
    cell = "import os, time\nprint(os.getpid())\ntime.sleep(60)"
    slow = Pipeline().step("a", cell).write(folder / "slow.yaml")
    environment = {**os.environ, "IPYTHONDIR": str(tmp_path / "ipython"), "TMPDIR": str(tmp_path)}
    kernel, client = manager.start_new_kernel(kernel_name="python3", env=environment)
    try:
        events = []

        def hear(message):
            for line in message["content"].get("text", "").splitlines():
                assert line.startswith("weft-event: "), line
                events.append(json.loads(line.split(" ", 1)[1]))
                if events[-1]["event"] == "step-log" and events[-1]["text"].isdigit():
                    kernel.interrupt_kernel()

        def execute(spec):
            code = KERNEL.format(program=str(HERE / "local.py"), spec=str(spec))
            return client.execute_interactive(code, output_hook=hear, timeout=120)["content"]["status"]

        assert execute(whole) == "ok"
        assert events[-1]["state"] == "succeeded"
        assert ended(events)["n2"]["outputs"] == {"loss": 0.5}
        events.clear()
        assert execute(slow) == "ok"
        assert events[-1]["state"] == "cancelled" and ended(events)["a"]["state"] == "cancelled"
        assert not alive(int(next(e["text"] for e in events if e["event"] == "step-log")))
        assert not list(tmp_path.glob("weft-run-*"))
    finally:
        client.stop_channels()
        kernel.shutdown_kernel(now=True)
