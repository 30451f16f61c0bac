import { inspect } from 'node:util'
import type { DataArray } from '../api/data-array.js'
import { open } from '../api/open.js'
import { openEvery } from '../api/open-dataset.js'
import { describeSource } from '../api/open-describe.js'
import { isRasterloomError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { exitCode } from './exit-code.js'
import { printJson } from './print.js'

type DescribedSource = Awaited<ReturnType<typeof describeSource>>
type Variables = Readonly<Record<string, DataArray<string>>>

/** Carries out `info`; answers the exit code. */
export async function info(uri: string, options: { json?: boolean; variable?: string }): Promise<number> {
  const variable = options.variable === undefined ? {} : { variable: options.variable }
  try {
    const array = await open(uri, { ...variable, geolocation: false })
    const source = await describeSource(uri, variable)
    if (options.json === true) printJson(infoFacts(array, source))
    else process.stdout.write(`${inspect(array)}\n  source\n${sourceLines(source).join('')}${metadataLines(array).join('')}`)
  } catch (error) {
    // A store of several variables is no array, but there is much to say of it.
    const several = isRasterloomError(error) && error.code === 'E_USAGE' && options.variable === undefined
    const variables = several ? await variablesOf(uri) : null
    if (variables === null) throw error
    const first = Object.keys(variables)[0] as string
    if (options.json === true)
      printJson({
        driver: (await describeSource(uri, { variable: first })).info.driver ?? null,
        variables: Object.fromEntries(Object.entries(variables).map(([name, array]) => [name, arrayFacts(array)])),
      })
    else process.stdout.write(storeText(variables))
  }
  return exitCode.done
}

async function variablesOf(uri: string): Promise<Variables | null> {
  try {
    const { vars } = await openEvery(uri)
    return vars as unknown as Variables
  } catch {
    return null
  }
}

function storeText(variables: Variables): string {
  const names = Object.keys(variables)
  const lines = Object.values(variables).map((array) => `  ${String(array)}\n`)
  return `${names.length} variables; --variable ${names[0]} tells more of one\n${lines.join('')}`
}

/** What `info --json` prints: the array's facts, then those of its file or store. */
export function infoFacts(array: DataArray<string>, source: DescribedSource): JsonObject {
  const { overviews: _same, ...driver } = source.info
  return { ...arrayFacts(array), overviews: source.levels as unknown as Json, mask: 'none', ...driver }
}

/** Numbers that JSON lacks become texts. */
function arrayFacts(array: DataArray<string>): JsonObject {
  const { dims, shape, dtype, chunks, bounds, resolution, nodata, crs, geobox, bands, attrs } = array
  const affine = geobox?.affine ?? null
  const shown = { dims, shape, dtype, chunks, crs, affine, bounds, resolution, nodata, bands, attrs }
  return JSON.parse(JSON.stringify(shown, (_, value: unknown) => jsonValue(value))) as JsonObject
}

function jsonValue(value: unknown): unknown {
  return typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : value
}

function sourceLines({ info: facts, levels, spec }: DescribedSource): string[] {
  const { cogErrors, ...others } = facts
  const affine = spec.geobox?.affine
  const shown = {
    ...others,
    ...('mask' in others ? {} : { mask: 'none' }),
    ...(affine === undefined ? {} : { affine: ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => affine[key as keyof typeof affine]) }),
    ...(isList(cogErrors) ? { cog: notCog(cogErrors) } : {}),
    overviews: levels.map(({ width, height }) => `${width} x ${height}`).join(', ') || 'none',
  }
  return Object.entries(shown).flatMap(([key, value]) => (key === 'recipe' ? [] : [`    ${key.padEnd(14)}${textOf(value)}\n`]))
}

/** Most lines of metadata, and letters of one. */
const [mostLines, mostLetters] = [40, 110]

/** The array's attributes, one a line, long ones cut short; those that stand elsewhere left out. */
function metadataLines({ attrs }: DataArray<string>): string[] {
  const { gcps: _placed, ...own } = attrs
  const lines = Object.entries(own).map(([name, value]) => {
    const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').trim()
    return `    ${name.padEnd(13)} ${text.length > mostLetters ? `${text.slice(0, mostLetters - 3)}...` : text}\n`
  })
  if (lines.length === 0) return []
  const more = lines.length - mostLines
  return ['  metadata\n', ...lines.slice(0, mostLines), ...(more > 0 ? [`    ${more} more (--json has all)\n`] : [])]
}

/** Why a file is no Cloud Optimized GeoTIFF. */
function notCog(errors: readonly Json[]): string {
  return `no: ${textOf(errors[0] ?? '')}${errors.length < 2 ? '' : ` (${errors.length - 1} more: rasterloom validate)`}`
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function textOf(value: Json): string {
  if (typeof value !== 'object' || value === null) return value === true ? 'yes' : value === false ? 'no' : String(value)
  if (Array.isArray(value)) return value.map((each: Json) => textOf(each)).join(', ')
  const { width, height } = value as JsonObject
  return width !== undefined && height !== undefined ? `${width} x ${height}` : JSON.stringify(value)
}
