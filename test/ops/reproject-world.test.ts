import { expect, it } from 'vitest'
import { parseCrs } from '../../src/geo/crs-parse.js'
import type { GeoBox } from '../../src/geo/geobox.js'
import { reproject } from '../../src/ops/reproject.js'
import { anyOp } from '../conformance/conform-op.js'
import { inputOf, type OpCase, specOf } from '../conformance/op-case.js'
import { crop, difference, randomWindow, ready, runWindow } from '../conformance/op-run.js'
import { type Random, random } from '../conformance/random.js'
import { world } from './warp-grids.js'

const cases = process.env.RASTERLOOM_FULL === '1' ? 2000 : 60

/** Targets that show all or much of the earth, with half their extents in units of the CRS. */
const targets: readonly (readonly [crs: string, halfWidth: number, halfHeight: number])[] = [
  ['EPSG:8857', 17.3e6, 8.4e6],
  ['+proj=moll +lon_0=0 +datum=WGS84 +units=m', 18.1e6, 9.1e6],
  ['+proj=moll +lon_0=150 +datum=WGS84 +units=m', 18.1e6, 9.1e6],
  ['+proj=robin +lon_0=0 +datum=WGS84 +units=m', 17.1e6, 8.7e6],
  ['+proj=sinu +lon_0=-60 +datum=WGS84 +units=m', 20.1e6, 10.1e6],
  ['EPSG:6933', 17.4e6, 7.4e6],
  ['EPSG:3857', 20.1e6, 20.1e6],
  ['EPSG:3031', 12e6, 12e6],
  ['EPSG:3413', 12e6, 12e6],
  ['EPSG:3995', 12e6, 12e6],
  ['EPSG:3035', 9e6, 9e6],
  ['EPSG:4326', 180, 90],
]
const points = ['near', 'bilinear', 'cubic', 'cubicspline', 'lanczos']
const areas = ['average', 'rms', 'mode', 'min', 'max', 'med', 'q1', 'q3', 'sum']
const kernels = [...points, ...areas]

function targetOf({ int, next }: Random): GeoBox {
  const [name, halfWidth, halfHeight] = targets[int(0, targets.length)] as (typeof targets)[number]
  const width = int(20, 300)
  const size = (2 * halfWidth) / width
  const shift = name === 'EPSG:4326' ? 360 * next() - 180 : halfWidth * (next() - 0.5) * 0.3
  const affine = { a: size, b: 0, c: shift - halfWidth * (0.9 + 0.2 * next()), d: 0, e: -size, f: halfHeight * (0.9 + 0.2 * next()) }
  return { width, height: Math.ceil((2 * halfHeight) / size), affine, crs: parseCrs(name) }
}

function caseOf(rng: Random): OpCase {
  const { int, next } = rng
  const geobox = targetOf(rng)
  const [width, height] = next() < 0.5 ? [int(40, 120), int(20, 60)] : [int(300, 500), int(150, 250)]
  const west = [-180, 0, -180, -30][int(0, 4)] as number
  const periodX = next() < 0.6 ? width : null
  const spec = specOf(['y', 'x'], [height, width], next() < 0.5 ? 'uint8' : 'float32', { geobox: world(width, height, west), periodX })
  const resampling = kernels[int(0, kernels.length)] as string
  const maxErrorPx = [0.001, 0.001, 0, 0.1, 1][int(0, 5)] as number
  const valid = next() < 0.5 ? {} : { invalid: 0.1 }
  const name = `${resampling} of ${width} x ${height} from ${west}, period ${periodX}, to ${geobox.crs?.name}, ${JSON.stringify(geobox.affine)}, ${maxErrorPx}`
  return { name, params: { geobox: geobox as never, resampling, maxErrorPx }, inputs: [inputOf(spec, valid)] }
}

it(
  'any map of the earth is the same by windows as at once, with every kernel',
  () => {
    const faults: string[] = []
    for (let seed = 1; seed <= cases; seed++) {
      const rng = random(seed)
      const of = caseOf(rng)
      const card = ready(anyOp(reproject), of)
      let where = 'the whole'
      try {
        const whole = runWindow(card, { start: [0, 0], stop: card.out.shape })
        for (let turn = 0; turn < 6; turn++) {
          const window = randomWindow(card.out.shape, rng)
          where = JSON.stringify(window)
          const found = difference(runWindow(card, window, turn % 2 === 0 ? {} : { surround: rng }), crop(whole, window))
          if (found !== null) faults.push(`${seed}: ${of.name}: ${where}: ${found}`)
        }
      } catch (error) {
        faults.push(`${seed}: ${of.name}: ${where}: ${error}`)
      }
    }
    expect(faults).toEqual([])
  },
  cases * 1000,
)
