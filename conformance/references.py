"""What holds in every spec that the SDK compiles: references resolve, inputs are bound, names fit the backend."""

import re

ARGO_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,62}")
PLACEHOLDER = re.compile(r"\{\{\$\.(inputs|outputs)\.(parameters|artifacts)\['([^']*)'\]")
KINDS = {"parameters": "Parameter", "artifacts": "Artifact"}


def faults(spec, platform=None):
    """Yields a sentence for everything in a pipeline document that leads nowhere."""
    components = spec["components"]
    executors = spec["deploymentSpec"]["executors"]
    tasks = spec["root"]["dag"]["tasks"]
    if f"exec-{spec['pipelineInfo']['name']}" in executors:
        yield "kfp.local takes the pipeline for one of its components"
    for name, task in tasks.items():
        reference = task["componentRef"]["name"]
        if reference not in components:
            yield f"{name}: no component {reference}"
            continue
        if not ARGO_NAME.fullmatch(name) or f"{name}-driver" in tasks:
            yield f"{name}: no good name for an Argo task"
        for fault in task_faults(spec, name, task, components[reference]):
            yield f"{name}: {fault}"
    used = [task["componentRef"]["name"] for task in tasks.values()]
    labels = [component["executorLabel"] for component in components.values()]
    if sorted(used) != sorted(components) or sorted(labels) != sorted(executors):
        yield "components and executors are not one each for every task"
    for name, component in components.items():
        container = executors.get(component["executorLabel"], {}).get("container", {})
        for text in container.get("command", []) + container.get("args", []):
            for side, kind, port in PLACEHOLDER.findall(text):
                if port not in component.get(f"{side[:-1]}Definitions", {}).get(kind, {}):
                    yield f"{name}: {side} has no {port}"
    kubernetes = (platform or {}).get("platforms", {}).get("kubernetes", {})
    for label in kubernetes.get("deploymentSpec", {}).get("executors", {}):
        if label not in executors:
            yield f"platform: no executor {label}"


def task_faults(spec, name, task, component):
    tasks = spec["root"]["dag"]["tasks"]
    before = task.get("dependentTasks", [])
    if before != sorted(set(before) - {name}) or not set(before) <= set(tasks):
        yield f"dependentTasks {before}"
    for kind, singular in KINDS.items():
        declared = component.get("inputDefinitions", {}).get(kind, {})
        bound = task.get("inputs", {}).get(kind, {})
        for port in declared.keys() | bound.keys():
            if port not in declared:
                yield f"{port} is not declared"
            elif port not in bound and not declared[port].get("isOptional"):
                yield f"{port} is not bound"
        for port, source in bound.items():
            if f"taskOutput{singular}" in source:
                output = source[f"taskOutput{singular}"]
                producer = output["producerTask"]
                if producer not in before:
                    yield f"{port}: {producer} is not in dependentTasks"
                if output[f"output{singular}Key"] not in outputs_of(spec, producer).get(kind, {}):
                    yield f"{port}: {producer} has no {output}"
            elif "componentInputParameter" in source:
                parameters = spec["root"].get("inputDefinitions", {}).get("parameters", {})
                if source["componentInputParameter"] not in parameters:
                    yield f"{port}: no pipeline parameter {source}"


def outputs_of(spec, name):
    task = spec["root"]["dag"]["tasks"].get(name, {})
    component = spec["components"].get(task.get("componentRef", {}).get("name"), {})
    return component.get("outputDefinitions", {})
