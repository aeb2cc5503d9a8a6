import { type Static, Type } from 'typebox';

/** The accelerator of a pool, of which each node holds `perNode`. */
export const Device = Type.Object({
  vendor: Type.Optional(Type.String()),
  model: Type.Optional(Type.String()),
  memoryMiB: Type.Optional(Type.Integer({ minimum: 1 })),
  resource: Type.String({
    description: 'the Kubernetes resource name, such as nvidia.com/gpu or nvidia.com/mig-1g.10gb'
  }),
  allocator: Type.Optional(Type.Enum(['device-plugin', 'dra-extended'])),
  perNode: Type.Optional(Type.Integer({ minimum: 1 })),
  maxPerStep: Type.Optional(Type.Integer({ minimum: 1 })),
  sharing: Type.Optional(
    Type.Object({
      mode: Type.Enum(['none', 'mig', 'time-slicing', 'mps']),
      strategy: Type.Optional(Type.Enum(['single', 'mixed'])),
      profile: Type.Optional(Type.String()),
      replicas: Type.Optional(Type.Integer({ minimum: 1 }))
    })
  ),
  interconnect: Type.Optional(Type.Enum(['nvlink', 'pcie', 'mnnvl', 'none'])),
  fabric: Type.Optional(
    Type.Object({
      rdma: Type.Optional(Type.Enum(['efa', 'ib', 'none'])),
      kfpRequestable: Type.Optional(Type.Boolean())
    })
  ),
  arch: Type.Optional(Type.Enum(['amd64', 'arm64']))
});
export type Device = Static<typeof Device>;

/** Domains of the resource names that the device plugins of the vendors register, and of the taints named after them. */
const VENDOR_RESOURCE =
  /^(nvidia\.com|amd\.com|gpu\.intel\.com|habana\.ai)\/.+$|^google\.com\/tpu$|^aws\.amazon\.com\/neuron/;

/** True for taint keys that platforms name after the resource they guard, whatever value they give it. */
export function isVendorResource(key: string): boolean {
  return VENDOR_RESOURCE.test(key);
}
