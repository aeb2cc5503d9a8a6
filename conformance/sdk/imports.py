"""Importers: constants and run-time URIs, metadata, reimport, the workspace."""

from kfp import dsl
from kfp.dsl import Dataset, Model
from sdk.parts import judge, text, train


@dsl.pipeline
def constant():
    data = dsl.importer(artifact_uri="gs://bucket/data.csv", artifact_class=Dataset)
    train(data=data.output)


@dsl.pipeline
def by_parameter(uri: str = "s3://bucket/model"):
    model = dsl.importer(artifact_uri=uri, artifact_class=Model, reimport=True)
    judge(model=model.output)


@dsl.pipeline
def by_output():
    where = text(value="gs://bucket/model")
    model = dsl.importer(artifact_uri=where.output, artifact_class=Model)
    judge(model=model.output)


@dsl.pipeline
def with_metadata(owner: str = "me"):
    dsl.importer(
        artifact_uri="gs://bucket/data.csv",
        artifact_class=Dataset,
        metadata={
            "owner": owner,
            "made by": text().output,
            "rows": 3,
            owner: "key",
            "nested": {"a": ["b", owner]},
        },
    )


@dsl.pipeline
def in_a_loop():
    with dsl.ParallelFor(["gs://a", "gs://b"]) as uri:
        model = dsl.importer(artifact_uri=uri, artifact_class=Model)
        judge(model=model.output)


@dsl.pipeline(
    pipeline_config=dsl.PipelineConfig(workspace=dsl.WorkspaceConfig(size="5Gi")),
)
def to_the_workspace():
    dsl.importer(artifact_uri="s3://bucket/data", artifact_class=Dataset, download_to_workspace=True)
