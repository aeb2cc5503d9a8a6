"""What holds in every spec that the SDK compiles: references resolve, inputs are bound, names fit the backend."""

import re

ARGO_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,62}")
PLACEHOLDER = re.compile(r"\{\{\$\.(inputs|outputs)\.(parameters|artifacts)\['([^']*)'\]")
CEL_INPUT = re.compile(r"inputs\.parameter_values\['([^']*)'\]")
# inputs of a task that the SDK adds for amounts and images which a run decides, and no component declares
INJECTED = {
    "base_image",
    "cpu_request",
    "cpu_limit",
    "memory_request",
    "memory_limit",
    "accelerator_type",
    "accelerator_count",
}
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
        yield "components and executors are not one each for the tasks"
    for name, component in components.items():
        container = executors.get(component.get("executorLabel"), {}).get("container", {})
        for text in container.get("command", []) + container.get("args", []):
            for side, kind, port in PLACEHOLDER.findall(text):
                if port not in component.get(f"{side[:-1]}Definitions", {}).get(kind, {}):
                    yield f"{name}: {side} has no {port}"
    kubernetes = (platform or {}).get("platforms", {}).get("kubernetes", {})
    for label, config in kubernetes.get("deploymentSpec", {}).get("executors", {}).items():
        if label not in executors:
            yield f"platform: no executor {label}"
        for dag, task in runs_of(spec, label):
            for source in sources_in(config):
                for fault in source_faults(spec, dag, task.get("dependentTasks", []), "parameters", source):
                    yield f"platform: {label}: {fault}"


def runs_of(spec, label):
    """Yields each task that an executor runs, with the graph around it."""
    for dag in [spec["root"], *spec["components"].values()]:
        for task in dag.get("dag", {}).get("tasks", {}).values():
            component = spec["components"].get(task["componentRef"]["name"], {})
            if component.get("executorLabel") == label:
                yield dag, task


def sources_in(config):
    """Yields each setting of a pod that a run decides."""
    if isinstance(config, dict):
        if "taskOutputParameter" in config or "componentInputParameter" in config:
            yield config
        for value in config.values():
            yield from sources_in(value)
    elif isinstance(config, list):
        for value in config:
            yield from sources_in(value)


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
            yield f"the {kind} given are not those declared"
        for output, value in given.get(kind, {}).items():
            for selector in selectors_of(value):
                producer, key = selector["producerSubtask"], selector[f"output{singular}Key"]
                if key not in outputs_of(spec, tasks, producer).get(kind, {}):
                    yield f"{output}: {producer} has no {key}"
    yield from circle_faults({name: set(task.get("dependentTasks", [])) for name, task in tasks.items()})


def circle_faults(waiting):
    """Takes away what waits for nothing until nothing is left, or only what waits for each other."""
    while free := [name for name, before in waiting.items() if not before & waiting.keys()]:
        waiting = {name: before for name, before in waiting.items() if name not in free}
    if waiting:
        yield f"{sorted(waiting)} wait for each other"


def selectors_of(value):
    if "artifactSelectors" in value:
        return value["artifactSelectors"]
    if "valueFromOneof" in value:
        return value["valueFromOneof"]["parameterSelectors"]
    return [value["valueFromParameter"]]


def task_faults(spec, dag, name, task, component):
    before = task.get("dependentTasks", [])
    if before != sorted(set(before) - {name}) or not set(before) <= set(dag["dag"]["tasks"]):
        yield f"dependentTasks {before}"
    inputs = task.get("inputs", {})
    declared = component.get("inputDefinitions", {})
    iterator = task.get("parameterIterator") or task.get("artifactIterator") or {}
    items = iterator.get("items", {})
    over = items.get("inputParameter", items.get("inputArtifact"))
    if over is not None and not any(over in inputs.get(kind, {}) for kind in KINDS):
        yield f"the loop reads no input {over}"
    item = iterator.get("itemInput")
    if item is not None and not any(item in declared.get(kind, {}) for kind in KINDS):
        yield f"no input {item} for the item"
    for read in CEL_INPUT.findall(task.get("triggerPolicy", {}).get("condition", "")):
        if read not in inputs.get("parameters", {}):
            yield f"the condition reads no input {read}"
    executor = spec["deploymentSpec"]["executors"].get(component.get("executorLabel"))
    texts = [str(source.get("runtimeValue")) for source in inputs.get("parameters", {}).values()]
    named = " ".join([*texts, str(executor)])
    for kind in KINDS:
        ports, bound = declared.get(kind, {}), inputs.get(kind, {})
        for port in ports.keys() | bound.keys():
            if port not in ports:
                if port not in INJECTED and port not in named:
                    yield f"{port} is not declared"
            elif port not in bound and not ports[port].get("isOptional") and port != item:
                yield f"{port} is not bound"
        for port, source in bound.items():
            yield from (f"{port}: {fault}" for fault in source_faults(spec, dag, before, kind, source))


def source_faults(spec, dag, before, kind, source):
    singular = KINDS[kind]
    if f"taskOutput{singular}" in source:
        output = source[f"taskOutput{singular}"]
        producer = output["producerTask"]
        if producer not in before:
            yield f"{producer} is not in dependentTasks"
        if output[f"output{singular}Key"] not in outputs_of(spec, dag["dag"]["tasks"], producer).get(
            kind, {}
        ):
            yield f"{producer} has no {output}"
    elif "taskFinalStatus" in source:
        if source["taskFinalStatus"]["producerTask"] not in before:
            yield "the status of a task that does not come before"
    elif f"componentInput{singular}" in source:
        around = dag.get("inputDefinitions", {}).get(kind, {})
        if source[f"componentInput{singular}"] not in around:
            yield f"no input around it {source}"


def outputs_of(spec, tasks, name):
    component = spec["components"].get(tasks.get(name, {}).get("componentRef", {}).get("name"), {})
    return component.get("outputDefinitions", {})
