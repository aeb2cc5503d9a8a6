"""What holds in every spec that the SDK compiles: references resolve, inputs are bound, names fit the backend."""

import re

ARGO_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,62}")
PLACEHOLDER = re.compile(r"\{\{\$\.(inputs|outputs)\.(parameters|artifacts)\['([^']*)'\]")
CEL_INPUT = re.compile(r"inputs\.parameter_values\['([^']*)'\]")
KINDS = {"parameters": "Parameter", "artifacts": "Artifact"}


def faults(spec, platform=None):
    """Yields a sentence for everything in a pipeline document that leads nowhere."""
    components = spec["components"]
    executors = spec["deploymentSpec"]["executors"]
    if f"exec-{spec['pipelineInfo']['name']}" in executors:
        yield "kfp.local takes the pipeline for one of its components"
    used = set()
    for name, dag in {"root": spec["root"], **components}.items():
        if "dag" in dag:
            used |= {task["componentRef"]["name"] for task in dag["dag"]["tasks"].values()}
            yield from (f"{name}: {fault}" for fault in dag_faults(spec, dag))
    labels = {component["executorLabel"] for component in components.values() if "dag" not in component}
    if used != set(components) or labels != set(executors):
        yield "components and executors are not those of the tasks"
    for name, component in components.items():
        container = executors.get(component.get("executorLabel"), {}).get("container", {})
        for text in container.get("command", []) + container.get("args", []):
            for side, kind, port in PLACEHOLDER.findall(text):
                if port not in component.get(f"{side[:-1]}Definitions", {}).get(kind, {}):
                    yield f"{name}: {side} has no {port}"
    kubernetes = (platform or {}).get("platforms", {}).get("kubernetes", {})
    for label in kubernetes.get("deploymentSpec", {}).get("executors", {}):
        if label not in executors:
            yield f"platform: no executor {label}"


def dag_faults(spec, dag):
    tasks = dag["dag"]["tasks"]
    for name, task in tasks.items():
        component = spec["components"].get(task["componentRef"]["name"])
        if component is None:
            yield f"{name}: no component {task['componentRef']['name']}"
            continue
        if not ARGO_NAME.fullmatch(name) or f"{name}-driver" in tasks:
            yield f"{name}: no good name for an Argo task"
        for fault in task_faults(spec, dag, name, task, component):
            yield f"{name}: {fault}"
    declared = dag.get("outputDefinitions", {})
    given = dag["dag"].get("outputs", {})
    for kind, singular in KINDS.items():
        if declared.get(kind, {}).keys() != given.get(kind, {}).keys():
            yield f"outputs declared and given differ in {kind}"
        for output, value in given.get(kind, {}).items():
            for selector in selectors_of(value):
                if selector[f"output{singular}Key"] not in outputs_of(
                    spec, tasks, selector["producerSubtask"]
                ).get(kind, {}):
                    yield f"{output}: no {selector}"


def selectors_of(value):
    if "artifactSelectors" in value:
        return value["artifactSelectors"]
    if "valueFromOneof" in value:
        return value["valueFromOneof"]["parameterSelectors"]
    return [value["valueFromParameter"]]


def task_faults(spec, dag, name, task, component):
    tasks = dag["dag"]["tasks"]
    before = task.get("dependentTasks", [])
    if before != sorted(set(before) - {name}) or not set(before) <= set(tasks):
        yield f"dependentTasks {before}"
    inputs = task.get("inputs", {})
    iterator = task.get("parameterIterator") or task.get("artifactIterator") or {}
    items = iterator.get("items", {})
    over = items.get("inputParameter", items.get("inputArtifact"))
    if over is not None and not any(over in inputs.get(kind, {}) for kind in KINDS):
        yield f"no input {over} to go over"
    texts = [str(source.get("runtimeValue")) for source in inputs.get("parameters", {}).values()]
    texts.append(str(spec["deploymentSpec"]["executors"].get(component.get("executorLabel"))))
    for read in CEL_INPUT.findall(task.get("triggerPolicy", {}).get("condition", "")):
        if read not in inputs.get("parameters", {}):
            yield f"the condition reads no input {read}"
    for kind, singular in KINDS.items():
        declared = component.get("inputDefinitions", {}).get(kind, {})
        bound = inputs.get(kind, {})
        for port in declared.keys() | bound.keys():
            if port not in declared:
                if not any(repr(port).replace("'", "") in text for text in texts):
                    yield f"{port} is not declared"
            elif port not in bound and not declared[port].get("isOptional") and port != iterator.get("itemInput"):
                yield f"{port} is not bound"
        for port, source in bound.items():
            if f"taskOutput{singular}" in source:
                output = source[f"taskOutput{singular}"]
                producer = output["producerTask"]
                if producer not in before:
                    yield f"{port}: {producer} is not in dependentTasks"
                if output[f"output{singular}Key"] not in outputs_of(spec, tasks, producer).get(kind, {}):
                    yield f"{port}: {producer} has no {output}"
            elif "taskFinalStatus" in source:
                if source["taskFinalStatus"]["producerTask"] not in before:
                    yield f"{port}: the status of a task that does not come before"
            elif f"componentInput{singular}" in source:
                around = dag.get("inputDefinitions", {}).get(kind, {})
                if source[f"componentInput{singular}"] not in around:
                    yield f"{port}: no input around it {source}"


def outputs_of(spec, tasks, name):
    component = spec["components"].get(tasks.get(name, {}).get("componentRef", {}).get("name"), {})
    return component.get("outputDefinitions", {})
