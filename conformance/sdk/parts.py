"""Components that the programs are made of. None installs anything, so that a local runner can run them."""

from kfp import dsl
from kfp.dsl import Artifact, Dataset, Input, Metrics, Model, Output

IMAGE = "python:3.11"
bare = dsl.component(base_image=IMAGE, install_kfp_package=False)


@bare
def text(value: str = "heads") -> str:
    return value


@bare
def whole(value: int = 3) -> int:
    return value


@bare
def real(value: float = 0.5) -> float:
    return value


@bare
def flag(value: bool = True) -> bool:
    return value


@bare
def numbers(count: int = 3) -> list[int]:
    return list(range(count))


@bare
def rows() -> list:
    return [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]


@bare
def table() -> dict:
    return {"a": 1}


@bare
def double(value: int) -> int:
    return value * 2


@bare
def say(value: str) -> str:
    print(value)
    return value


@bare
def fail(value: str = "no"):
    raise RuntimeError(value)


@bare
def total(values: list) -> int:
    return sum(values)


@bare
def dataset(data: Output[Dataset], rows: int = 3):
    with open(data.path, "w") as file:
        file.write("\n".join(str(row) for row in range(rows)))


@bare
def train(data: Input[Dataset], model: Output[Model], metrics: Output[Metrics], rate: float = 0.1) -> float:
    with open(data.path) as source, open(model.path, "w") as target:
        target.write(source.read())
    metrics.log_metric("rate", rate)
    return rate


@bare
def judge(model: Input[Model]) -> str:
    with open(model.path) as file:
        return file.read()


@bare
def inspect_all(models: Input[list[Model]]) -> int:
    return len(models)


@bare
def touch(result: Output[Artifact]):
    with open(result.path, "w") as file:
        file.write("x")


@bare
def optional(name: str = "nobody", count: int = None, data: Input[Dataset] = None) -> str:
    return f"{name} {count} {data is None}"


@bare
def report(status: dsl.PipelineTaskFinalStatus, message: str = ""):
    print(status.state, message)


@dsl.container_component
def echo(value: str):
    return dsl.ContainerSpec(image="alpine:3.20", command=["echo"], args=[value])
