import { isRasterloomError } from '../../base/errors.js'
import type { Directory } from './directory.js'
import { parseNodata } from './nodata.js'
import { sampleType } from './sample-type.js'
import { tag } from './tags.js'

/** One tag and what is wrong with it; null where it is sound or missing. */
type TagRule = (directory: Directory) => Promise<string | null>

/**
 * The tags of a directory whose contents make no sense, one sentence each: what readers pass over, each in its own way. No word on what only
 * few readers know. Reads the tags, no pixels.
 */
export async function invalidTags(directory: Directory): Promise<string[]> {
  const found: string[] = []
  for (const rule of rules) {
    try {
      const wrong = await rule(directory)
      if (wrong !== null) found.push(wrong)
    } catch (error) {
      // A tag whose bytes are not there.
      if (!isRasterloomError(error)) throw error
      found.push(error.message)
    }
  }
  return found
}

const samplesOf = async (directory: Directory): Promise<number> => (await directory.number(tag.samplesPerPixel)) ?? 1
const listOf = async (directory: Directory, number: number): Promise<number[] | null> => {
  const values = await directory.numbers(number, 65_535)
  return values === undefined ? null : Array.from(values)
}

const rules: readonly TagRule[] = [
  async (directory) => {
    const text = await directory.text(tag.gdalNodata)
    if (text === undefined || text.trim() === '') return null
    const dtype = await dtypeOf(directory)
    if (dtype === null || parseNodata(text, dtype) !== null) return null
    const isNumber = parseNodata(text, 'float64') !== null
    return `GDAL_NODATA is ${JSON.stringify(text)}, ${isNumber ? `which no pixel of ${dtype} can be` : 'which is no number'}`
  },
  async (directory) => {
    const [bits, samples] = [await listOf(directory, tag.bitsPerSample), await samplesOf(directory)]
    return bits === null || bits.length === samples ? null : `BitsPerSample has ${bits.length} values for ${samples} samples`
  },
  async (directory) => {
    const formats = await listOf(directory, tag.sampleFormat)
    const bad = formats?.find((format) => format < 1 || format > 6)
    return bad === undefined ? null : `SampleFormat ${bad} is not one of 1 to 6`
  },
  async (directory) => {
    const planar = await directory.number(tag.planarConfiguration)
    return planar === undefined || planar === 1 || planar === 2 ? null : `PlanarConfiguration is ${planar}, neither 1 nor 2`
  },
  async (directory) => {
    const [extra, samples] = [await listOf(directory, tag.extraSamples), await samplesOf(directory)]
    return extra === null || extra.length < samples ? null : `ExtraSamples has ${extra.length} values for ${samples} samples`
  },
  async (directory) => {
    const map = await listOf(directory, tag.colorMap)
    const bits = (await directory.number(tag.bitsPerSample)) ?? 1
    return map === null || bits > 16 || map.length === 3 * 2 ** bits ? null : `ColorMap has ${map.length} values, not ${3 * 2 ** bits}`
  },
  async (directory) => {
    const text = await directory.text(tag.dateTime)
    if (text === undefined || text === '' || isDateTime(text)) return null
    return `DateTime is ${JSON.stringify(text)}, not YYYY:MM:DD HH:MM:SS`
  },
  async (directory) => {
    const scale = await listOf(directory, tag.modelPixelScale)
    const wrong = scale?.slice(0, 2).some((size) => !Number.isFinite(size) || size === 0)
    return wrong === true || scale?.length === 1 ? `ModelPixelScale is ${scale?.join(', ')}` : null
  },
  async (directory) => {
    const points = await listOf(directory, tag.modelTiepoint)
    return points === null || (points.length > 0 && points.length % 6 === 0)
      ? null
      : `ModelTiepoint has ${points.length} values, not six for each point`
  },
  async (directory) => {
    const matrix = await listOf(directory, tag.modelTransformation)
    if (matrix === null) return null
    if (matrix.length !== 16) return `ModelTransformation has ${matrix.length} values, not 16`
    const [a, b, , , d, e] = matrix as [number, number, number, number, number, number]
    return a * e - b * d === 0 ? 'ModelTransformation gives pixels no area' : null
  },
  async (directory) => {
    const keys = await listOf(directory, tag.geoKeyDirectory)
    if (keys === null) return null
    const [version, , , count = 0] = keys
    if (version !== 1) return `GeoKeyDirectory has version ${version}, not 1`
    return keys.length >= 4 * (count + 1) ? null : `GeoKeyDirectory says ${count} keys and has room for ${Math.floor(keys.length / 4) - 1}`
  },
  async (directory) => {
    const xml = await directory.text(tag.gdalMetadata)
    if (xml === undefined || xml.trim() === '') return null
    return /<GDALMetadata[\s>/]/.test(xml) && /<\/GDALMetadata\s*>|<GDALMetadata\s*\/>/.test(xml)
      ? null
      : 'GDAL_METADATA is no complete XML'
  },
  async (directory) => {
    const xml = await directory.text(tag.gdalMetadata)
    if (xml === undefined) return null
    const wrong = statisticsIn(xml).find(contradicts)
    return wrong === undefined
      ? null
      : `statistics contradict themselves: minimum ${wrong.STATISTICS_MINIMUM}, maximum ${wrong.STATISTICS_MAXIMUM}, mean ${wrong.STATISTICS_MEAN}`
  },
]

async function dtypeOf(directory: Directory): Promise<Awaited<ReturnType<typeof sampleType>> | null> {
  try {
    return await sampleType(directory, '')
  } catch {
    // What cannot be read is told elsewhere.
    return null
  }
}

/** Statistics of the file and of each band, which nobody takes over. */
function statisticsIn(xml: string): Record<string, string>[] {
  const found = new Map<string, Record<string, string>>()
  for (const [, attributes = '', text = ''] of xml.matchAll(/<Item ([^<>]{0,512})>([^<]{0,64})</g)) {
    const name = /name="(STATISTICS_\w+)"/.exec(attributes)?.[1]
    if (name === undefined) continue
    const sample = /sample="(\d+)"/.exec(attributes)?.[1] ?? ''
    found.set(sample, { ...found.get(sample), [name]: text })
  }
  return [...found.values()]
}

function contradicts(items: Readonly<Record<string, string>>): boolean {
  const [min, max, mean, deviation] = ['MINIMUM', 'MAXIMUM', 'MEAN', 'STDDEV'].map((name) =>
    Number(items[`STATISTICS_${name}`] ?? Number.NaN),
  )
  const slack = 1e-9 * Math.max(Math.abs(min as number), Math.abs(max as number))
  return (
    (min as number) > (max as number) ||
    (mean as number) < (min as number) - slack ||
    (mean as number) > (max as number) + slack ||
    (deviation as number) < 0
  )
}

function isDateTime(text: string): boolean {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text.trim())
  if (match === null) return false
  const [month, day, hour, minute, second] = match.slice(2).map(Number) as [number, number, number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 60
}
