import { type Static } from 'typebox';
import { double, int64, list, message, text, texts } from './protobuf';

/** `AcceleratorConfig`; the first two are deprecated, and all that servers before 2.4 read. */
export const Accelerator = message({ type: text, count: int64, resourceType: text, resourceCount: text });
export type Accelerator = Static<typeof Accelerator>;

/** Each amount twice: as text for today's servers, as a number (cores, 10^9 bytes) for those before 2.4. */
export const ResourceSpec = message({
  cpuLimit: double,
  memoryLimit: double,
  cpuRequest: double,
  memoryRequest: double,
  resourceCpuLimit: text,
  resourceMemoryLimit: text,
  resourceCpuRequest: text,
  resourceMemoryRequest: text,
  accelerator: Accelerator
});
export type ResourceSpec = Static<typeof ResourceSpec>;

/** `PipelineContainerSpec`. */
export const ContainerSpec = message({
  image: text,
  command: texts,
  args: texts,
  lifecycle: message({ preCacheCheck: message({ command: texts, args: texts }) }),
  resources: ResourceSpec,
  env: list(message({ name: text, value: text }))
});
export type ContainerSpec = Static<typeof ContainerSpec>;
