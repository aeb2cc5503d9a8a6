"""What happens when something fails, and how often and how long things are tried."""

from kfp import dsl
from sdk.parts import fail, report, say, text


@dsl.pipeline
def exit_handler(message: str = "bye"):
    ending = say(value=message)
    with dsl.ExitHandler(ending, name="guarded"):
        fail()


@dsl.pipeline
def final_status(message: str = "bye"):
    with dsl.ExitHandler(report(message=message)):
        first = text()
        say(value=first.output)


@dsl.pipeline
def two_handlers():
    with dsl.ExitHandler(say(value="one")):
        say(value="a")
    with dsl.ExitHandler(say(value="two")):
        say(value="b")


@dsl.pipeline
def loop_inside():
    with dsl.ExitHandler(report()):
        with dsl.ParallelFor(["a", "b"]) as item:
            say(value=item)


@dsl.pipeline
def ignore_failure():
    first = fail()
    say(value="anyway").after(first).ignore_upstream_failure()


@dsl.pipeline
def ignore_failure_with_default():
    first = text()
    second = text(value=first.output)
    second.ignore_upstream_failure()


@dsl.pipeline
def status_of_one_task():
    first = fail()
    report(message="over").after(first).ignore_upstream_failure()


@dsl.pipeline
def retries():
    say(value="a").set_retry(3)
    say(value="b").set_retry(2, backoff_duration="30s", backoff_factor=1.5, backoff_max_duration="2 hours")


@dsl.pipeline
def caching():
    say(value="a").set_caching_options(False)
    say(value="b").set_caching_options(True, cache_key="mine")
    say(value="c").set_caching_options(True)


@dsl.pipeline
def after_a_handler():
    with dsl.ExitHandler(say(value="bye")) as guarded:
        say(value="a")
    say(value="b").after(guarded)
