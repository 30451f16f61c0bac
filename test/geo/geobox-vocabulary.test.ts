import { describe, expect, it } from 'vitest'
import { GridError } from '../../src/base/errors.js'
import { affine, apply } from '../../src/geo/affine.js'
import { CRS, DataArray, GeoBox, GeoboxTiles, WebMercator } from '../../src/index.js'

const utm = CRS.parse(32633)
const box = GeoBox.of(100, 80, affine(10, 0, 500000, 0, -10, 5200000), utm)
const tenth = GeoBox.of(100, 80, affine(0.1, 0, 0.3, 0, -0.1, 0.7), null)

describe('GeoBox.fromBounds', () => {
  const bounds = { left: 100003, bottom: 0, right: 100104, top: 95 }
  // [anchor options, width, height, left, top]
  it.each([
    [{}, 10, 10, 100003, 95],
    [{ anchor: 'floating' }, 10, 10, 100003, 95],
    [{ anchor: 'edge' }, 11, 10, 100000, 100],
    [{ snap: true }, 11, 10, 100000, 100],
    [{ anchor: 'center' }, 11, 10, 99995, 95],
    [{ anchor: { x: 0.25, y: 0.5 } }, 11, 10, 100002.5 - 10 + 10, 95],
  ] as const)('%j', (options, width, height, left, top) => {
    const made = GeoBox.fromBounds(bounds, { resolution: 10, ...options }, utm)
    expect([made.width, made.affine.c, made.affine.f]).toEqual([width, left, top])
    expect(Math.abs(made.height - height)).toBeLessThanOrEqual(1)
    const around = GeoBox.bounds(made)
    if ('anchor' in options && options.anchor !== 'floating') {
      expect(around.left).toBeLessThanOrEqual(bounds.left)
      expect(around.right).toBeGreaterThanOrEqual(bounds.right)
      expect(around.bottom).toBeLessThanOrEqual(bounds.bottom)
      expect(around.top).toBeGreaterThanOrEqual(bounds.top)
    }
  })
  it('takes an edge within tol pixels of the lattice for the lattice', () => {
    const near = { left: 0.3, bottom: 0, right: 0.6, top: 0.3 }
    expect(GeoBox.fromBounds(near, { resolution: 0.1, snap: true }, null).width).toBe(3)
    const off = { left: 0, bottom: 0, right: 10.04, top: 10 }
    expect(GeoBox.fromBounds(off, { resolution: 1, snap: true }, null).width).toBe(11)
    expect(GeoBox.fromBounds(off, { resolution: 1, snap: true, tol: 0.05 }, null).width).toBe(10)
    // Quotients near 5e10 are off by 7e-6: the epsilon follows them.
    const far = GeoBox.fromBounds({ left: 5e9 + 0.1, bottom: 0, right: 5e9 + 0.4, top: 0.3 }, { resolution: 0.1, snap: true }, null)
    expect(far.width).toBe(3)
  })
  it('lies on one lattice, whatever the bounds', () => {
    const a = GeoBox.fromBounds([0.31, 0, 7.77, 5], { resolution: 0.1, snap: true }, null)
    const b = GeoBox.fromBounds([3.19, 1.23, 9.8, 7], { resolution: 0.1, snap: true }, null)
    expect(GeoBox.overlapRoi(a, b).start[1]).toBe(28)
    expect(GeoBox.union(a, b).affine.c).toBe(a.affine.c)
    expect(GeoBox.equals(GeoBox.intersection(a, b), GeoBox.intersection(b, a))).toBe(true)
  })
  it.each([
    [[0, 0, 0, 1], { resolution: 1 }, 'are empty'],
    [[0, 0, Number.NaN, 1], { resolution: 1 }, 'four finite numbers'],
    [[0, 0, 1, 1], { resolution: 0 }, 'both must be positive'],
    [[0, 0, 1, 1], { resolution: -3 }, 'both must be positive'],
    [[0, 0, 1, 1], { resolution: Number.NaN }, 'both must be positive'],
    [[0, 0, 1, 1], { shape: { width: 0, height: 3 } }, 'both must be positive'],
    [[0, 0, 1, 1], { resolution: 1, anchor: 'middle' }, 'anchor "middle" is not known'],
    [[0, 0, 1, 1], { resolution: 1, anchor: { x: 2, y: 0 } }, 'shares of a pixel'],
    [[0, 0, 1, 1], { resolution: 1, snap: true, anchor: 'center' }, 'give one of them'],
    [[0, 0, 1, 1], { resolution: 1, snap: true, tol: 0.7 }, 'tol 0.7 makes no sense'],
  ])('%j %j is refused', (bounds, size, message) => {
    const make = () => GeoBox.fromBounds(bounds as never, size as never, null)
    expect(make).toThrow(message)
  })
})

it('is made from a transform, and from an array', () => {
  expect(GeoBox.fromTransform(box.affine, { width: 100, height: 80 }, 'EPSG:32633')).toEqual(box)
  const array = DataArray.fromArray(new Uint8Array(8000), { dims: ['y', 'x'], shape: [80, 100], geobox: box })
  expect(GeoBox.fromRaster(array)).toEqual(box)
  expect(() => GeoBox.fromRaster(array.isel({ x: 3 }))).toThrow(GridError)
  expect(() => GeoBox.fromTransform(affine(1, 2, 0, 2, 4, 0), { width: 1, height: 1 }, null)).toThrow('has no inverse')
})

describe('cuts', () => {
  it('pad, and back', () => {
    const padded = GeoBox.pad(tenth, { left: 3, top: 0, right: 1, bottom: 7 })
    expect([padded.width, padded.height]).toEqual([104, 87])
    expect(GeoBox.equals(GeoBox.pad(padded, { left: -3, top: 0, right: -1, bottom: -7 }), tenth)).toBe(true)
    expect(GeoBox.pad(box, 2)).toEqual(GeoBox.of(104, 84, affine(10, 0, 499980, 0, -10, 5200020), utm))
    expect(() => GeoBox.pad(box, 0.5)).toThrow('whole numbers')
    expect(() => GeoBox.pad(box, -41)).toThrow('leaves nothing')
  })
  it('buffered: whole pixels that hold the distance', () => {
    expect(GeoBox.buffered(box, 25)).toEqual(GeoBox.pad(box, 3))
    expect(GeoBox.buffered(tenth, 0.3)).toEqual(GeoBox.pad(tenth, 3))
    expect(GeoBox.buffered(box, { x: 0, y: 10 }).height).toBe(82)
    expect(() => GeoBox.buffered(box, -1)).toThrow('0 or more')
  })
  it('zoomOut and zoomTo keep the first corner', () => {
    expect(GeoBox.zoomOut(box, 4)).toEqual(GeoBox.of(25, 20, affine(40, 0, 500000, 0, -40, 5200000), utm))
    expect(GeoBox.zoomTo(box, { resolution: 30 })).toEqual(GeoBox.of(34, 27, affine(30, 0, 500000, 0, -30, 5200000), utm))
    expect(GeoBox.zoomTo(box, { shape: { width: 50, height: 20 } })).toEqual(GeoBox.resize(box, 50, 20))
    expect(() => GeoBox.zoomTo(box, { resolution: 0 })).toThrow('must be positive')
  })
  it('snapTo goes onto the other lattice, by half a pixel at most', () => {
    const off = GeoBox.translatePx(box, 3.4, -2.6)
    expect(GeoBox.snapTo(off, box)).toEqual(GeoBox.translatePx(box, 3, -3))
    expect(() => GeoBox.snapTo(GeoBox.zoomOut(box, 2), box)).toThrow(/not parts of one: pixels of 10 x 10 and 20 x 20/)
  })
  it('flips turn rows and columns over, and back', () => {
    expect(GeoBox.flipY(box)).toEqual(GeoBox.of(100, 80, affine(10, 0, 500000, 0, 10, 5199200), utm))
    expect(GeoBox.flipX(box).affine).toEqual(affine(-10, 0, 501000, 0, -10, 5200000))
    expect(GeoBox.equals(GeoBox.flipX(GeoBox.flipX(tenth)), tenth)).toBe(true)
    expect(GeoBox.bounds(GeoBox.flipY(box))).toEqual(GeoBox.bounds(box))
  })
  it('rotate turns about the centre, counter-clockwise', () => {
    const turned = GeoBox.rotate(box, 90)
    expect(apply(turned.affine, 50, 40)).toEqual(apply(box.affine, 50, 40))
    // What was the first corner, north-west, is now south-west.
    const corner = apply(turned.affine, 0, 0)
    expect([corner.x - 500500, corner.y - 5199600]).toEqual([-400, -500])
    const back = GeoBox.rotate(GeoBox.rotate(box, 30), -30)
    expect(back.affine.a).toBeCloseTo(10, 12)
    expect(GeoBox.resolution(GeoBox.rotate(box, 30)).x).toBeCloseTo(10, 12)
  })
})

describe('sets', () => {
  const east = GeoBox.crop(box, { start: [10, 50], stop: [40, 100] })
  const south = GeoBox.crop(box, { start: [30, 0], stop: [80, 60] })
  it('union and intersection', () => {
    expect(GeoBox.union(east, south)).toEqual(GeoBox.crop(box, { start: [10, 0], stop: [80, 100] }))
    expect(GeoBox.intersection(east, south)).toEqual(GeoBox.crop(box, { start: [30, 50], stop: [40, 60] }))
    expect(GeoBox.overlapRoi(east, south)).toEqual({ start: [20, 0], stop: [30, 10] })
    const apart = GeoBox.translatePx(box, 500, 0)
    expect(GeoBox.intersection(box, apart).width).toBe(0)
    expect(GeoBox.overlapRoi(box, apart)).toEqual({ start: [0, 0], stop: [0, 0] })
  })
  it('name the offset where lattices differ', () => {
    expect(() => GeoBox.union(box, GeoBox.translatePx(box, 0.37, -0.02))).toThrow('0.37 px east, 0.02 px north')
    expect(() => GeoBox.union(box, { ...box, crs: CRS.parse(32634) })).toThrow('CRS EPSG:32633 and EPSG:32634')
  })
  it('enclosing holds a rectangle or a grid, also of another CRS', () => {
    expect(GeoBox.enclosing(box, [500001, 5199995, 500012, 5200003])).toEqual(GeoBox.crop(box, { start: [-1, 0], stop: [1, 2] }))
    expect(GeoBox.enclosing(box, GeoBox.crop(box, { start: [3, 4], stop: [9, 9] }))).toEqual(
      GeoBox.crop(box, { start: [3, 4], stop: [9, 9] }),
    )
    const inDegrees = GeoBox.enclosing(box, [15, 46.9, 15.01, 46.91], 4326)
    const polygon = GeoBox.boundaryPolygon(inDegrees, 2, 4326).coordinates[0]!
    expect(Math.min(...polygon.map(([x]) => x))).toBeLessThan(15)
    expect(Math.max(...polygon.map(([, y]) => y))).toBeGreaterThan(46.91)
  })
  it('boundaryPolygon is a closed ring with points on the edges', () => {
    const ring = GeoBox.boundaryPolygon(box, 3).coordinates[0]!
    expect(ring.length).toBe(9)
    expect(ring[0]).toEqual(ring[8])
    expect(ring).toContainEqual([500500, 5200000])
    // Counter-clockwise.
    const area = ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] * y - x * ring[i]![1]), 0)
    expect(area).toBeGreaterThan(0)
  })
  it('toCrs is the grid that reproject chooses', () => {
    const array = DataArray.fromArray(new Uint8Array(8000), { dims: ['y', 'x'], shape: [80, 100], geobox: box })
    expect(GeoBox.toCrs(box, 3857)).toEqual(array.reproject(3857).geobox)
    const options = { resolution: 20, anchor: 'center' } as const
    const centred = GeoBox.toCrs(box, 3857, options)
    expect(centred).toEqual(array.reproject(3857, options).geobox)
    expect((((centred.affine.c / 20) % 1) + 1) % 1).toBe(0.5)
  })
})

describe('tiles', () => {
  const tiles = GeoboxTiles.of(tenth, { width: 32, height: 50 })
  it('cover the grid without gaps', () => {
    expect([tiles.columns, tiles.rows]).toEqual([4, 2])
    expect(GeoboxTiles.window(tiles, 3, 1)).toEqual({ start: [50, 96], stop: [80, 100] })
    const all = GeoboxTiles.touching(tiles, tenth).map(({ column, row }) => GeoboxTiles.geobox(tiles, column, row))
    expect(all.length).toBe(8)
    expect(GeoBox.equals(all.reduce(GeoBox.union), tenth)).toBe(true)
  })
  it('are found by region', () => {
    expect(GeoboxTiles.touching(tiles, { left: 3.6, bottom: -4.2, right: 3.7, top: -4.1 })).toEqual([{ column: 1, row: 0 }])
    expect(() => GeoboxTiles.window(tiles, 4, 0)).toThrow('there is no tile at column 4')
    expect(() => GeoboxTiles.of(tenth, 0)).toThrow('at least 1')
  })
  it('of web mercator are those of the XYZ scheme', () => {
    // The numbers of mercantile for 11.58 E, 48.14 N.
    expect(WebMercator.tiles([11.5799, 48.1399, 11.5801, 48.1401], 12)).toEqual([{ z: 12, x: 2179, y: 1421 }])
    const tile = WebMercator.tile({ z: 1, x: 1, y: 0 })
    expect(GeoBox.bounds(tile)).toEqual({ left: 0, bottom: 0, right: 20037508.342789244, top: 20037508.342789244 })
    const row = [0, 1, 2, 3].map((x) => WebMercator.tile({ z: 2, x, y: 3 })).reduce(GeoBox.union)
    expect(row.affine.c).toBe(WebMercator.grid(2).affine.c)
    expect(WebMercator.tiles([170, -10, -170, 10], 3).map(({ x }) => x)).toEqual([7, 7, 0, 0])
    expect(WebMercator.tiles([-180, -90, 180, 90], 2).length).toBe(16)
    expect(() => WebMercator.tile({ z: 1, x: 2, y: 0 })).toThrow('there is no tile 1/2/0')
    expect(() => WebMercator.grid(40)).toThrow('zoom 40 makes no sense')
  })
})

describe('arguments that make no sense', () => {
  const fails = (call: () => unknown): string => {
    try {
      call()
    } catch (error) {
      return String((error as Error).message)
    }
    return 'nothing'
  }

  it('are named, with what was expected', () => {
    expect(fails(() => GeoBox.pad(box, undefined as never))).toBe(
      'GeoBox.pad: undefined was given, expected a number of pixels, or { left, top, right, bottom }',
    )
    expect(fails(() => GeoBox.pad(box, { west: 1 } as never))).toMatch(
      /^GeoBox\.pad: unknown option "west".*known are left, top, right, bottom/,
    )
    expect(fails(() => GeoBox.crop(box, undefined as never))).toBe(
      'GeoBox.crop: undefined was given, expected { start: [row, column], stop: [row, column] } in whole numbers',
    )
    expect(fails(() => GeoBox.crop(box, { start: [5, 0], stop: [2, 10] }))).toBe(
      'GeoBox.crop: rows 5 to 2 and columns 0 to 10 run backwards: stop comes after start (flipX, flipY turn a grid)',
    )
    expect(fails(() => GeoBox.zoomTo(box, { resolution: 20, snap: true } as never))).toMatch(
      /^GeoBox\.zoomTo: unknown option "snap".*; known are resolution, shape$/,
    )
    expect(fails(() => GeoBox.zoomTo(box, { resolution: 20, shape: { width: 2, height: 2 } } as never))).toMatch(/one of the two$/)
  })

  it('sides that are not named stay', () => {
    expect(GeoBox.pad(box, { left: 2 })).toEqual(GeoBox.pad(box, { left: 2, top: 0, right: 0, bottom: 0 }))
  })
})
