"""Container components: every placeholder, joined and optional arguments."""

from kfp import dsl
from kfp.dsl import Artifact, Dataset, Input, Model, Output, OutputPath
from sdk.parts import dataset


@dsl.container_component
def everything(
    word: str,
    data: Input[Dataset],
    model: Output[Model],
    count: OutputPath(int),
    size: int = 3,
):
    return dsl.ContainerSpec(
        image="acme/everything:1",
        command=["sh", "-c", "run"],
        args=[
            "--word",
            word,
            "--path",
            data.path,
            "--uri",
            data.uri,
            "--meta",
            data.metadata["rows"],
            "--model",
            model.path,
            "--model-uri",
            model.uri,
            "--count",
            count,
            f"--size={size}",
        ],
    )


@dsl.pipeline
def placeholders(word: str = "a"):
    everything(word=word, data=dataset().outputs["data"])


@dsl.container_component
def joined(word: str, data: Input[Dataset]):
    return dsl.ContainerSpec(
        image="acme/joined:1",
        command=["run"],
        args=[
            dsl.ConcatPlaceholder(["--word=", word, "!"]),
            dsl.ConcatPlaceholder(["--data=", dsl.ConcatPlaceholder([data.uri, "/part-*"])]),
        ],
    )


@dsl.pipeline
def concat(word: str = "a"):
    joined(word=word, data=dataset().outputs["data"])


@dsl.container_component
def maybe(word: str = None, size: int = 1):
    return dsl.ContainerSpec(
        image="acme/maybe:1",
        command=["run"],
        args=[
            dsl.IfPresentPlaceholder("word", then=["--word", word], else_=["--no-word"]),
            dsl.IfPresentPlaceholder("word", then=word),
            dsl.ConcatPlaceholder(["size=", dsl.IfPresentPlaceholder("size", then=size, else_="none")]),
        ],
    )


@dsl.pipeline
def if_present():
    maybe()
    maybe(word="a", size=2)


@dsl.container_component
def no_command():
    return dsl.ContainerSpec(image="acme/plain:1")


@dsl.container_component
def only_args(result: Output[Artifact]):
    return dsl.ContainerSpec(image="acme/args:1", args=["--out", result.path, "--all", "{{$}}"])


@dsl.pipeline
def bare_images():
    no_command()
    only_args()
