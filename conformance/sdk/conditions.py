"""Branches: every operator and type, nested, with elif and else, and values that come out of them."""

from kfp import dsl
from sdk.parts import bare, dataset, echo, flag, judge, real, say, text, train, whole


@dsl.pipeline
def text_equals():
    with dsl.If(text().output == "heads"):
        say(value="a")


@dsl.pipeline
def text_with_quotes(word: str = "it's"):
    with dsl.If(word == 'say "it\'s"'):
        say(value="a")


@dsl.pipeline
def text_differs(word: str):
    with dsl.If(word != "tails"):
        echo(value=word)


@dsl.pipeline
def number_operators(limit: int = 5):
    coin = whole()
    with dsl.If(coin.output > 3):
        say(value="more")
    with dsl.If(coin.output >= limit):
        say(value="no less")
    with dsl.If(coin.output < 3):
        say(value="less")
    with dsl.If(coin.output <= 3):
        say(value="no more")


@dsl.pipeline
def real_and_whole(limit: float = 0.5):
    with dsl.If(whole().output > limit):
        say(value="a")
    with dsl.If(real().output == 0.25):
        say(value="b")


@dsl.pipeline
def text_and_number(limit: int = 3):
    with dsl.If(text().output == limit):
        say(value="a")


@dsl.pipeline
def truth(wanted: bool = True):
    with dsl.If(wanted == True):
        say(value="a")
    with dsl.If(flag().output == False):
        say(value="b")


@dsl.pipeline
def two_outputs():
    with dsl.If(whole(value=1).output == whole(value=2).output):
        say(value="same")


@dsl.pipeline
def if_else(word: str = "a"):
    with dsl.If(word == "a"):
        say(value="a")
    with dsl.Else():
        say(value="b")


@dsl.pipeline
def if_elif_else(word: str = "a", count: int = 1):
    with dsl.If(word == "a"):
        say(value="a")
    with dsl.Elif(count > 3):
        say(value="b")
    with dsl.Elif(word == "c"):
        say(value="c")
    with dsl.Else():
        say(value="d")


@dsl.pipeline
def elif_without_else(word: str = "a"):
    with dsl.If(word == "a"):
        say(value="a")
    with dsl.Elif(word == "b"):
        say(value="b")


@dsl.pipeline
def nested(word: str = "a", count: int = 1):
    outer = text(value="x")
    with dsl.If(word == "a"):
        inner = text(value="y")
        with dsl.If(count == 1):
            with dsl.If(inner.output == "y"):
                say(value=outer.output)
        with dsl.Else():
            say(value=word)


@dsl.pipeline
def one_of_parameters(word: str = "a") -> str:
    with dsl.If(word == "a"):
        first = text(value="1")
    with dsl.Elif(word == "b"):
        second = text(value="2")
    with dsl.Else():
        third = text(value="3")
    chosen = dsl.OneOf(first.output, second.output, third.output)
    say(value=chosen)
    return chosen


@dsl.pipeline
def one_of_artifacts(word: str = "a") -> dsl.Model:
    data = dataset()
    with dsl.If(word == "a"):
        first = train(data=data.outputs["data"])
    with dsl.Else():
        second = train(data=data.outputs["data"], rate=0.5)
    chosen = dsl.OneOf(first.outputs["model"], second.outputs["model"])
    judge(model=chosen)
    return chosen


@bare
def deep(a: str, b: int) -> str:
    return a * b


@dsl.pipeline
def one_of_nested(word: str = "a", count: int = 2):
    with dsl.If(word == "a"):
        with dsl.If(count == 2):
            first = deep(a="x", b=count)
        with dsl.Else():
            second = deep(a="y", b=count)
        inner = say(value=dsl.OneOf(first.output, second.output))
    with dsl.Else():
        third = say(value=word)
    echo(value=dsl.OneOf(inner.output, third.output))
