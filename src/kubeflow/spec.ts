/** Kubeflow's compiled form, as far as this version writes it (api/v2alpha1/pipeline_spec.proto, schema 2.1.0). */
export type PipelineSpec = Record<string, unknown>;
export type PlatformSpec = Record<string, unknown>;
