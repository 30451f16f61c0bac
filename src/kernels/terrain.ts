/** The kernels of terrain. Pointers are byte offsets; strips are float32, whole vectors long, NaN where invalid. Rows begin one column before the first pixel. */
export interface TerrainKernels {
  /** Differences of heights across each pixel, west less east and south less north, by a rule of {@link gradientRules}. */
  terrainGradient(rule: number, edges: number, a: number, b: number, c: number, count: number, gx: number, gy: number): void
  /** How heights differ around each pixel, by a rule of {@link reliefRules}. */
  terrainRelief(rule: number, edges: number, a: number, b: number, c: number, count: number, out: number): void
  /** A row beyond an edge: twice the first row less the second. */
  terrainBeyond(first: number, second: number, count: number, out: number): void
  /** Slopes in degrees (0) or percent (1). */
  terrainSlope(percent: number, gx: number, gy: number, count: number, job: number, out: number): void
  /** Aspects clockwise from north (0) or counter-clockwise from east (1). */
  terrainAspect(math: number, flat: number, gx: number, gy: number, count: number, job: number, out: number): void
  /** Light as bytes, 0 where invalid, by a rule of {@link shadeRules}. */
  terrainShade(rule: number, gx: number, gy: number, count: number, job: number, out: number): void
}

/** Rules of {@link TerrainKernels.terrainGradient}. `square` is Horn's in the order of sums that GDAL's hillshade has for square pixels. */
export const gradientRules = { horn: 0, zevenbergenThorne: 1, square: 2 } as const

/** Rules of {@link TerrainKernels.terrainRelief}. */
export const reliefRules = { riley: 0, wilson: 1, tpi: 2, roughness: 3 } as const

/** Rules of {@link TerrainKernels.terrainShade}. */
export const shadeRules = { plain: 0, multidirectional: 1, combined: 2, igor: 3 } as const

/** The module's exports as terrain kernels. */
export function terrainKernels(kernels: Readonly<Record<string, unknown>>): TerrainKernels {
  return kernels as unknown as TerrainKernels
}
