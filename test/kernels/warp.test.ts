import { type Dtype, dtypes } from '../../src/base/dtype.js'
import { conformKernel, type KernelCase } from '../conformance/conform-kernel.js'
import { linearReference, nearReference } from '../reference/warp.js'
import { coarseBend, onEdge, planeOf, positionOf, runBent, turnedBend } from './bent-warp.js'

const names = Object.keys(dtypes) as Dtype[]

const sizes = [
  [31, 5],
  [41, 38],
] as const

const common = { sizes, out: (width: number, height: number) => [width + 7, height + 5] as const, dtypes: names }

const near: KernelCase = {
  ...common,
  name: 'warpNear',
  run: (kit, image, rect) => runBent(kit, image, rect, turnedBend, 'near', null),
  reference(image, x, y) {
    const [u, v] = positionOf(turnedBend, x, y)
    return onEdge(u, v) ? undefined : nearReference(planeOf(image), u, v)
  },
  tolerance: 0,
}

const bilinear: KernelCase = {
  ...common,
  name: 'warpBilinear',
  run: (kit, image, rect) => runBent(kit, image, rect, turnedBend, 'bilinear', null),
  reference(image, x, y) {
    const [u, v] = positionOf(turnedBend, x, y)
    return onEdge(u, v) ? undefined : linearReference(planeOf(image), u, v)
  },
  // Positions in float32 from the corner of a cell: 2^-19 px where the cell spans up to 32 px.
  tolerance: 8e-6,
}

const stretch = { x: 0.35, y: 0.6 }
const stretched: KernelCase = {
  ...common,
  name: 'warpBilinear, stretched',
  out: (width, height) => [Math.ceil(width / 2), Math.ceil(height / 2)],
  run: (kit, image, rect) => runBent(kit, image, rect, coarseBend, 'bilinear', stretch),
  reference(image, x, y) {
    const [u, v] = positionOf(coarseBend, x, y)
    return onEdge(u, v) ? undefined : linearReference(planeOf(image), u, v, stretch.x, stretch.y)
  },
  tolerance: 1e-9,
}

for (const of of [near, bilinear, stretched]) conformKernel(of)
