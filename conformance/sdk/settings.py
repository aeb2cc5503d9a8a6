"""Settings of pipelines and steps that are not the platform's."""

from kfp import dsl
from sdk.parts import say, text, touch


@dsl.pipeline(
    name="my-pipeline",
    display_name="My pipeline",
    description="What it does.\nAnd why.",
    pipeline_root="gs://b/r",
)
def about(
    word: str = "a",
    count: int = 2,
    share: float = 0.5,
    on: bool = True,
    y: list = [1, "2"],
    table: dict = {"k": 1},
):
    say(value=word).set_display_name("Say it")


@dsl.pipeline(
    pipeline_config=dsl.PipelineConfig(
        workspace=dsl.WorkspaceConfig(
            size="10Gi",
            kubernetes=dsl.KubernetesWorkspaceConfig(
                pvcSpecPatch={"accessModes": ["ReadWriteOnce"], "storageClassName": "fast"}
            ),
        ),
        ttl_seconds_after_finished=3600,
        ttl_seconds_after_success=60,
        ttl_seconds_after_failure=7200,
        active_deadline_seconds=86400,
    )
)
def config():
    say(value=dsl.WORKSPACE_PATH_PLACEHOLDER)


@dsl.pipeline
def job_values():
    say(value=dsl.PIPELINE_JOB_NAME_PLACEHOLDER)
    say(value=dsl.PIPELINE_JOB_ID_PLACEHOLDER)
    say(value=dsl.PIPELINE_TASK_NAME_PLACEHOLDER)
    say(value=f"{dsl.PIPELINE_ROOT_PLACEHOLDER}/x")


@dsl.pipeline
def joined_text(word: str = "a"):
    made = text(value=f"pre-{word}")
    say(value=f"{word} and {made.output} again")
    with dsl.ParallelFor(["x", "y"]) as item:
        say(value=f"{item}: {made.output}")
        with dsl.If(item == "x"):
            say(value=f"{word}/{item}")


@dsl.pipeline
def resources():
    (
        say(value="a")
        .set_cpu_limit("2")
        .set_cpu_request("500m")
        .set_memory_limit("4Gi")
        .set_memory_request("512Mi")
        .set_accelerator_type("nvidia.com/gpu")
        .set_accelerator_limit(1)
    )


@dsl.pipeline
def resources_by_parameter(
    cpu: str = "1",
    memory: str = "1Gi",
    kind: str = "nvidia.com/gpu",
    count: str = "1",
    image: str = "python:3.12",
):
    task = say(value="a")
    task.set_cpu_limit(cpu).set_memory_limit(memory).set_accelerator_type(kind).set_accelerator_limit(count)
    task.set_cpu_request(cpu).set_memory_request(memory)
    task.set_container_image(image)


@dsl.pipeline
def image_by_output():
    say(value="a").set_container_image(text(value="python:3.12").output)


@dsl.pipeline
def environment():
    say(value="a").set_env_variable("A_NAME", "a value").set_env_variable("EMPTY", "")


@dsl.component(packages_to_install=["requests==2.32.0", "six"])
def installs(value: str) -> str:
    return value


@dsl.component(
    packages_to_install=["acme"],
    pip_index_urls=["https://pip.example/simple"],
    pip_trusted_hosts=["pip.example"],
    use_venv=True,
)
def from_index(value: str) -> str:
    return value


@dsl.pipeline
def pip_packages():
    installs(value="a")
    from_index(value="b")


@dsl.pipeline
def artifacts_named() -> dsl.Artifact:
    return touch().outputs["result"]


@dsl.component(
    base_image="python:3.11",
    task_config_passthroughs=[
        dsl.TaskConfigField.RESOURCES,
        dsl.TaskConfigPassthrough(field=dsl.TaskConfigField.ENV, apply_to_task=True),
    ],
)
def passes_on(config: dsl.TaskConfig):
    print(config)


@dsl.pipeline
def task_config():
    passes_on().set_cpu_limit("1").set_env_variable("A", "b")
