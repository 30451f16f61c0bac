import type { Dtype } from '../../base/dtype.js'
import { SourceError, UsageError } from '../../base/errors.js'
import type { ScalarJson } from '../../base/scalar.js'
import type { Band, Coord } from '../../graph/spec.js'
import type { Directory } from './directory.js'
import type { GdalMetadata } from './metadata.js'
import { parseNodata } from './nodata.js'
import type { OpenOptions } from './open-options.js'
import { sampleCount } from './sample-type.js'
import { tag } from './tags.js'

/** The samples of a file as bands: which of them carry pixels, and which is alpha. 0-based. */
export interface SampleRoles {
  readonly bands: readonly number[]
  readonly alpha: number | null
}

const associatedAlpha = 1
const unassociatedAlpha = 2

/** Which samples are bands. The first sample that ExtraSamples calls alpha is none: it says which pixels are valid, unless `masked` is false. */
export async function sampleRoles(directory: Directory, uri: string, masked = true): Promise<SampleRoles> {
  const samples = await sampleCount(directory, uri)
  if (!masked) return { bands: Array.from({ length: samples }, (_, sample) => sample), alpha: null }
  const extra = Array.from((await directory.numbers(tag.extraSamples, samples)) ?? [])
  const position = extra.findIndex((kind) => kind === associatedAlpha || kind === unassociatedAlpha)
  const alpha = position < 0 ? null : samples - extra.length + position
  const bands = Array.from({ length: samples }, (_, sample) => sample).filter((sample) => sample !== alpha)
  if (alpha !== null && (alpha < 0 || bands.length === 0)) {
    throw new SourceError(`${uri}: its only band is called alpha, which leaves no pixels`, { uri })
  }
  return { bands, alpha }
}

/** The samples that the options select, in their order. Throws `E_USAGE` for a band that is not there. */
export function selectSamples({ bands, alpha }: SampleRoles, options: OpenOptions, uri: string): number[] {
  const numbers = options.band === null ? options.bands : [options.band]
  if (numbers === null) return [...bands]
  return numbers.map((number) => {
    const sample = bands[number - 1]
    if (sample !== undefined) return sample
    const alphaNote = alpha === null ? '' : ', beside an alpha band, which says which pixels are valid'
    throw new UsageError(
      `${uri}: there is no band ${number}; the file has ${bands.length === 1 ? 'one band' : `${bands.length} bands`}${alphaNote}`,
    )
  })
}

/** What is said of the selected bands. */
export function describeBands(
  samples: readonly number[],
  metadata: GdalMetadata,
  nodata: ScalarJson | null,
  colors: readonly string[],
): Band[] {
  return samples.map((sample) => {
    const said = metadata.bands.get(sample) ?? {}
    return {
      nodata,
      scale: said.scale ?? 1,
      offset: said.offset ?? 0,
      unit: said.unit ?? null,
      description: said.description ?? null,
      color: said.color ?? colors[sample] ?? 'undefined',
      ...(said.items === undefined ? {} : { items: said.items }),
    }
  })
}

/** Most labels that a spec lists one by one. */
const mostLabels = 4096

/** Labels along the dim `band`: the descriptions where all bands have one of their own, else the bands' numbers in the file. */
export function bandCoord(bands: readonly Band[], samples: readonly number[], roles: SampleRoles): Coord {
  const names = bands.map((band) => band.description)
  const places = new Map(roles.bands.map((sample, at) => [sample, at + 1]))
  const numbers = samples.map((sample) => places.get(sample) ?? 0)
  if (bands.length > mostLabels) return { kind: 'regular', start: numbers[0] as number, step: 1 }
  const named = names.every((name) => name !== null) && new Set(names).size === names.length
  return { kind: 'inline', labels: named ? (names as string[]) : numbers }
}

/** The nodata value of a file. */
export async function readNodata(directory: Directory, dtype: Dtype): Promise<ScalarJson | null> {
  return parseNodata(await directory.text(tag.gdalNodata), dtype)
}
