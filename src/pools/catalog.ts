/** The platform team's pools, read from `weft.pools.yaml`. */
export interface Catalog {
  pools: { id: string; displayName?: string; description?: string }[];
}
