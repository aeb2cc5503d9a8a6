"""Which fields of Kubeflow's messages a set of documents uses, and which there are."""

from google.protobuf import json_format
from google.protobuf.descriptor import FieldDescriptor
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2

MESSAGES = {
    "spec": pipeline_spec_pb2.PipelineSpec,
    "deployment": pipeline_spec_pb2.PipelineDeploymentConfig,
    "platform": pipeline_spec_pb2.PlatformSpec,
    "executor": kubernetes_executor_config_pb2.KubernetesExecutorConfig,
}


def messages(spec, platform):
    """Yields the messages of one compiled pipeline, read strictly: an unknown field is an error."""
    yield json_format.ParseDict(spec, MESSAGES["spec"]())
    yield json_format.ParseDict(spec["deploymentSpec"], MESSAGES["deployment"]())
    if platform:
        yield json_format.ParseDict(platform, MESSAGES["platform"]())
        kubernetes = platform["platforms"]["kubernetes"]
        for config in kubernetes.get("deploymentSpec", {}).get("executors", {}).values():
            yield json_format.ParseDict(config, MESSAGES["executor"]())


def used_fields(message):
    """Yields `Message.field` for all that is set in a message and in those inside of it."""
    for field, value in message.ListFields():
        yield f"{field.containing_type.name}.{field.json_name}"
        if field.type != FieldDescriptor.TYPE_MESSAGE or is_free(field.message_type):
            continue
        if field.message_type.GetOptions().map_entry:
            inner = field.message_type.fields_by_name["value"]
            if inner.type == FieldDescriptor.TYPE_MESSAGE and not is_free(inner.message_type):
                for each in value.values():
                    yield from used_fields(each)
        elif field.is_repeated:
            for each in value:
                yield from used_fields(each)
        else:
            yield from used_fields(value)


def known_fields():
    """All fields that can be reached from the four messages, as `Message.field`."""
    found, waiting, seen = set(), [message.DESCRIPTOR for message in MESSAGES.values()], set()
    while waiting:
        descriptor = waiting.pop()
        if descriptor.full_name in seen or is_free(descriptor):
            continue
        seen.add(descriptor.full_name)
        for field in descriptor.fields:
            if not descriptor.GetOptions().map_entry:
                found.add(f"{descriptor.name}.{field.json_name}")
            if field.type == FieldDescriptor.TYPE_MESSAGE:
                waiting.append(field.message_type)
    return found


def is_free(descriptor):
    """google.protobuf.Struct, Value, Duration and the like have no fields of Kubeflow's."""
    return descriptor.full_name.startswith("google.protobuf.")
