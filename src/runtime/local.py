"""Runs a compiled pipeline on this machine by the subprocess runner of Kubeflow's SDK, and tells how it goes.

As a program: `local.py SPEC --root FOLDER [--param NAME=VALUE ...] [--map FILE]` prints one event a line (RunEvent in
src/runs/run.ts); status 0 succeeded, 1 failed, 2 cannot start, 130 interrupted. In a kernel: `run_in_kernel`.
"""

import argparse
import collections
import contextlib
import json
import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import warnings

EVENT_PREFIX = "weft-event: "
FAILURE_PREFIX = "weft-failure: "
STEP_SCRIPT = ": kfp.dsl.executor_main"
GRACE_SECONDS = 5
# ParameterType.ParameterTypeEnum of pipeline_spec.proto: what a value must be, in words and in Python.
TYPES = {
    1: ("a number", (int, float)),
    2: ("an integer", (int,)),
    3: ("a text", (str,)),
    4: ("true or false", (bool,)),
    5: ("a JSON list", (list,)),
    6: ("a JSON object", (dict,)),
}
# outputs of a step of cells that tell of itself, by what events call them
RECORD = {"notebook": "weft_notebook", "report": "weft_report"}
METRICS = ("system.Metrics", "system.ClassificationMetrics")


class CannotStart(Exception):
    """Why a run cannot begin, in one sentence."""


class Steps:
    """Follows the steps of one run: tells each start, line and end once, and ends their processes."""

    def __init__(self, nodes, emit):
        self.nodes, self.emit = nodes, emit
        # in a loop, a task runs more than once, and several at a time
        self.running, self.ended, self.failed = collections.Counter(), set(), []
        self.processes = set()
        self.cancelled = False
        self.current = threading.local()

    def tell(self, event, **fields):
        self.emit({"event": event, "time": round(time.time() * 1000), **fields})

    def start(self, task):
        self.current.task, self.current.failure, self.current.record = task, None, {}
        self.running[task] += 1
        self.tell("step-started", node=self.nodes[task])

    def end(self, task, state, **fields):
        self.running[task] -= 1
        self.ended.add(task)
        if state == "succeeded" and any(node == self.nodes[task] for node, _ in self.failed):
            return
        if state == "failed":
            self.failed.append((self.nodes[task], fields["message"]))
        self.tell("step-ended", node=self.nodes[task], state=state, **fields)

    def end_failed(self, task, otherwise):
        """Ends the step of this thread with what its process said of its failure, if it could."""
        failure = self.current.failure or {}
        place = {key: failure[key] for key in ("notebook", "cell", "line") if key in failure}
        fields = {"failure": place} if len(place) == 3 else {}
        self.end(task, "failed", message=failure.get("message", otherwise), **fields, **self.kept())

    def kept(self):
        """Where the record of the step of this thread lies, if it was written."""
        paths = dict(self.current.record)
        return {"record": paths} if paths and all(map(os.path.exists, paths.values())) else {}

    def execute(self, full_command, env_vars=None):
        """Stands for `kfp.local.subprocess_task_handler.run_local_subprocess`: runs one process of a step."""
        if self.cancelled:
            raise KeyboardInterrupt
        self.current.record = record_paths(full_command[-1])
        process = subprocess.Popen(
            full_command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, **(env_vars or {})},
            start_new_session=True,
        )
        self.processes.add(process)
        threading.Thread(target=self.reap, args=[process], daemon=True).start()
        with process.stdout as lines:
            for line in lines:
                if line.startswith(FAILURE_PREFIX):
                    self.current.failure = json.loads(line[len(FAILURE_PREFIX) :])
                else:
                    self.tell("step-log", node=self.nodes[self.current.task], text=line.rstrip("\n"))
        status = process.wait()
        self.current.status = status
        return status

    def reap(self, process):
        """What a step leaves running in the background would keep its output open for ever."""
        process.wait()
        signal_group(process, signal.SIGKILL)
        self.processes.discard(process)

    def cancel(self):
        self.cancelled = True
        for process in list(self.processes):
            signal_group(process, signal.SIGTERM)

    def wait(self):
        """Gives cancelled processes time to end, then ends them."""
        until = time.monotonic() + GRACE_SECONDS
        for process in list(self.processes):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0, until - time.monotonic()))
            signal_group(process, signal.SIGKILL)
            process.wait()


def record_paths(executor_input):
    """Where a step of cells is to write its executed notebook and the page made of it."""
    with contextlib.suppress(ValueError, TypeError, KeyError, IndexError):
        artifacts = json.loads(executor_input)["outputs"]["artifacts"]
        return {name: artifacts[output]["artifacts"][0]["uri"] for name, output in RECORD.items()}
    return {}


def signal_group(process, number):
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def load_kfp():
    """The modules of the SDK that are used and hooked; their shape is that of release 2.17."""
    try:
        from kfp import components, local
        from kfp.local import pipeline_orchestrator, subprocess_task_handler
        from kfp.local.orchestrator import task_executor
    except ImportError as error:
        if error.name == "kfp":
            reason = 'kfp is not installed here; install it with: pip install "jupyterlab-weft[local]"'
        else:
            reason = f'the kfp here is too old or broken ({error}); mend it with: pip install --upgrade "kfp>=2.17"'
        raise CannotStart(reason) from None
    return components, local, pipeline_orchestrator, subprocess_task_handler, task_executor


@contextlib.contextmanager
def hooked(steps, handler, executor):
    """Has the SDK start its processes by `steps`, and tell of every task."""
    execute, replace, run_process = (
        executor.execute_single_task,
        handler.replace_python_executable,
        handler.run_local_subprocess,
    )

    def execute_and_tell(*args, **kwargs):
        task = kwargs["task_name"]
        steps.start(task)
        try:
            outputs, status = execute(*args, **kwargs)
        except Exception as error:  # the SDK refuses a task by whatever it raises
            steps.end_failed(task, str(error))
            raise
        if status.name == "SUCCESS":
            steps.end(task, "succeeded", outputs=shown(outputs), **steps.kept())
        else:
            steps.end_failed(task, exit_message(getattr(steps.current, "status", 1)))
        return outputs, status

    def replace_in_script(command, python):
        """The SDK would replace the word `python3` in the arguments too: in paths and values of parameters."""
        if len(command) < 3 or not command[2].startswith(STEP_SCRIPT):
            return replace(command, python)
        return [*command[:2], command[2].replace("python3", shlex.quote(python)), *command[3:]]

    executor.execute_single_task = execute_and_tell
    handler.replace_python_executable = replace_in_script
    handler.run_local_subprocess = steps.execute
    try:
        yield
    finally:
        executor.execute_single_task = execute
        handler.replace_python_executable = replace
        handler.run_local_subprocess = run_process


def exit_message(status):
    if status < 0:
        return f"it was ended by {signal.Signals(-status).name}."
    return f"it ended with status {status}."


def shown(outputs):
    """Parameters and metrics; other artifacts are files in the folder of the run."""
    values = {}
    for name, value in outputs.items():
        kind = getattr(value, "schema_title", None)
        if kind in METRICS:
            values[name] = value.metadata
        elif kind is None and not (isinstance(value, list) and any(hasattr(v, "uri") for v in value)):
            values[name] = value
    return values


@contextlib.contextmanager
def interruptible(steps):
    """Ends processes at the signal itself: the SDK may wait for its threads before an exception gets out."""

    def stop(*_):
        first = not steps.cancelled
        steps.cancel()
        if first:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def leaf_tasks(spec):
    """Names of the tasks that run something, groups entered, in the order of the spec."""
    tasks = []

    def enter(dag):
        for name, task in sorted(dag.tasks.items()):
            component = spec.components[task.component_ref.name]
            if component.WhichOneof("implementation") == "dag":
                enter(component.dag)
            else:
                tasks.append(name)

    enter(spec.root.dag)
    return tasks


def arguments(spec, given):
    """Arguments of the pipeline by name: texts are read as the types that the spec declares."""
    declared = spec.root.input_definitions.parameters
    for name in given:
        if name not in declared:
            known = ", ".join(sorted(declared)) or "none"
            raise CannotStart(f"the pipeline has no parameter {name}; its parameters: {known}.")
    for name, parameter in declared.items():
        if name not in given and not parameter.HasField("default_value"):
            raise CannotStart(f"parameter {name} has no value: give it one with --param {name}=…")
    return {name: argument(name, value, declared[name].parameter_type) for name, value in given.items()}


def argument(name, value, parameter_type):
    words, kinds = TYPES[parameter_type]
    if isinstance(value, str) and str not in kinds:
        with contextlib.suppress(ValueError):
            value = json.loads(value.lower() if bool in kinds else value)
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise CannotStart(f"parameter {name} must be {words}, and is {value!r}.")
    return value


def run(spec_text, parameters, root, nodes, emit):
    """Runs a compiled pipeline and returns the state of the run: `succeeded`, `failed` or `cancelled`.

    `parameters`: values or texts by name. `root`: folder for artifacts. `nodes`: the node behind each task; tasks
    that are not in it go by their own names. `emit` is called with each event, a dict. Raises CannotStart.
    """
    components, local, orchestrator, handler, executor = load_kfp()
    try:
        spec = components.load_component_from_text(spec_text).pipeline_spec
        tasks = leaf_tasks(spec)
    except Exception as error:  # noqa: BLE001 - the SDK raises whatever it stumbles on
        raise CannotStart(f"the spec cannot be read: {type(error).__name__}: {error}") from None
    values = arguments(spec, parameters)
    steps = Steps({task: nodes.get(task, task) for task in tasks}, emit)
    root = os.path.abspath(root)
    local.init(
        local.SubprocessRunner(use_venv=False),
        pipeline_root=root,
        workspace_root=os.path.join(root, "workspace"),
        raise_on_error=True,
    )
    steps.tell("run-started", steps=[steps.nodes[task] for task in tasks])
    state, message = "succeeded", None
    with interruptible(steps):
        try:
            with hooked(steps, handler, executor), quiet():
                orchestrator.run_local_pipeline(spec, values)
        except KeyboardInterrupt:
            state, message = "cancelled", "the run was interrupted."
        except Exception as error:  # noqa: BLE001 - the SDK raises RuntimeError, or whatever it stumbles on
            state, message = "failed", str(error)
        steps.cancel()
        steps.wait()
    if steps.failed and state == "failed":
        message = "{} failed: {}".format(*steps.failed[0])
    settle(steps, tasks, state)
    steps.tell("run-ended", state=state, **({"message": message} if message else {}))
    return state


def settle(steps, tasks, state):
    """Tells what became of the steps that did not end by themselves."""
    for task in tasks:
        if steps.running[task] > 0:
            steps.end(task, "cancelled", message="the run ended before it did.")
        elif task not in steps.ended and state == "cancelled":
            steps.end(task, "cancelled", message="not run: the run was interrupted.")
        elif task not in steps.ended and steps.failed:
            steps.end(task, "skipped", message=f"not run, because {steps.failed[0][0]} failed.")
        elif task not in steps.ended:
            steps.end(task, "skipped", message="not run.")


@contextlib.contextmanager
def quiet():
    """The SDK prints its own account of the run; events take its place."""
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def run_in_kernel(spec_text, parameters, nodes):
    """Runs in a folder that is removed afterwards, and prints each event as a line after EVENT_PREFIX."""
    stream = sys.stdout

    def emit(event):
        event.pop("record", None)
        stream.write(f"{EVENT_PREFIX}{json.dumps(event)}\n")
        stream.flush()

    root = tempfile.mkdtemp(prefix="weft-run-")
    try:
        run(spec_text, parameters, root, nodes, emit)
    except CannotStart as error:
        emit(
            {
                "event": "run-ended",
                "time": round(time.time() * 1000),
                "state": "failed",
                "message": str(error),
            }
        )
    finally:
        shutil.rmtree(root, ignore_errors=True)


def main(argv):
    """Returns the status for the shell."""
    parser = argparse.ArgumentParser(prog="local.py", description="Runs a compiled pipeline on this machine.")
    parser.add_argument("spec", type=pathlib.Path)
    parser.add_argument("--root", required=True, help="folder for the artifacts of the run")
    parser.add_argument("--param", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--map", type=pathlib.Path, help="JSON file: the node behind each task")
    options = parser.parse_args(argv)
    stream = sys.stdout

    def emit(event):
        stream.write(f"{json.dumps(event)}\n")
        stream.flush()

    try:
        parameters = dict(pair(text) for text in options.param)
        nodes = json.loads(options.map.read_text()) if options.map else {}
        state = run(options.spec.read_text(), parameters, options.root, nodes, emit)
    except (CannotStart, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        state = "cancelled"
    return {"succeeded": 0, "failed": 1, "cancelled": 130}[state]


def pair(text):
    name, equals, value = text.partition("=")
    if not equals:
        raise CannotStart(f"--param {text} has no value: write NAME=VALUE.")
    return name, value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
