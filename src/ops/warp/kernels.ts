import type { Lattice, Scale } from '../../geo/mesh-cell.js'
import type { Stretch } from './axis-taps.js'
import { stretchAt } from './stretch.js'

/** How a kernel works: `point` kernels weigh the pixels around a position, `area` kernels those that an output pixel covers. */
export type KernelKind = 'near' | 'bilinear' | 'filter' | 'area'

/** What the warp needs to know of a kernel. */
export interface Kernel {
  readonly kind: KernelKind
  /** Source pixels on each side that it reaches where it is not stretched; 0 where it has no such reach. */
  readonly radius: number
  /** Whether it stays unstretched where the map shrinks by less than a twentieth; GDAL's rule for kernels of few taps. */
  readonly plainNearOne: boolean
  /** Whether the pixels that it makes are pixels of the source. */
  readonly moves: boolean
  /** Whether it makes sense for classes. */
  readonly forClasses: boolean
}

const area = { kind: 'area', radius: 0, plainNearOne: true, moves: false, forClasses: false } as const
const filter = { kind: 'filter', moves: false, forClasses: false } as const

/** The kernels by name. */
export const kernels = {
  near: { kind: 'near', radius: 0, plainNearOne: true, moves: true, forClasses: true },
  bilinear: { kind: 'bilinear', radius: 1, plainNearOne: true, moves: false, forClasses: false },
  cubic: { ...filter, radius: 2, plainNearOne: true },
  cubicspline: { ...filter, radius: 2, plainNearOne: false },
  lanczos: { ...filter, radius: 3, plainNearOne: false },
  average: area,
  mode: { ...area, moves: true, forClasses: true },
  min: { ...area, moves: true },
  max: { ...area, moves: true },
  rms: area,
  med: { ...area, moves: true },
  q1: { ...area, moves: true },
  q3: { ...area, moves: true },
  sum: area,
} as const satisfies Record<string, Kernel>

/** Resampling kernels that a warp can run. */
export type Resampling = keyof typeof kernels

/** Names of the kernels. */
export const kernelNames = Object.keys(kernels) as readonly Resampling[]

/** Kernels by every name that they go by, in GDAL and in rasterio. */
export const kernelsByName: Readonly<Record<string, Resampling>> = {
  ...(Object.fromEntries(kernelNames.map((name) => [name, name])) as Record<Resampling, Resampling>),
  nearest: 'near',
  cubic_spline: 'cubicspline',
  median: 'med',
}

/** Which positions a kernel is given. */
export function latticeOf(resampling: Resampling): Lattice {
  return kernels[resampling].kind === 'area' ? 'corners' : 'centres'
}

/** How a kernel is stretched at a scale (output pixels per source pixel); null where it is plain. */
export function stretchFor(resampling: Resampling, scale: Scale): Stretch {
  const { kind, plainNearOne } = kernels[resampling]
  if (kind === 'near' || kind === 'area') return null
  return plainNearOne ? stretchAt(scale) : { x: Math.min(1, scale.x), y: Math.min(1, scale.y) }
}
