import { readFileSync } from 'node:fs'
import proj4 from 'proj4'
import { Affine, type DataArray, type GeoBox, open } from 'rasterloom'
import { describe, expect, it } from 'vitest'
import { conformanceDir, describeWithPeers } from '../peers.js'
import { type Case, differences, newer, scales, translate } from './gdal-cases.js'
import type { Plane, Position } from './gdal-definitions.js'
import { allowed, type Tolerance } from './gdal-tolerance.js'

type Raster = DataArray<'band' | 'y' | 'x'>

const casePath = (name: string): string => `${conformanceDir}cases/${name}`

/** What the case's warp makes through the public names, computed. */
async function warped(each: Case, changed: object = {}): Promise<Raster> {
  const source = await open(casePath(each.input))
  const { crs, options } = translate(each)
  const run = options.nodata === undefined ? {} : ({ onNodataClash: 'mask' } as const)
  return source.reproject(crs ?? `EPSG:${each.epsg}`, { ...options, ...changed }).compute({ workers: 0, ...run })
}

/** Pixels of an output of GDAL's, its nodata as it stands. */
async function stored(path: string): Promise<{ values: ArrayLike<number>; geobox: GeoBox }> {
  const { values, geobox } = await (await open(path, { nodata: null })).compute({ workers: 0 })
  return { values: values as Float64Array, geobox: geobox as GeoBox }
}

/** The map from an output to the source of a case, by PROJ's formulae as proj4 has them. */
function positions({ geobox: output }: Raster, { geobox: source }: DataArray<string>): Position {
  const [from, to] = [output as GeoBox, source as GeoBox]
  const inverse = Affine.invert(to.affine)
  const there = from.crs?.proj === to.crs?.proj ? null : proj4(from.crs?.proj as string, to.crs?.proj as string)
  return (x, y) => {
    const world = Affine.apply(from.affine, x, y)
    const [east, north] = there === null ? [world.x, world.y] : (there.forward([world.x, world.y]) as [number, number])
    const { x: u, y: v } = Affine.apply(inverse, east, north)
    return [u, v]
  }
}

/** The planes of an array, invalid pixels as NaN. */
function planesOf({ shape: [bands, height, width], values, valid }: Raster): Plane[] {
  return Array.from({ length: bands as number }, (_, band) => {
    const size = (height as number) * (width as number)
    const part = Array.from({ length: size }, (_, k) => (valid?.[band * size + k] === 0 ? Number.NaN : Number(values[band * size + k])))
    return { width: width as number, height: height as number, values: part }
  })
}

/** Our pixels as GDAL stores them: its nodata, or 0, where they are invalid. */
function asStored(array: Raster, nodata: Case['nodata']): ArrayLike<number> {
  return array.filled(nodata === 'nan' ? Number.NaN : ((array.nodata as number | null) ?? nodata ?? 0)) as Float64Array
}

/** Centres within this of the array's edge may fall on either side of it. */
const tiePx = 1e-6

function isTie([u, v]: readonly [number, number], { width, height }: GeoBox): boolean {
  return [u, u - width, v, v - height].some((distance) => Math.abs(distance) < tiePx)
}

/** What is further from the expected pixels than a case allows, as text; empty where nothing is. */
function beyond(
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
  tolerance: Tolerance,
  width: number,
  skip: (k: number) => boolean,
): string[] {
  const found: string[] = []
  for (let k = 0; k < theirs.length; k++) {
    const [a, b] = [ours[k] as number, theirs[k] as number]
    if (Object.is(a, b) || a === b || skip(k)) continue
    if (!(Math.abs(a - b) <= allowed(tolerance, theirs, k, width))) found.push(`pixel ${k}: ${a}, expected ${b}`)
  }
  return found
}

/** Grids are one, to the last digits of their affines: projections of others differ by as much. */
function expectGrid(ours: GeoBox, theirs: GeoBox): void {
  expect([ours.width, ours.height]).toEqual([theirs.width, theirs.height])
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f'] as const)
    expect(Math.abs(ours.affine[key] - theirs.affine[key])).toBeLessThanOrEqual(1e-12 * Math.abs(theirs.affine[key]))
}

/** What differs from GDAL's pixels by more than the case allows. `ties`: pixels whose centre lies on the edge of the array count too. */
async function differsFrom(each: Case, result: Raster, theirs: { values: ArrayLike<number> }, ties = false): Promise<string[]> {
  const source = await open(casePath(each.input))
  const at = positions(result, source)
  const { width, height } = result.geobox as GeoBox
  const skip = (k: number): boolean =>
    !ties && isTie(at((k % width) + 0.5, (Math.floor(k / width) % height) + 0.5), source.geobox as GeoBox)
  return beyond(asStored(result, each.nodata), theirs.values, each.tolerance as Tolerance, width, skip)
}

describeWithPeers("GDAL's warp cases", ['conformance'], () => {
  const { cases } = JSON.parse(readFileSync(casePath('index.json'), 'utf8')) as { cases: Case[] }
  const find = (id: string): Case => cases.find((each) => each.id === id) as Case

  it('are 71, of which at most 14 differ on purpose', () => {
    expect(cases.length).toBe(71)
    expect(Object.keys(differences).length).toBeLessThanOrEqual(14)
    const named = [differences, newer, scales].flatMap((table) => Object.keys(table))
    expect(named.filter((id) => find(id) === undefined)).toEqual([])
  })

  describe('agree with GDAL', () => {
    it.each(cases.filter(({ id }) => !(id in differences)).map((each) => [each.id, each.options, each] as const))(
      '%s: %s',
      async (id, _options, each) => {
        const theirs = await stored(id in newer ? `${conformanceDir}gdal-3.12/${each.expected}` : casePath(each.expected))
        const result = await warped(each)
        expectGrid(result.geobox as GeoBox, theirs.geobox)
        if (each.tolerance !== 'grid exact') expect(await differsFrom(each, result, theirs)).toEqual([])
      },
    )
  })

  describe('differ on purpose, and are what they are defined to be', () => {
    it.each(Object.entries(differences).map(([id, { reason, is }]) => [id, reason, is] as const))('%s: %s', async (id, _reason, is) => {
      const each = find(id)
      const result = await warped(each)
      const theirs = await stored(casePath(each.expected))
      expectGrid(result.geobox as GeoBox, theirs.geobox)
      expect(await differsFrom(each, result, theirs, true), 'the difference is no more: take the case off the list').not.toEqual([])
      const source = await (await open(casePath(each.input))).compute({ workers: 0 })
      const at = positions(result, source)
      const { width, height } = result.geobox as GeoBox
      const ours = planesOf(result)
      for (const [band, plane] of planesOf(source).entries()) {
        const defined = Array.from({ length: width * height }, (_, k) => is(plane, at, k % width, Math.floor(k / width)))
        const wanted = result.dtype.startsWith('float') ? Float32Array.from(defined) : defined.map((value) => Math.floor(value + 0.5))
        expect(beyond((ours[band] as Plane).values, wanted, each.tolerance as Tolerance, width, () => false)).toEqual([])
      }
    })
  })

  it('are reproduced by the scale that GDAL took, which is not that of the map', async () => {
    for (const id of Object.keys(scales)) {
      const each = find(id)
      const theirs = await stored(id in newer ? `${conformanceDir}gdal-3.12/${each.expected}` : casePath(each.expected))
      expect(await differsFrom(each, await warped(each, { scale: undefined }), theirs), `${id}: the scale need not be given`).not.toEqual(
        [],
      )
    }
  })

  it('S04 at its true scale is S05', async () => {
    const { values } = await stored(casePath(find('S05').expected))
    expect(await differsFrom(find('S04'), await warped(find('S04'), { scale: undefined }), { values })).toEqual([])
  })

  it('N10 stops by default: a valid pixel that is moved onto a new nodata would be lost', async () => {
    const source = await open(casePath(find('N10').input))
    await expect(source.reproject('EPSG:32632', translate(find('N10')).options).compute({ workers: 0 })).rejects.toThrow(/nodata/)
  })
})
