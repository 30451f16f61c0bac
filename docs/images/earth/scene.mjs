// The rasters of the cases in cases.json, made of one picture of the earth without any edge in it: smooth functions of the place on the sphere,
// and a graticule of 15 degrees in the blue band. Whatever line or hole a warped picture shows was made by the warp.
import { readFileSync } from 'node:fs'

/** Grids by name and the cases. */
export const { grids, cases } = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'))

const radians = Math.PI / 180

/** Red, green and blue at a place in degrees: 17 to 238, so that 0 can stand for nothing. */
export function colourAt(longitude, latitude) {
  const x = Math.cos(latitude * radians) * Math.cos(longitude * radians)
  const y = Math.cos(latitude * radians) * Math.sin(longitude * radians)
  const z = Math.sin(latitude * radians)
  const red = 127.5 + 110 * Math.sin(3 * x + 1) * Math.cos(2.5 * y - z)
  const green = 127.5 + 110 * Math.sin(2.5 * z + x * y) * Math.cos(2 * x - 0.5)
  const nearest = (degrees) => Math.abs(degrees - 15 * Math.round(degrees / 15))
  const isLine = nearest(latitude) < 0.6 || (nearest(longitude) * Math.cos(latitude * radians) < 0.6 && Math.abs(latitude) < 85)
  return [red, green, isLine ? 40 : 190]
}

/** A lattice of 4 x 4 control points over a grid. */
export function pointsOf(name) {
  const { width, height, affine } = grids[name]
  const [a, b, c, d, e, f] = affine
  return Array.from({ length: 16 }, (_, at) => {
    const [column, row] = [((at % 4) * width) / 3, (Math.floor(at / 4) * height) / 3]
    return { column, row, x: c + a * column + b * row, y: f + d * column + e * row }
  })
}

const pixelsOf = ({ width, height }, GeoBox) => GeoBox.of(width, height, { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }, null)

/** Makes the rasters with a build of the library. */
export function sceneWith({ DataArray, GeoBox }) {
  const boxOf = (name) => {
    const { width, height, affine, crs } = grids[name]
    const [a, b, c, d, e, f] = affine
    return GeoBox.of(width, height, { a, b, c, d, e, f }, crs)
  }
  const made = new Map()
  // Fine enough that what it is sampled into shows none of its pixels.
  const fine = () => analytic(GeoBox.of(1440, 720, { a: 0.25, b: 0, c: -180, d: 0, e: -0.25, f: 90 }, 'EPSG:4326'))
  const analytic = (box) => {
    const { width, height, affine } = box
    const values = new Uint8Array(3 * width * height)
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const colour = colourAt(affine.c + affine.a * (column + 0.5), affine.f + affine.e * (row + 0.5))
        colour.forEach((value, band) => {
          values[band * width * height + row * width + column] = Math.round(value)
        })
      }
    }
    return DataArray.fromArray(values, { dims: ['band', 'y', 'x'], shape: [3, height, width], geobox: box, nodata: 0 })
  }
  const once = (name, make) => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name)
  }
  /** The raster on a grid, in memory. */
  const source = (name) =>
    once(name, async () => {
      const box = boxOf(name)
      if (grids[name].crs === 'EPSG:4326') return analytic(box)
      const whole = await once('the whole earth, finely', fine)
      return whole.reproject(box, { resampling: 'bilinear', maxErrorPx: 0 }).compute({ workers: 0 })
    })
  /** The result of a case, lazy. */
  const warped = async ({ source: from, target, resampling, gcps }, options = {}) => {
    const array = await source(from)
    if (gcps === undefined) return array.reproject(boxOf(target), { resampling, ...options })
    const bare = DataArray.fromArray(array.filled(0), { dims: array.dims, shape: array.shape, geobox: pixelsOf(grids[from], GeoBox), nodata: 0 })
    return bare.reproject(boxOf(target), { resampling, gcps: { points: pointsOf(from), crs: grids[from].crs, fit: gcps }, ...options })
  }
  return { boxOf, source, warped }
}
