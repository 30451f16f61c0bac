import { CRS, DataArray, GeoBox } from 'rasterloom'
import { random } from '../conformance/random.js'

/** A COG of one band and `side` pixels a side in UTM: smooth ground with noise and a hole without data: it packs as a scene does, which memory and time depend on. */
export async function writeScene(path: string, side: number, seed: number): Promise<void> {
  const { int } = random(seed)
  const along = Float64Array.from({ length: side }, (_, at) => Math.sin(at / (60 + seed)))
  const values = new Uint16Array(side * side)
  for (let y = 0, at = 0; y < side; y++) {
    for (let x = 0; x < side; x++, at++) {
      const isHole = (x - side / 3) ** 2 + (y - side / 2) ** 2 < (side / 9) ** 2
      values[at] = isHole ? 0 : 2000 + 900 * (along[x] as number) * (along[y] as number) + int(-40, 40)
    }
  }
  const geobox = GeoBox.of(side, side, { a: 10, b: 0, c: 399_960, d: 0, e: -10, f: 5_700_000 }, CRS.parse('EPSG:32633'))
  await DataArray.fromArray(values, { dims: ['y', 'x'], shape: [side, side], geobox, nodata: 0 }).toCog(path, { overviews: 'none' })
}
