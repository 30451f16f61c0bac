import type { Dtype } from '../../base/dtype.js'
import { SourceError, UsageError } from '../../base/errors.js'
import type { ScalarJson } from '../../base/scalar.js'
import type { Band, Coord } from '../../graph/spec.js'
import type { Directory } from './directory.js'
import type { GdalMetadata } from './metadata.js'
import { parseNodata } from './nodata.js'
import type { OpenOptions } from './open-options.js'
import { isComplex, sampleCount } from './sample-type.js'
import { tag } from './tags.js'

/** The samples of a file as bands: which of them carry pixels, and which is alpha. 0-based. */
export interface SampleRoles {
  readonly bands: readonly number[]
  readonly alpha: number | null
  /** Whether bands are the real and the imaginary parts of complex ones, in turn. */
  readonly complex: boolean
}

const associatedAlpha = 1
const unassociatedAlpha = 2

/**
 * Which samples are bands. The first sample that is alpha is none: it says which pixels are valid, unless `masked` is false. What GDAL's metadata call a
 * sample (`said`, by 0-based sample) counts before what ExtraSamples calls it: GDAL writes the latter for any fourth band of 8 bits.
 */
export async function sampleRoles(directory: Directory, uri: string, masked: boolean, said: GdalMetadata['bands']): Promise<SampleRoles> {
  const samples = await sampleCount(directory, uri)
  if (isComplex((await directory.number(tag.sampleFormat)) ?? 1)) {
    return { bands: Array.from({ length: 2 * samples }, (_, part) => part), alpha: null, complex: true }
  }
  if (!masked) return { bands: Array.from({ length: samples }, (_, sample) => sample), alpha: null, complex: false }
  const extra = Array.from((await directory.numbers(tag.extraSamples, samples)) ?? [])
  const position = extra.findIndex((kind) => kind === associatedAlpha || kind === unassociatedAlpha)
  const told = position < 0 ? null : samples - extra.length + position
  const isOther = told !== null && (said.get(told)?.color ?? 'alpha') !== 'alpha'
  const named = Array.from({ length: samples }, (_, sample) => sample).find((sample) => said.get(sample)?.color === 'alpha')
  const alpha = told === null || isOther ? (samples > 1 ? (named ?? null) : null) : told
  const bands = Array.from({ length: samples }, (_, sample) => sample).filter((sample) => sample !== alpha)
  if (alpha !== null && (alpha < 0 || bands.length === 0)) {
    throw new SourceError(`${uri}: its only band is called alpha, which leaves no pixels`, { uri })
  }
  return { bands, alpha, complex: false }
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
  { complex, bands }: SampleRoles,
): Band[] {
  return samples.map((sample) => {
    const said = metadata.bands.get(complex ? sample >> 1 : sample) ?? {}
    const description = complex ? partName(sample, bands.length, said.description) : said.description
    return {
      nodata,
      scale: said.scale ?? 1,
      offset: said.offset ?? 0,
      unit: said.unit ?? null,
      description: description ?? null,
      color: said.color ?? (complex ? undefined : colors[sample]) ?? 'undefined',
      ...(said.items === undefined ? {} : { items: said.items }),
    }
  })
}

/** Names of the parts of a complex band: `real` and `imaginary`, behind the band's own name where there are several or it has one. */
function partName(sample: number, parts: number, description: string | undefined): string {
  const band = description ?? (parts > 2 ? `band ${(sample >> 1) + 1}` : '')
  return `${band} ${sample % 2 === 0 ? 'real' : 'imaginary'}`.trimStart()
}

/** Most labels that a spec lists one by one. */
const mostLabels = 4096

/** Labels along the dim `band`: the descriptions where all bands have one of their own, else the bands' numbers in the file. */
export function bandCoord(bands: readonly Band[], samples: readonly number[], roles: Omit<SampleRoles, 'complex'>): Coord {
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
