"""The programs of sdk/, compiled by the real SDK: they say all that it can say, and Weft reads every one."""

import pytest
import yaml

pytest.importorskip("kfp.kubernetes", reason="kfp-kubernetes is not installed")
from field_use import known_fields, messages, used_fields

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Fields that the SDK never writes: deprecated, of another backend, or without a function in the SDK.
NEVER_WRITTEN = {
    "AIPlatformCustomJobSpec.customJob",
    "ArtifactQuerySpec.filter",
    "ArtifactQuerySpec.limit",
    "ArtifactSpec.customProperties",
    "ArtifactSpec.metadata",
    "ArtifactSpec.properties",
    "ArtifactTypeSchema.instanceSchema",
    "ArtifactTypeSchema.schemaUri",
    "ComponentSpec.singlePlatformSpecs",
    "EnabledSharedMemory.size",
    "EnabledSharedMemory.volumeName",
    "Exec.args",
    "Exec.command",
    "ExecutorSpec.customJob",
    "ExecutorSpec.resolver",
    "ImporterSpec.customProperties",
    "ImporterSpec.properties",
    "KubernetesExecutorConfig.enabledSharedMemory",
    "KubernetesExecutorConfig.podAffinity",
    "Lifecycle.preCacheCheck",
    "ParameterSpec.literals",
    "ParameterSpec.type",
    "PipelineContainerSpec.lifecycle",
    "PodAffinityTerm.anti",
    "PodAffinityTerm.matchNamespaceExpressions",
    "PodAffinityTerm.matchNamespaceLabels",
    "PodAffinityTerm.matchPodExpressions",
    "PodAffinityTerm.matchPodLabels",
    "PodAffinityTerm.namespaces",
    "PodAffinityTerm.topologyKey",
    "PodAffinityTerm.weight",
    "ResolverSpec.outputArtifactQueries",
    "SinglePlatformSpec.config",
    "SinglePlatformSpec.platform",
    "Value.doubleValue",
    "Value.intValue",
    "Value.stringValue",
    "ValueOrRuntimeParameter.constantValue",
}


def read(path):
    spec, *platform = yaml.load_all(path.read_text("utf-8"), Loader=LOADER)
    return spec, platform[0] if platform else None


def test_the_programs_use_every_field_that_the_sdk_writes(sdk_specs):
    used = {
        field for path in sdk_specs for message in messages(*read(path)) for field in used_fields(message)
    }
    print(f"{len(sdk_specs)} programs use {len(used)} of {len(known_fields())} fields")
    assert len(sdk_specs) > 60
    assert known_fields() - used == NEVER_WRITTEN
