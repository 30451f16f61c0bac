import { inspect } from 'node:util'
import type { DataArray } from '../api/data-array.js'
import { describeSource, open } from '../api/open.js'
import type { Json, JsonObject } from '../base/json.js'
import { exitCode } from './exit-code.js'
import { printJson } from './print.js'

type DescribedSource = Awaited<ReturnType<typeof describeSource>>

/** Carries out `info`; answers the exit code. */
export async function info(uri: string, options: { json?: boolean; variable?: string }): Promise<number> {
  const variable = options.variable === undefined ? {} : { variable: options.variable }
  const array = await open(uri, variable)
  const source = await describeSource(uri, variable)
  if (options.json === true) printJson(infoFacts(array, source))
  else process.stdout.write(`${inspect(array)}\n  source\n${infoLines(source).join('')}`)
  return exitCode.done
}

/** What `info --json` prints: the array's facts, then those of its file or store. Numbers that JSON lacks become texts. */
export function infoFacts(array: DataArray<string>, source: DescribedSource): JsonObject {
  const { dims, shape, dtype, chunks, bounds, resolution, nodata, crs, geobox, bands, attrs } = array
  const { overviews: _same, ...driver } = source.info
  const shown = {
    dims,
    shape,
    dtype,
    chunks,
    crs,
    affine: geobox?.affine ?? null,
    bounds,
    resolution,
    nodata,
    bands,
    attrs,
    overviews: source.levels,
    ...driver,
  }
  return JSON.parse(JSON.stringify(shown, (_, value: unknown) => jsonValue(value))) as JsonObject
}

function jsonValue(value: unknown): unknown {
  return typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : value
}

function infoLines({ info: facts, levels }: DescribedSource): string[] {
  const shown = { ...facts, overviews: levels.map((level) => `${level.width} x ${level.height}`).join(', ') || 'none' }
  return Object.entries(shown).flatMap(([key, value]) => (key === 'recipe' ? [] : [`    ${key.padEnd(14)}${textOf(value)}\n`]))
}

function textOf(value: Json): string {
  if (typeof value !== 'object' || value === null) return value === true ? 'yes' : value === false ? 'no' : String(value)
  if (Array.isArray(value)) return value.map((each: Json) => textOf(each)).join(', ')
  const { width, height } = value as JsonObject
  return width !== undefined && height !== undefined ? `${width} x ${height}` : JSON.stringify(value)
}
