import { concat, type DataArray, type Dtype, type Resampling, slice } from 'rasterloom'
import { type Random, random } from '../conformance/random.js'
import { places, type SourceKey, sourceDtypes } from './random-sources.js'

/** One step of a recipe. */
export type Step =
  | { readonly op: 'isel'; readonly from: readonly [number, number]; readonly step: readonly [number, number] }
  | {
      readonly op: 'reproject'
      readonly crs: string
      readonly size: { readonly width: number; readonly height: number }
      readonly bounds: readonly [number, number, number, number] | null
      readonly kernel: string
      readonly maxErrorPx: number
      /** Each band's own by default. */
      readonly validity?: 'band' | 'any' | 'all'
    }
  | { readonly op: 'resample'; readonly factor: number; readonly kernel: string }
  | { readonly op: 'scalar'; readonly by: number }
  | { readonly op: 'astype'; readonly dtype: Dtype }
  /** The array beside itself, each on a grid of its own: a diamond. */
  | { readonly op: 'difference'; readonly kernel: string }
  | { readonly op: 'concat' }

/** A chain of operations over a source, as JSON. */
export interface RandomRecipe {
  readonly seed: number
  readonly source: SourceKey
  readonly steps: readonly Step[]
}

/** Kernels that a recipe may use. */
export const kernels = [
  ...['near', 'bilinear', 'cubic', 'cubicspline', 'lanczos'],
  ...['average', 'rms', 'mode', 'min', 'max', 'med', 'q1', 'q3', 'sum'],
] as readonly Resampling[]

const pick = <T>({ int }: Random, list: readonly T[]): T => list[int(0, list.length)] as T

function reprojection(from: Random, { place, validity }: SourceKey, kernel: string): Step {
  const { targets, bounds = null } = places[place] as { targets: readonly string[]; bounds?: readonly [number, number, number, number] }
  return {
    ...{ op: 'reproject', crs: pick(from, targets), kernel, bounds },
    size: { width: from.int(15, 140), height: from.int(15, 140) },
    maxErrorPx: pick(from, [0, 0.001, 0.05]),
    // What any makes valid is the nodata value, which sources with a mask declare only where they are stored without one.
    validity: pick(from, ['band', 'all', validity === 'nodata' ? 'any' : 'band'] as const),
  }
}

/** Sources that recipes share, since each is stored in several ways: every dtype in every way to be invalid. */
const pool: readonly SourceKey[] = sourceDtypes.flatMap((dtype, at) =>
  (['all', 'nodata', 'mask'] as const).map((validity, how) => {
    const place = Object.keys(places)[(at + 2 * how) % 5] as keyof typeof places
    return { dtype, validity, place, bands: [1, 1, 2, 1, 3, 1, 1][(at + 3 * how) % 7] as number, seed: at + how }
  }),
)

/** Draws a recipe. */
export function drawRecipe(seed: number): RandomRecipe {
  const from = random(seed * 7919 + 13)
  const source = pick(from, pool)
  const kernel = kernels[Math.floor(seed / 3) % kernels.length] as string
  const steps: Step[] = []
  if (from.next() < 0.25)
    steps.push({ op: 'isel', from: [from.int(0, 12), from.int(0, 12)], step: [pick(from, [1, 1, 2]), pick(from, [1, -1, 3])] })
  if (from.next() < 0.12) steps.push({ op: 'scalar', by: 3 })
  if (from.next() < 0.15) steps.push({ op: 'concat' })
  const warp = from.next()
  if (warp < 0.2 && source.place !== 'world') steps.push({ op: 'resample', factor: pick(from, [0.4, 0.73, 1.9, 2, 3.3]), kernel })
  else steps.push(reprojection(from, source, kernel))
  if (from.next() < 0.15) steps.push({ op: 'resample', factor: pick(from, [0.6, 1.4, 2.2]), kernel: pick(from, kernels) })
  if (from.next() < 0.15) steps.push({ op: 'difference', kernel: pick(from, kernels) })
  if (from.next() < 0.15) steps.push({ op: 'isel', from: [from.int(0, 9), from.int(0, 9)], step: [1, 1] })
  if (from.next() < 0.1) steps.push({ op: 'astype', dtype: 'float64' })
  return { seed, source, steps }
}

function apply(array: DataArray<string>, step: Step): DataArray<string> {
  if (step.op === 'isel') {
    const [y, x] = step.from
    // Of a few pixels, the last at least.
    const along = (dim: 'y' | 'x', start: number, by: number): ReturnType<typeof slice> => {
      const first = Math.min(start, (array.shape[array.dims.indexOf(dim)] as number) - (by > 0 ? 1 : 2))
      return by > 0 ? slice(first, undefined, by) : slice(undefined, Math.max(0, first), by)
    }
    return array.isel({ y: along('y', y, step.step[0]), x: along('x', x, step.step[1]) } as never)
  }
  if (step.op === 'reproject') {
    const { size, bounds, maxErrorPx, validity = 'band', kernel } = step
    return array.reproject(step.crs, {
      size,
      maxErrorPx,
      validity,
      resampling: kernel as Resampling,
      ...(bounds === null ? {} : { bounds }),
    })
  }
  if (step.op === 'resample') return array.resample({ factor: step.factor, resampling: step.kernel as Resampling })
  if (step.op === 'scalar') return array.mul(step.by)
  if (step.op === 'astype') return array.astype(step.dtype, { rounding: 'nearest', overflow: 'clamp' })
  if (step.op === 'concat') return joined(array)
  const shifted = array.resample({ factor: 0.9, resampling: step.kernel as Resampling })
  return array.resample({ factor: 0.9, resampling: 'near' }).sub(shifted).div(shifted.add(2))
}

/** The array and its mirror image along a dim: that of its bands, or a new one. */
function joined(array: DataArray<string>): DataArray<string> {
  return concat([array, array.add(0).astype(array.dtype, { rounding: 'nearest', overflow: 'clamp' })], {
    dim: array.dims.includes('band') ? 'band' : 'layer',
  })
}

/** A recipe over its source, however that is stored. */
export function buildRecipe({ steps }: RandomRecipe, from: DataArray<string>): DataArray<string> {
  return steps.reduce(apply, from)
}
