import { reproject } from '../../src/ops/reproject.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { atPole, world } from './warp-grids.js'

const shift = [0, 0]
const yx = ['y', 'x'] as const

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
])
