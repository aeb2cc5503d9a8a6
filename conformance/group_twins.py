"""The pipelines of src/kubeflow/testing/group-twins.ts, written with Kubeflow's SDK."""

from kfp import dsl
from kfp.dsl import Dataset, Input, Output

IMAGE = "busybox:1.36"


def spec(name, *arguments):
    return dsl.ContainerSpec(image=IMAGE, command=[name, *arguments])


@dsl.container_component
def emit(x: int, out: dsl.OutputPath(int)):
    return spec("emit", x, out)


@dsl.container_component
def text(s: str, out: dsl.OutputPath(str)):
    return spec("text", s, out)


@dsl.container_component
def flag(b: bool, out: dsl.OutputPath(bool)):
    return spec("flag", b, out)


@dsl.container_component
def rate(r: float, out: dsl.OutputPath(float)):
    return spec("rate", r, out)


@dsl.container_component
def listing(x: int, out: dsl.OutputPath(list)):
    return spec("listing", x, out)


@dsl.container_component
def total(xs: list, out: dsl.OutputPath(int)):
    return spec("total", xs, out)


@dsl.container_component
def data(s: str, out: Output[Dataset]):
    return spec("data", s, out.path)


@dsl.container_component
def count(many: Input[list[Dataset]]):
    return spec("count", many)


@dsl.container_component
def use(one: Input[Dataset]):
    return spec("use", one.uri)


@dsl.container_component
def clean():
    return spec("clean")


@dsl.container_component
def notify(status: dsl.PipelineTaskFinalStatus, who: str):
    return spec("notify", who)


@dsl.pipeline
def lone_if(n: int = 1):
    step = emit(x=n)
    with dsl.If(step.output == 3):
        inner = text(s="three")
        with dsl.If(inner.output != "a", name="deep"):
            emit(x=step.output)


# every pair of types of which the SDK writes what CEL can read
@dsl.pipeline
def comparisons(i: int, s: str, r: float, b: bool, j: int, t: str):
    with dsl.If(i >= 3):
        clean()
    with dsl.If(i < 0.5):
        clean()
    with dsl.If(r <= 3):
        clean()
    with dsl.If(r > 1e-05):
        clean()
    with dsl.If(s != "it is"):
        clean()
    with dsl.If(s == 3):
        clean()
    with dsl.If(s == 0.5):
        clean()
    with dsl.If(b == True):
        clean()
    with dsl.If(i == r):
        clean()
    with dsl.If(i == j):
        clean()
    with dsl.If(s == t):
        clean()


@dsl.pipeline
def one_of(n: int) -> int:
    step = emit(x=n)
    with dsl.If(step.output > 5, name="large"):
        first = emit(x=1)
        one = data(s="a")
    with dsl.Elif(step.output < 2):
        second = emit(x=n)
        two = data(s="b")
    with dsl.Else(name="other"):
        third = emit(x=3)
        three = data(s="c")
    best = dsl.OneOf(first.output, second.output, third.output)
    emit(x=best)
    use(one=dsl.OneOf(one.output, two.output, three.output))
    return best


@dsl.pipeline
def loops(xs: list[int], names: list[str]):
    many = listing(x=2)
    with dsl.ParallelFor([{"a": 1, "b": 2}, {"b": 3, "a": 4}], name="fields", parallelism=2) as item:
        emit(x=item.a)
        emit(x=item.b)
    with dsl.ParallelFor(["ü", "b"]) as letter:
        text(s=letter)
    with dsl.ParallelFor(xs) as x:
        emit(x=x)
        with dsl.If(x == 3):
            emit(x=x)
        with dsl.ParallelFor(names) as name:
            text(s=name)
            emit(x=x)
    with dsl.ParallelFor(many.output) as found:
        text(s=found)


@dsl.pipeline
def nested_items(rows: list):
    with dsl.ParallelFor(rows) as row, dsl.ParallelFor(row.cells) as cell:
        text(s=cell.word)


@dsl.pipeline
def collected(xs: list[int]) -> list[int]:
    with dsl.ParallelFor(xs) as x:
        with dsl.ParallelFor([1, 2]) as y:
            deep = emit(x=y)
        one = emit(x=x)
        total(xs=dsl.Collected(deep.output))
        made = data(s="x")
    total(xs=dsl.Collected(one.output))
    count(many=dsl.Collected(made.output))
    with dsl.ParallelFor([1]):
        total(xs=dsl.Collected(one.output))
    return dsl.Collected(one.output)


@dsl.pipeline
def exits(who: str = "me"):
    last = notify(who=who)
    with dsl.ExitHandler(last, name="guarded"):
        step = text(s=who)
        with dsl.ParallelFor([1, 2]) as x:
            emit(x=x).after(step)
    clean()


@dsl.pipeline
def ignoring(who: str):
    first = text(s=who)
    second = clean().after(first)
    notify(who="all").after(second).ignore_upstream_failure()


@dsl.pipeline(name="inner-part")
def inner_part(n: int, m: int = 4) -> int:
    step = emit(x=n)
    with dsl.If(step.output == m):
        emit(x=m)
    return step.output


@dsl.pipeline
def parts(n: int) -> int:
    first = inner_part(n=n, m=5)
    first.set_caching_options(False)
    first.set_retry(2, backoff_duration="10s")
    with dsl.ParallelFor([1, 2]) as x:
        emit(x=x).after(first)
        emit(x=first.output)
    return first.output


@dsl.pipeline
def texts(n: int, who: str):
    step = emit(x=n)
    text(s=f"{step.output} for {who}")
    with dsl.ParallelFor([1, 2]) as x:
        text(s=f"{step.output} of {x} for {who}")


TWINS = [lone_if, comparisons, one_of, loops, nested_items, collected, exits, ignoring, parts, texts]
