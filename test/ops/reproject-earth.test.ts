import { reproject } from '../../src/ops/reproject.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { atPole, world } from './warp-grids.js'

const shift = [0, 0]
const yx = ['y', 'x'] as const

// 150 to 210 degrees, as grids of the Pacific are stored.
const across = { ...world(40, 30, 150), affine: { a: 1.5, b: 0, c: 150, d: 0, e: -2, f: 30 } }
const corners = [
  { column: 0, row: 0, x: -30, y: 40 },
  { column: 40, row: 0, x: 60, y: 50 },
  { column: 0, row: 30, x: -20, y: -35 },
  { column: 40, row: 30, x: 70, y: -30 },
  { column: 20, row: 15, x: 22, y: 5 },
]

conformOp(reproject, [
  ...[0, 180, 300].map((west) => ({
    name: `uint16 bilinear of the whole earth from ${west} W to the pole`,
    params: { geobox: atPole(45, 40), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [36, 72], 'uint16', { geobox: world(72, 36, -west), periodX: 72 }), { invalid: 0.1 })],
    shift,
  })),
  {
    name: 'uint8 near of the whole earth to the pole',
    params: { geobox: atPole(45, 40) },
    inputs: [inputOf(specOf(yx, [36, 72], 'uint8', { geobox: world(72, 36, -180), periodX: 72 }), { invalid: 0.1, nodata: 3 })],
    shift,
  },
  {
    name: 'uint8 bilinear of an earth that is not said to go round',
    params: { geobox: atPole(45, 40), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [36, 72], 'uint8', { geobox: world(72, 36, -180) }), { invalid: 0.1 })],
    shift,
  },
  {
    name: 'float32 bilinear of the whole earth, exact and coarse',
    params: { geobox: atPole(30, 30, 500000), resampling: 'bilinear', maxErrorPx: 0 },
    inputs: [inputOf(specOf(yx, [36, 72], 'float32', { geobox: world(72, 36, -180), periodX: 72 }), { invalid: 0.1 })],
    shift,
  },
  {
    name: 'uint8 bilinear from the pole to all of the earth, half of which the source does not show',
    params: { geobox: world(72, 40, -180), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [40, 40], 'uint8', { geobox: atPole(40, 40, 300000) }), { invalid: 0.1 })],
    shift,
  },
  ...(['near', 'bilinear'] as const).map((resampling) => ({
    name: `uint8 ${resampling} of a part of the circle across the antimeridian, to both of its ends`,
    params: { geobox: world(72, 36, -180), resampling },
    inputs: [inputOf(specOf(yx, [30, 40], 'uint8', { geobox: across }), { invalid: 0.1 })],
    shift,
  })),
  ...([0, 360] as const).map((east) => ({
    name: `int16 bilinear of the whole earth to a window over its seam, ${east} degrees on`,
    params: { geobox: { ...world(40, 36, 160 + east), affine: { a: 1, b: 0, c: 160 + east, d: 0, e: -5, f: 90 } }, resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [36, 72], 'int16', { geobox: world(72, 36, -180), periodX: 72 }), { invalid: 0.1 })],
    shift,
  })),
  {
    name: 'uint8 near of an image with control points',
    params: { geobox: world(72, 36, -180), gcps: { points: corners, crs: world(1, 1, 0).crs, fit: 'tps' } },
    inputs: [inputOf(specOf(yx, [30, 40], 'uint8', { geobox: { ...across, crs: null } }), { invalid: 0.1 })],
    shift,
  },
])
