// Prints the schemas of src/kubeflow/spec as JSON. usage: node conformance/print-schemas.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './bundle.mjs';

const ENTRY = `export { DeploymentSpec, KubernetesExecutorConfig, PipelineSpec, PlatformSpec, SinglePlatformSpec } from './src/kubeflow/spec';`;

const folder = mkdtempSync(join(tmpdir(), 'weft-schemas-'));
try {
  process.stdout.write(JSON.stringify({ ...(await load(ENTRY, folder)) }));
} finally {
  rmSync(folder, { recursive: true });
}
