import { describe, expect, it } from 'vitest'
import { GridError } from '../../src/base/errors.js'
import {
  type Affine,
  affine,
  affineEquals,
  apply,
  compose,
  fromGdal,
  identity,
  invert,
  isAxisAligned,
  isNorthUp,
  scaling,
  toGdal,
  translation,
} from '../../src/geo/affine.js'
import { randoms } from './random.js'

describe('apply', () => {
  it.each([
    [identity, 3, 4, 3, 4],
    [translation(10, -20), 3, 4, 13, -16],
    [scaling(2, -3), 3, 4, 6, -12],
    [affine(10, 0, 500000, 0, -10, 5200000), 0.5, 0.5, 500005, 5199995],
    [affine(8, 3, 1060, 2.5, -9, 1960), 2, 1, 1079, 1956],
  ] as const)('%j of (%d, %d)', (map, x, y, wantedX, wantedY) => {
    expect(apply(map, x, y)).toEqual({ x: wantedX, y: wantedY })
  })
})

describe('invert', () => {
  it('is the reciprocals where there is no rotation: -c * (1 / a) would differ in the last bit', () => {
    const map = affine(0.3, 0, 500000.7, 0, -0.7, 5200000.1)
    expect(invert(map)).toEqual({ a: 1 / 0.3, b: 0, c: -500000.7 / 0.3, d: 0, e: 1 / -0.7, f: 5200000.1 / 0.7 })
  })
  it('is the adjugate times the reciprocal of the determinant elsewhere', () => {
    const scale = 1 / (8 * -9 - 3 * 2.5)
    const wanted = {
      a: -9 * scale,
      b: -3 * scale,
      c: (3 * 1960 - 1060 * -9) * scale,
      d: -2.5 * scale,
      e: 8 * scale,
      f: (-8 * 1960 + 1060 * 2.5) * scale,
    }
    expect(invert(affine(8, 3, 1060, 2.5, -9, 1960))).toEqual(wanted)
  })
  it('has no minus zero, which JSON would lose', () => {
    expect(Object.is(invert(identity).c, 0)).toBe(true)
  })
  it.each([[affine(0, 0, 1, 0, 5, 1)], [affine(1, 2, 0, 2, 4, 0)], [affine(1, 1, 0, 1, 1 + 1e-11, 0)]])('refuses %j, naming it', (map) => {
    expect(() => invert(map)).toThrow(GridError)
    expect(() => invert(map)).toThrow(/affine \[.*\] has no inverse/)
  })
  it('undoes what was done, for seeded affines', () => {
    const random = randoms(1)
    for (let k = 0; k < 500; k++) {
      const map = randomAffine(random)
      const both = compose(invert(map), map)
      const report = JSON.stringify(map)
      for (const key of ['a', 'b', 'd', 'e'] as const) expect(both[key], report).toBeCloseTo(identity[key], 9)
      const [x, y] = [random() * 1e4, random() * 1e4]
      const there = apply(map, x, y)
      const back = apply(invert(map), there.x, there.y)
      expect(Math.hypot(back.x - x, back.y - y), report).toBeLessThan(1e-5)
    }
  })
})

it('composes: the inner one is applied first', () => {
  const random = randoms(2)
  for (let k = 0; k < 200; k++) {
    const [outer, inner] = [randomAffine(random), randomAffine(random)]
    const [x, y] = [random(), random()]
    const step = apply(inner, x, y)
    const wanted = apply(outer, step.x, step.y)
    const got = apply(compose(outer, inner), x, y)
    expect(Math.hypot(got.x - wanted.x, got.y - wanted.y), JSON.stringify({ outer, inner })).toBeLessThan(
      1e-6 * (1 + Math.abs(wanted.x) + Math.abs(wanted.y)),
    )
  }
})

it('reads and writes the order of GDAL', () => {
  const map = fromGdal([1060, 8, 3, 1960, 2.5, -9])
  expect(map).toEqual(affine(8, 3, 1060, 2.5, -9, 1960))
  expect(toGdal(map)).toEqual([1060, 8, 3, 1960, 2.5, -9])
  expect(() => fromGdal([1, 2, 3])).toThrow('six numbers, not 3')
})

it.each([
  [affine(1, 0, 0, 0, -1, 0), true, true],
  [affine(1, 0, 0, 0, 1, 0), true, false],
  [affine(-1, 0, 0, 0, -1, 0), true, false],
  [affine(1, 0.1, 0, 0, -1, 0), false, false],
  [affine(0, 1, 0, -1, 0, 0), false, false],
])('%j: axis-aligned %s, north-up %s', (map, aligned, northUp) => {
  expect([isAxisAligned(map), isNorthUp(map)]).toEqual([aligned, northUp])
})

it('takes finite numbers only', () => {
  expect(() => affine(1, 0, Number.NaN, 0, 1, 0)).toThrow('not finite')
  expect(() => affine(1, 0, 0, 0, Number.POSITIVE_INFINITY, 0)).toThrow(GridError)
})

it('compares exactly', () => {
  expect(affineEquals(identity, { ...identity, c: -0 })).toBe(true)
  expect(affineEquals(identity, { ...identity, c: Number.MIN_VALUE })).toBe(false)
})

function randomAffine(random: () => number): Affine {
  const rotated = random() < 0.5
  const [a, e] = [0.1 + random() * 100, -0.1 - random() * 100]
  const [b, d] = rotated ? [random() * 5 * Math.min(1, a), random() * 5 * Math.min(1, -e)] : [0, 0]
  return affine(a, b, (random() - 0.5) * 1e6, d, e, (random() - 0.5) * 1e7)
}
