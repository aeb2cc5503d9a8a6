"""Loops: over constants, parameters, outputs and artifacts, nested, limited, with fields, and collected."""

from kfp import dsl
from kfp.dsl import Input, Model
from sdk.parts import dataset, double, inspect_all, judge, numbers, rows, say, text, total, train, whole


@dsl.pipeline
def constants():
    with dsl.ParallelFor(["a", "b", "it's"]) as item:
        say(value=item)


@dsl.pipeline
def constant_numbers():
    with dsl.ParallelFor([1, 2, 3]) as item:
        double(value=item)


@dsl.pipeline
def constant_rows():
    with dsl.ParallelFor([{"a": "1", "b": "x"}, {"a": "2", "b": "y"}]) as item:
        say(value=item.a)
        say(value=item.b)


@dsl.pipeline
def parameter(words: list = ["a", "b"]):
    with dsl.ParallelFor(words) as item:
        say(value=item)


@dsl.pipeline
def parameter_rows(table: list):
    with dsl.ParallelFor(table) as item:
        double(value=item.a)
        say(value=item.b)


@dsl.pipeline
def output():
    with dsl.ParallelFor(numbers().output) as item:
        double(value=item)


@dsl.pipeline
def output_rows():
    with dsl.ParallelFor(rows().output) as item:
        say(value=item.b)


@dsl.pipeline
def limited(words: list):
    with dsl.ParallelFor(words, parallelism=2, name="words") as item:
        say(value=item)


@dsl.pipeline
def nested(words: list = ["a"]):
    with dsl.ParallelFor(words) as word:
        with dsl.ParallelFor([1, 2]) as number:
            with dsl.ParallelFor(["x", "y"], parallelism=1) as letter:
                say(value=letter)
            double(value=number)
        say(value=word)


@dsl.pipeline
def nested_item():
    with dsl.ParallelFor([{"a": ["x", "y"]}, {"a": ["z"]}]) as item:
        with dsl.ParallelFor(item.a) as letter:
            say(value=letter)


@dsl.pipeline
def collected() -> int:
    with dsl.ParallelFor([1, 2, 3]) as item:
        twice = double(value=item)
    return total(values=dsl.Collected(twice.output)).output


@dsl.pipeline
def collected_twice() -> list:
    with dsl.ParallelFor([1, 2]) as outer:
        with dsl.ParallelFor([3, 4]) as inner:
            twice = double(value=inner)
        say(value="done").after(twice)
        whole(value=outer)
    return dsl.Collected(twice.output)


@dsl.pipeline
def collected_models():
    data = dataset()
    with dsl.ParallelFor([0.1, 0.2], parallelism=1) as rate:
        model = train(data=data.outputs["data"], rate=rate)
        judge(model=model.outputs["model"])
    inspect_all(models=dsl.Collected(model.outputs["model"]))


@dsl.pipeline
def collected_into_a_group(word: str = "a"):
    with dsl.ParallelFor([1, 2]) as item:
        twice = double(value=item)
    with dsl.If(word == "a"):
        total(values=dsl.Collected(twice.output))


@dsl.pipeline
def passing_through(word: str):
    made = text(value=word)
    with dsl.ParallelFor([1, 2]) as item:
        with dsl.If(item == 1):
            with dsl.ParallelFor(["x"]):
                say(value=made.output)
                say(value=word)


@dsl.pipeline
def branch_inside():
    with dsl.ParallelFor(["a", "b"]) as item:
        with dsl.If(item == "a"):
            first = say(value="first")
        with dsl.Else():
            second = say(value="second")
        say(value=dsl.OneOf(first.output, second.output))


@dsl.pipeline
def order_inside():
    with dsl.ParallelFor([1, 2]) as item:
        first = double(value=item)
        say(value="then").after(first)


@dsl.pipeline
def artifacts(models: Input[list[Model]]):
    with dsl.ParallelFor(models) as one:
        judge(model=one)


@dsl.pipeline
def artifacts_of_a_sub_pipeline():
    data = dataset()
    with dsl.ParallelFor([0.1, 0.2]) as rate:
        model = train(data=data.outputs["data"], rate=rate)
    artifacts(models=dsl.Collected(model.outputs["model"]))
