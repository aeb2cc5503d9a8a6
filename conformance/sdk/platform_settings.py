"""Every setting of kfp-kubernetes."""

from kfp import dsl, kubernetes
from sdk.parts import say, text


def one():
    return say(value="a")


@dsl.pipeline
def secrets_as_env():
    kubernetes.use_secret_as_env(
        one(), secret_name="token", secret_key_to_env={"key": "TOKEN", "other": "OTHER"}
    )
    kubernetes.use_secret_as_env(
        one(), secret_name="maybe", secret_key_to_env={"key": "MAYBE"}, optional=True
    )


@dsl.pipeline
def secrets_as_volume():
    kubernetes.use_secret_as_volume(one(), secret_name="token", mount_path="/etc/token")
    kubernetes.use_secret_as_volume(one(), secret_name="token", mount_path="/etc/token", optional=True)


@dsl.pipeline
def secrets_by_parameter(secret: str = "token"):
    made = text(value="other")
    kubernetes.use_secret_as_env(one(), secret_name=secret, secret_key_to_env={"key": "TOKEN"})
    kubernetes.use_secret_as_volume(one(), secret_name=made.output, mount_path="/etc/token")


@dsl.pipeline
def config_maps():
    kubernetes.use_config_map_as_env(one(), config_map_name="settings", config_map_key_to_env={"a": "A"})
    kubernetes.use_config_map_as_volume(
        one(), config_map_name="settings", mount_path="/etc/settings", optional=False
    )


@dsl.pipeline
def config_maps_by_parameter(name: str = "settings"):
    with dsl.If(name != ""):
        kubernetes.use_config_map_as_env(one(), config_map_name=name, config_map_key_to_env={"a": "A"})
        kubernetes.use_config_map_as_volume(one(), config_map_name=name, mount_path="/etc/settings")


@dsl.pipeline
def volumes(size: str = "5Gi"):
    claim = kubernetes.CreatePVC(
        pvc_name_suffix="-work", access_modes=["ReadWriteOnce"], size=size, storage_class_name="standard"
    )
    first = one()
    kubernetes.mount_pvc(first, pvc_name=claim.outputs["name"], mount_path="/data")
    second = one().after(first)
    kubernetes.mount_pvc(second, pvc_name=claim.outputs["name"], mount_path="/data", sub_path="part")
    kubernetes.DeletePVC(pvc_name=claim.outputs["name"]).after(second)


@dsl.pipeline
def volumes_in_a_loop():
    claim = kubernetes.CreatePVC(pvc_name="fixed", access_modes=["ReadWriteMany"], size="1Gi")
    with dsl.ParallelFor(["a", "b"]) as item:
        task = say(value=item)
        kubernetes.mount_pvc(task, pvc_name=claim.outputs["name"], mount_path="/data")


@dsl.pipeline
def existing_volumes(claim: str = "old"):
    task = one()
    kubernetes.mount_pvc(task, pvc_name="fixed", mount_path="/fixed")
    kubernetes.mount_pvc(task, pvc_name=claim, mount_path="/old")


@dsl.pipeline
def scratch():
    task = one()
    kubernetes.empty_dir_mount(task, volume_name="tmp", mount_path="/scratch")
    kubernetes.empty_dir_mount(
        task, volume_name="shm", mount_path="/dev/shm", medium="Memory", size_limit="2Gi"
    )
    kubernetes.add_ephemeral_volume(
        one(),
        volume_name="big",
        mount_path="/big",
        access_modes=["ReadWriteOnce"],
        size="50Gi",
        storage_class_name="fast",
        labels={"a": "b"},
        annotations={"c": "d"},
    )
    kubernetes.add_ephemeral_volume(
        one(), volume_name="plain", mount_path="/plain", access_modes=["ReadWriteOnce"], size="1Gi"
    )


@dsl.pipeline
def selectors(where: dict = {"disk": "ssd"}):
    task = kubernetes.add_node_selector(one(), "disk", "ssd")
    kubernetes.add_node_selector(task, "zone", "a")
    kubernetes.add_node_selector_json(one(), node_selector_json=where)
    kubernetes.add_node_selector_json(one(), node_selector_json={"disk": "hdd"})


@dsl.pipeline
def tolerations(given: list = [{"key": "a", "operator": "Exists"}]):
    task = one()
    kubernetes.add_toleration(task, key="gpu", operator="Equal", value="yes", effect="NoSchedule")
    kubernetes.add_toleration(task, key="spot", operator="Exists", effect="NoExecute", toleration_seconds=30)
    kubernetes.add_toleration_json(one(), toleration_json=given)
    kubernetes.add_toleration_json(one(), toleration_json={"key": "b", "operator": "Exists"})


@dsl.pipeline
def affinity(given: dict = {}):
    kubernetes.add_node_affinity(
        one(), match_expressions=[{"key": "disk", "operator": "In", "values": ["ssd", "nvme"]}]
    )
    kubernetes.add_node_affinity(
        one(),
        match_expressions=[{"key": "zone", "operator": "Exists"}],
        match_fields=[{"key": "metadata.name", "operator": "NotIn", "values": ["bad"]}],
        weight=50,
    )
    kubernetes.add_node_affinity_json(one(), node_affinity_json=given)


@dsl.pipeline
def pods():
    task = one()
    kubernetes.add_pod_label(task, "team", "churn")
    kubernetes.add_pod_label(task, "on", "yes")
    kubernetes.add_pod_annotation(task, "note", "12:30")
    kubernetes.use_field_path_as_env(task, env_name="POD", field_path="metadata.name")
    kubernetes.set_timeout(task, 3600)
    kubernetes.set_image_pull_policy(task, "Always")
    kubernetes.set_image_pull_secrets(task, ["one", "two"])
    kubernetes.set_security_context(task, run_as_user=1000, run_as_group=2000, run_as_non_root=True)


@dsl.pipeline
def pull_secret_by_parameter(name: str = "one"):
    kubernetes.set_image_pull_secrets(one(), [name])


@dsl.pipeline
def inner(name: str):
    kubernetes.use_secret_as_env(one(), secret_name=name, secret_key_to_env={"key": "TOKEN"})
    kubernetes.add_node_selector(one(), "disk", "ssd")


@dsl.pipeline
def in_a_sub_pipeline(name: str = "token"):
    inner(name=name)
    inner(name="fixed")
