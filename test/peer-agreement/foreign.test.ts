import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dtype, type Element, viewOf } from '../../src/base/dtype.js'
import { isRasterloomError } from '../../src/base/errors.js'
import { CRS, type DataArray, open, slice } from '../../src/index.js'
import { describeWithPeers, python } from '../peers.js'

/** What GDAL says of a raster; see foreign-make.py. `skip`: why there is none. */
interface GdalRecord {
  readonly path: string
  readonly skip?: string
  readonly options: readonly string[]
  readonly dtype: string
  readonly shape: readonly [number, number, number]
  readonly transform: readonly number[] | null
  readonly wkt: string | null
  readonly gcps: readonly (readonly number[])[]
  readonly alpha: readonly boolean[]
  readonly nodata: boolean
  readonly scale: readonly (readonly number[])[]
  readonly units: readonly (string | null)[]
}

const seed = Number(process.env.RASTERLOOM_SEED ?? 1)
const count = Number(process.env.RASTERLOOM_FILES ?? (process.env.RASTERLOOM_FULL === '1' ? 2000 : 120))

/** Features that are refused by name, as docs/ has it: none of what the matrix makes. */
const refused: readonly RegExp[] = []

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
let folder = ''
let records: GdalRecord[] = []

describeWithPeers("rasters of GDAL's drivers by options of all kinds", ['gdal-python', 'numpy'], () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rasterloom-foreign-'))
    execFileSync(python, [script('foreign-make.py'), folder, String(seed), String(count)], { stdio: 'ignore' })
    records = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as GdalRecord[]
  }, 600_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it(`${count} files by the seed ${seed} read as GDAL reads them`, { timeout: 3_600_000 }, async () => {
    const faults: string[] = []
    const pairs: { readonly name: string; readonly crs: readonly [string, string] }[] = []
    let checked = 0
    for (const [index, record] of records.entries()) {
      if (record.skip !== undefined) continue
      const name = `RASTERLOOM_SEED=${seed}, file ${index} ${record.path.replace(/^.*\./, '')} ${record.dtype} ${record.options.join(' ')}`
      try {
        const array = await open<string>(record.path)
        for (const fault of await differences(array, record)) faults.push(`${name}: ${fault}`)
        const crs = crsOf(array)
        const wkt = record.wkt?.startsWith('ENGCRS["unnamed"') ? null : record.wkt
        if (crs !== null && wkt !== null) pairs.push({ name, crs: [crs, wkt] })
        else if ((crs === null) !== (wkt === null))
          faults.push(`${name}: CRS ${crs}, GDAL has ${wkt}; ${JSON.stringify(array.attrs.crs_problem ?? null)}`)
        checked++
      } catch (error) {
        if (!isRasterloomError(error) || !refused.some((pattern) => pattern.test(error.message))) faults.push(`${name}: ${String(error)}`)
      }
    }
    const list = join(folder, 'pairs.json')
    writeFileSync(list, JSON.stringify(pairs.map(({ crs }) => crs)))
    const answers = JSON.parse(execFileSync(python, [script('same-crs.py'), list], { encoding: 'utf8' })) as string[]
    for (const [at, answer] of answers.entries())
      if (answer !== 'same' && answer !== 'position') faults.push(`${pairs[at]?.name}: CRS ${answer}`)
    process.stdout.write(`foreign: ${checked} of ${count} files compared, ${pairs.length} CRSs\n`)
    expect(faults).toEqual([])
    expect(checked).toBeGreaterThan(count * 0.7)
  })
})

function crsOf(array: DataArray<string>): string | null {
  const placed = array.attrs.gcps as unknown as { crs: Parameters<typeof CRS.toWkt>[0] | null } | undefined
  const crs = array.crs ?? placed?.crs ?? null
  return crs === null ? null : CRS.toWkt(crs)
}

async function differences(opened: DataArray<string>, record: GdalRecord): Promise<string[]> {
  const faults: string[] = []
  const [bands, height, width] = record.shape
  const array = sameWayUp(opened, record)
  // Alpha is validity and no band, beside nodata too: GDAL knows one of them at a time, and alpha of 8 and 16 bits alone.
  const alpha = record.alpha.indexOf(true)
  const isGdals = !record.nodata && /^uint(8|16)$/.test(record.dtype)
  const kept = record.alpha.flatMap((_, band) => (band === alpha ? [] : [band]))
  const { affine } = array.geobox ?? {}
  const [c, a, b, f, d, e] = record.transform ?? [0, 1, 0, 0, 0, 1]
  const size = Math.max(...[a, b, d, e].map((term) => Math.abs(term ?? 0)))
  const close = (one: number | undefined, other: number | undefined): boolean =>
    Math.abs((one ?? Number.NaN) - (other ?? 0)) <= 1e-9 * Math.max(Math.abs(other ?? 0), size)
  if (
    ![
      [affine?.a, a],
      [affine?.b, b],
      [affine?.c, c],
      [affine?.d, d],
      [affine?.e, e],
      [affine?.f, f],
    ].every(([x, y]) => close(x, y))
  )
    faults.push(`affine ${JSON.stringify(affine)}, GDAL has ${JSON.stringify({ a, b, c, d, e, f })}`)
  if (array.dtype !== record.dtype) return [...faults, `dtype ${array.dtype}, GDAL has ${record.dtype}`]
  const shape = array.dims.length === 2 ? [1, ...array.shape] : array.shape
  if (String(shape) !== String([kept.length, height, width]))
    return [...faults, `shape ${shape}, GDAL has ${kept.length},${height},${width}`]
  kept.forEach((band, at) => {
    const found = array.bands[at]
    if (found?.scale !== record.scale[band]?.[0] || found?.offset !== record.scale[band]?.[1]) faults.push(`scale of band ${band + 1}`)
    // GDAL takes the unit of heights of a compound CRS for that of values that have none; files are made with "m".
    const isOfHeights = record.units[band] === 'metre'
    if (!isOfHeights && (found?.unit ?? null) !== (record.units[band] ?? null))
      faults.push(`unit ${found?.unit} of band ${band + 1}, GDAL has ${record.units[band]}`)
  })
  const { values, valid } = await array.compute({ workers: 0 })
  const dtype = record.dtype as Dtype
  const bytes = new Uint8Array(readFileSync(`${record.path}.gdal.pixels`))
  const masks = readFileSync(`${record.path}.gdal.masks`)
  const theirs = viewOf(dtype, bytes.buffer, 0, bands * height * width)
  let [odd, first] = [0, '']
  for (let at = 0; at < values.length; at++) {
    const place = (kept[Math.floor(at / (height * width))] as number) * height * width + (at % (height * width))
    const value = theirs[place] as Element
    const isSeen = alpha < 0 || isGdals || Number(theirs[alpha * height * width + (at % (height * width))]) !== 0
    const isValid = masks[place] === 1 && isSeen && value === value
    const ours = valid === null || valid[at] === 1
    if (ours === isValid && (!ours || values[at] === value)) continue
    first ||= `at ${at}: ours ${ours ? values[at] : 'invalid'}, GDAL ${isValid ? value : 'invalid'}`
    odd++
  }
  return odd === 0 ? faults : [...faults, `${odd} of ${values.length} pixels, ${first}`]
}

/** GDAL turns some rasters of NetCDF north up. */
function sameWayUp(array: DataArray<string>, { transform, shape }: GdalRecord): DataArray<string> {
  const e = array.geobox?.affine.e ?? 1
  return transform === null || Math.sign(e) === Math.sign(transform[5] ?? 1) || (transform[5] ?? 0) === 0
    ? array
    : array.isel({ y: slice(shape[1] - 1, null, -1) })
}
