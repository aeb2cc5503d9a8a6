"""Runs the steps of a compiled pipeline one after the other, with a folder as the store of their artifacts."""

import json


class StepFailed(Exception):
    """A step ended badly; the message holds what it printed."""


def run_spec(spec, folder, execute):
    """Runs every task once those it waits for have run; gives the folder of each task's artifacts.

    `execute(command, executor_input, work, log)` runs one step in the folder `work` and returns its status.
    """
    tasks = dict(spec["root"]["dag"]["tasks"])
    work, done, results = folder / "work", {}, {}
    work.mkdir(parents=True)
    while tasks:
        name = next(name for name, task in tasks.items() if set(task.get("dependentTasks", [])) <= set(done))
        task = tasks.pop(name)
        component = spec["components"][task["componentRef"]["name"]]
        command = spec["deploymentSpec"]["executors"][component["executorLabel"]]["container"]["command"]
        store, log = folder / name, folder / f"{name}.log"
        store.mkdir()
        given = executor_input(task, component, store, results)
        if execute(command, json.dumps(given), work, log) != 0:
            raise StepFailed(f"{name}: {log.read_text('utf-8')}")
        results[name] = json.loads((store / "output.json").read_text("utf-8"))
        done[name] = store
    return done


def executor_input(task, component, store, results):
    """Kubeflow's ExecutorInput (pipeline_spec.proto) of a task whose inputs come from other tasks."""
    inputs = task.get("inputs", {})
    parameters, artifacts = {}, {}
    for name, source in inputs.get("parameters", {}).items():
        made = source["taskOutputParameter"]
        parameters[name] = results[made["producerTask"]]["parameterValues"][made["outputParameterKey"]]
    for name, source in inputs.get("artifacts", {}).items():
        made = source["taskOutputArtifact"]
        artifacts[name] = results[made["producerTask"]]["artifacts"][made["outputArtifactKey"]]
    outputs = component.get("outputDefinitions", {})
    return {
        "inputs": {"parameterValues": parameters, "artifacts": artifacts},
        "outputs": {
            "parameters": {name: {"outputFile": str(store / name)} for name in outputs.get("parameters", {})},
            "artifacts": {
                name: {"artifacts": [{"name": name, "uri": str(store / name)}]}
                for name in [*outputs.get("artifacts", {}), "weft_notebook"]
            },
            "outputFile": str(store / "output.json"),
        },
    }
