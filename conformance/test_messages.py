"""The schemas of src/kubeflow/spec, held against the descriptors of Kubeflow's own messages, field by field."""

import copy
import json
import subprocess

import pytest
from node import HERE, NODE

descriptor = pytest.importorskip("google.protobuf.descriptor", reason="kfp is not installed")
pytest.importorskip("kfp.kubernetes", reason="kfp-kubernetes is not installed")
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2

Field = descriptor.FieldDescriptor
KUBERNETES = kubernetes_executor_config_pb2.KubernetesExecutorConfig.DESCRIPTOR

# A free Struct in the message that the backend reads as another message, which our schema says at once.
READ_AS = {
    "PipelineSpec.deploymentSpec": pipeline_spec_pb2.PipelineDeploymentConfig.DESCRIPTOR,
    "PlatformSpec.platforms.kubernetes.deploymentSpec.executors": KUBERNETES,
}
# Fields of kubeflow/pipelines that are newer than the messages as last released, with where they came in.
NEWER = {"KubernetesExecutorConfig": {"initContainers": "kubeflow/pipelines #13651"}}
# How the kinds of protobuf stand in JSON Schema; `proto` is a keyword of our own.
KINDS = {
    Field.TYPE_STRING: {"type": "string"},
    Field.TYPE_BOOL: {"type": "boolean"},
    Field.TYPE_INT32: {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1},
    Field.TYPE_INT64: {"type": "string", "proto": "int64"},
    Field.TYPE_DOUBLE: {"type": "number"},
}
WELL_KNOWN = {
    "google.protobuf.Value": {},
    "google.protobuf.Struct": {"type": "object", "proto": "struct"},
    "google.protobuf.Duration": {"type": "string", "proto": "duration"},
}


@pytest.fixture(scope="module")
def schemas():
    script = [NODE, HERE / "print-schemas.mjs"]
    done = subprocess.run(script, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


MESSAGES = {
    "PipelineSpec": pipeline_spec_pb2.PipelineSpec.DESCRIPTOR,
    "PlatformSpec": pipeline_spec_pb2.PlatformSpec.DESCRIPTOR,
    "DeploymentSpec": pipeline_spec_pb2.PipelineDeploymentConfig.DESCRIPTOR,
    "SinglePlatformSpec": pipeline_spec_pb2.SinglePlatformSpec.DESCRIPTOR,
    "KubernetesExecutorConfig": KUBERNETES,
}


@pytest.mark.parametrize("name", MESSAGES)
def test_the_schema_has_every_field_and_no_other(schemas, name):
    compared = set()
    assert list(message_faults(MESSAGES[name], schemas[name], name, compared)) == []
    print(f"{name}: {len(compared)} fields")
    assert len(compared) > 10


def message_faults(message, schema, path, compared):
    """Yields a sentence for every difference between a message and its schema, and notes what was compared."""
    if schema.get("additionalProperties") is not False and "kubernetes" not in schema["properties"]:
        yield f"{path} is not closed"
    fields = {field.json_name: field for field in message.fields}
    newer = NEWER.get(message.name, {})
    for name in fields.keys() ^ (schema["properties"].keys() - newer.keys()):
        yield f"{path}.{name} is in one only"
    for name in newer.keys() & fields.keys():
        yield f"{path}.{name} is released now: no exception is needed"
    # a field that is `optional` has a oneof of its own, with an underscore
    oneofs = {
        frozenset(field.json_name for field in oneof.fields)
        for oneof in message.oneofs
        if not oneof.name.startswith("_")
    }
    if oneofs != {frozenset(oneof) for oneof in schema.get("oneofs", [])}:
        yield f"{path} has the oneofs {oneofs}"
    for name in fields.keys() & schema["properties"].keys():
        compared.add(f"{path}.{name}")
        yield from field_faults(fields[name], schema["properties"][name], f"{path}.{name}", compared)


def field_faults(field, schema, path, compared):
    if field.message_type and field.message_type.GetOptions().map_entry:
        value = field.message_type.fields_by_name["value"]
        for key, inner in map_schemas(schema, path):
            yield from value_faults(value, inner, f"{path}.{key}" if key else path, compared)
    elif field.is_repeated:
        if schema.get("type") != "array":
            yield f"{path} is no list"
        else:
            yield from value_faults(field, schema["items"], path, compared)
    else:
        yield from value_faults(field, schema, path, compared)


def map_schemas(schema, path):
    """What a map may hold: the same for every key, but for the platform that we know."""
    if path == "PlatformSpec.platforms":
        yield "kubernetes", schema["properties"]["kubernetes"]
        yield "*", schema["additionalProperties"]
    else:
        yield "", schema.get("patternProperties", {}).get("^", {"type": "nothing"})


def value_faults(field, schema, path, compared):
    message = READ_AS.get(path, field.message_type)
    if message and message.full_name not in WELL_KNOWN:
        if "properties" in schema:
            yield from message_faults(message, schema, path, compared)
        else:
            yield f"{path} is no {message.name}"
    elif field.enum_type:
        names = [value.name for value in field.enum_type.values]
        numbers = {str(value.number): value.name for value in field.enum_type.values}
        if schema.get("enum") != names or schema.get("numbers") != numbers:
            yield f"{path} has the values {numbers}"
    else:
        wanted = WELL_KNOWN[message.full_name] if message else KINDS[field.type]
        rest = {"pattern", "patternProperties"}
        if {key: value for key, value in schema.items() if key not in rest} != wanted:
            yield f"{path} is {schema}, not {wanted}"


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda fields: fields.pop("sdkVersion"), "sdkVersion is in one only"),
        (lambda fields: fields.update(more={}), "more is in one only"),
        (lambda fields: fields["schemaVersion"].update(type="number"), "schemaVersion is"),
        (lambda fields: fields["root"].pop("oneofs"), "root has the oneofs"),
        (lambda fields: fields["root"].pop("additionalProperties"), "root is not closed"),
        (lambda fields: fields["components"].pop("patternProperties"), "components is no ComponentSpec"),
    ],
)
def test_a_spoilt_schema_is_found_out(schemas, spoil, fault):
    schema = copy.deepcopy(schemas["PipelineSpec"])
    spoil(schema["properties"])
    found = list(message_faults(MESSAGES["PipelineSpec"], schema, "PipelineSpec", set()))
    assert any(fault in each for each in found), found
