"""The pipeline of src/kubeflow/testing/twin.ts, written with Kubeflow's SDK."""

from kfp import dsl, kubernetes
from kfp.dsl import Dataset, Input, Model, Output


@dsl.container_component
def train(data: Input[Dataset], epochs: int, model: Output[Model], loss: dsl.OutputPath(float)):
    return dsl.ContainerSpec(
        image="busybox:1.36",
        command=["train", "--data", data.path],
        args=["--epochs", epochs, "--out", model.path, "--loss", loss],
    )


@dsl.container_component
def report(loss: float, model: Input[Model], label: str):
    return dsl.ContainerSpec(image="busybox:1.36", command=["report"], args=[loss, model.uri, label])


FLAGS = ["a", 1]


@dsl.pipeline(name="twin", description="Written twice.")
def twin(rate: float, epochs: int = 5, flags: list = FLAGS):
    seed = dsl.importer("s3://acme/seed.csv", Dataset, reimport=True, metadata={"rows": 12})
    step = train(data=seed.output, epochs=epochs)
    step.set_env_variable("ZONE", "eu")
    step.set_cpu_limit("7500m").set_cpu_request("4")
    step.set_memory_limit("64Gi").set_memory_request("500M")
    step.set_accelerator_type("nvidia.com/gpu").set_accelerator_limit(2)
    step.set_retry(2, backoff_duration="30s", backoff_factor=1.5)
    step.set_caching_options(False)
    kubernetes.set_timeout(step, 9000)
    kubernetes.add_node_affinity(
        step, match_expressions=[{"key": "gpu.memory", "operator": "Gt", "values": ["40000"]}]
    )
    kubernetes.add_toleration(step, key="nvidia.com/gpu", operator="Exists", effect="NoSchedule")
    kubernetes.empty_dir_mount(step, "dshm", "/dev/shm", medium="Memory", size_limit="16Gi")
    kubernetes.add_pod_label(step, "kueue.x-k8s.io/queue-name", "team-queue")
    done = report(loss=step.outputs["loss"], model=step.outputs["model"], label="on")
    done.set_retry(1)
    done.after(seed)
