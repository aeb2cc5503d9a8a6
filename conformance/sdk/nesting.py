"""Pipelines inside pipelines."""

from typing import NamedTuple, Optional

from kfp import dsl
from kfp.dsl import Dataset, Input, Model
from sdk.parts import dataset, double, judge, optional, say, text, train, whole


@dsl.pipeline
def innermost(word: str = "x") -> str:
    return say(value=word).output


@dsl.pipeline
def inner(word: str, count: int = 2) -> str:
    double(value=count)
    return innermost(word=word).output


@dsl.pipeline
def three_deep(word: str = "a") -> str:
    first = inner(word=word)
    second = inner(word=first.output, count=3)
    return second.output


Both = NamedTuple("Both", [("model", Model), ("rate", float)])


@dsl.pipeline
def learn(data: Input[Dataset], rate: float = 0.1) -> Both:
    fitted = train(data=data, rate=rate)
    return Both(model=fitted.outputs["model"], rate=fitted.outputs["Output"])


@dsl.pipeline
def artifacts_through() -> Model:
    data = dataset()
    learned = learn(data=data.outputs["data"])
    judge(model=learned.outputs["model"])
    return learned.outputs["model"]


@dsl.pipeline
def takes_nothing(name: str = "a", count: Optional[int] = None):
    optional(name=name, count=count)


@dsl.pipeline
def optional_inputs():
    takes_nothing()
    takes_nothing(name="b", count=2)


@dsl.pipeline
def in_a_loop():
    with dsl.ParallelFor(["a", "b"]) as item:
        innermost(word=item)


@dsl.pipeline
def in_a_branch(word: str = "a"):
    with dsl.If(word == "a"):
        innermost(word=word)
    with dsl.Else():
        inner(word=word)


@dsl.pipeline
def loops_inside(words: list):
    with dsl.ParallelFor(words) as word:
        innermost(word=word)


@dsl.pipeline
def loop_in_sub_pipeline(words: list = ["a"]):
    loops_inside(words=words)
    loops_inside(words=["b"]).set_caching_options(False)


@dsl.pipeline
def same_twice():
    first = innermost(word="a")
    innermost(word=first.output).after(first).set_display_name("Again")


@dsl.pipeline
def many_of_one() -> int:
    first = whole(value=1)
    second = whole(value=first.output)
    third = whole(value=second.output)
    text(value="a").after(first, third)
    return third.output
