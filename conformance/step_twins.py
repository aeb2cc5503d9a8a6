"""The pipelines of src/kubeflow/testing/step-twins.ts, written with Kubeflow's SDK."""

from group_twins import clean, text, use
from kfp import dsl, kubernetes
from kfp.dsl import Artifact, Dataset, Input, Model, Output


@dsl.pipeline
def secrets(name: str = "token"):
    made = text(s="made")
    fixed = clean()
    kubernetes.use_secret_as_env(fixed, secret_name="a", secret_key_to_env={"k": "K", "l": "L"})
    kubernetes.use_secret_as_env(fixed, secret_name="b", secret_key_to_env={"k": "M"}, optional=True)
    kubernetes.use_secret_as_volume(fixed, secret_name="a", mount_path="/etc/a")
    kubernetes.use_config_map_as_env(fixed, config_map_name="c", config_map_key_to_env={"k": "N"})
    kubernetes.use_config_map_as_volume(fixed, config_map_name="c", mount_path="/etc/c", optional=True)
    kubernetes.set_image_pull_secrets(fixed, ["one", "two"])
    given = clean()
    kubernetes.use_secret_as_env(given, secret_name=name, secret_key_to_env={"k": "K"})
    kubernetes.use_secret_as_volume(given, secret_name=made.output, mount_path="/etc/made")
    kubernetes.set_image_pull_secrets(given, [name])
    with dsl.If(name != ""):
        inside = clean()
        kubernetes.use_config_map_as_env(inside, config_map_name=name, config_map_key_to_env={"k": "K"})
        kubernetes.use_config_map_as_volume(inside, config_map_name=made.output, mount_path="/etc/made")


@dsl.pipeline
def volumes(size: str = "5Gi", old: str = "old"):
    claim = kubernetes.CreatePVC(
        pvc_name_suffix="-work", access_modes=["ReadWriteOnce"], size=size, storage_class_name="fast"
    )
    first = clean()
    kubernetes.mount_pvc(first, pvc_name=claim.outputs["name"], mount_path="/data")
    kubernetes.mount_pvc(first, pvc_name="fixed", mount_path="/fixed", sub_path="part")
    kubernetes.mount_pvc(first, pvc_name=old, mount_path="/old")
    kubernetes.empty_dir_mount(first, volume_name="tmp", mount_path="/tmp/x")
    kubernetes.empty_dir_mount(
        first, volume_name="dshm", mount_path="/dev/shm", medium="Memory", size_limit="2Gi"
    )
    kubernetes.add_ephemeral_volume(
        first,
        volume_name="big",
        mount_path="/big",
        access_modes=["ReadWriteOnce"],
        size="50Gi",
        storage_class_name="fast",
        labels={"a": "b"},
        annotations={"c": "d"},
    )
    kubernetes.add_ephemeral_volume(
        first, volume_name="plain", mount_path="/plain", access_modes=["ReadWriteOnce"], size="1Gi"
    )
    with dsl.ParallelFor(["a", "b"]) as item:
        inside = text(s=item)
        kubernetes.mount_pvc(inside, pvc_name=claim.outputs["name"], mount_path="/data")
    kubernetes.DeletePVC(pvc_name=claim.outputs["name"]).after(first)


@dsl.pipeline
def placing(where: dict, tolerated: list, near: dict):
    fixed = clean()
    kubernetes.add_node_selector(fixed, "disk", "ssd")
    kubernetes.add_node_selector(fixed, "zone", "a")
    kubernetes.add_toleration(fixed, key="gpu", operator="Equal", value="yes", effect="NoSchedule")
    kubernetes.add_toleration(fixed, key="spot", operator="Exists", effect="NoExecute", toleration_seconds=30)
    kubernetes.add_node_affinity(
        fixed,
        match_expressions=[{"key": "disk", "operator": "In", "values": ["ssd", "nvme"]}],
        match_fields=[{"key": "metadata.name", "operator": "NotIn", "values": ["bad"]}],
    )
    kubernetes.add_node_affinity(fixed, match_expressions=[{"key": "zone", "operator": "Exists"}], weight=50)
    given = clean()
    kubernetes.add_node_selector_json(given, node_selector_json=where)
    kubernetes.add_toleration_json(given, toleration_json=tolerated)
    kubernetes.add_node_affinity_json(given, node_affinity_json=near)
    written = clean()
    kubernetes.add_node_selector_json(written, node_selector_json={"disk": "hdd"})


@dsl.pipeline
def pods():
    pod = clean()
    kubernetes.add_pod_label(pod, "team", "churn")
    kubernetes.add_pod_annotation(pod, "note", "12:30")
    kubernetes.use_field_path_as_env(pod, env_name="POD", field_path="metadata.annotations['a']")
    kubernetes.set_timeout(pod, 3600)
    kubernetes.set_image_pull_policy(pod, "IfNotPresent")
    kubernetes.set_security_context(pod, run_as_user=1000, run_as_group=2000, run_as_non_root=True)


@dsl.pipeline
def amounts(
    cpu: str = "1", memory: str = "1Gi", kind: str = "nvidia.com/gpu", count: str = "1", image: str = "i"
):
    given = clean()
    given.set_cpu_limit(cpu).set_cpu_request(cpu).set_memory_limit(memory).set_memory_request(memory)
    given.set_accelerator_type(kind).set_accelerator_limit(count)
    given.set_container_image(image)
    fixed = clean()
    fixed.set_cpu_limit("500m").set_memory_request("2Gi")
    fixed.set_accelerator_type("nvidia.com/mig-1g.10gb").set_accelerator_limit(2)
    by_output = clean()
    by_output.set_container_image(text(s="i").output)


@dsl.container_component
def lines(
    word: str,
    data: Input[Dataset],
    model: Output[Model],
    count: dsl.OutputPath(int),
    size: int = 3,
):
    return dsl.ContainerSpec(
        image="busybox:1.36",
        command=["run"],
        args=[
            data.uri,
            data.path,
            data.metadata["rows"],
            model.uri,
            model.metadata["kind"],
            count,
            dsl.ConcatPlaceholder(["--word=", word, 'é"!']),
            dsl.ConcatPlaceholder(["--data=", dsl.ConcatPlaceholder([data.uri, "/part-*"])]),
            dsl.IfPresentPlaceholder("size", then=["--size", size], else_=["--no-size"]),
            dsl.IfPresentPlaceholder("size", then=size),
            dsl.ConcatPlaceholder(["size=", dsl.IfPresentPlaceholder("size", then=size, else_="none")]),
            dsl.IfPresentPlaceholder("size", then=[dsl.ConcatPlaceholder(["a", word]), data.path], else_="x"),
        ],
    )


@dsl.pipeline
def command_lines(word: str):
    data = dsl.importer(artifact_uri="gs://bucket/data.csv", artifact_class=Dataset)
    lines(word=word, data=data.output)


@dsl.pipeline(pipeline_config=dsl.PipelineConfig(workspace=dsl.WorkspaceConfig(size="5Gi")))
def importing(owner: str, where: str):
    made = text(s="made")
    by_parameter = dsl.importer(artifact_uri=where, artifact_class=Dataset, reimport=True)
    by_parameter.set_caching_options(False)
    use(one=by_parameter.output)
    dsl.importer(artifact_uri=made.output, artifact_class=Model, download_to_workspace=True)
    dsl.importer(
        artifact_uri="gs://bucket/data.csv",
        artifact_class=Artifact,
        metadata={"owner": owner, "made by": made.output, "rows": 3, "nested": {"a": ["b", owner]}},
    )
    with dsl.ParallelFor(["gs://a", "gs://b"]) as uri:
        dsl.importer(artifact_uri=uri, artifact_class=Dataset, metadata={"by": owner})


@dsl.pipeline(
    display_name="Of the whole pipeline",
    pipeline_root="gs://bucket/root",
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
    ),
)
def whole():
    text(s=dsl.WORKSPACE_PATH_PLACEHOLDER).set_env_variable("A", "b")


TWINS = [secrets, volumes, placing, pods, amounts, command_lines, importing, whole]
