// `npm run bench:kernels [-- --all]`: output megapixels per second and core of the resampling kernels, on chunks of 512 x 512 in memory,
// beside those of other implementations as measured on two cores of a 2.45 GHz Zen 3. `--all` adds every kernel for every dtype; `--against=FILE.wasm` measures
// an older build of the module in turn with this one, in the last column; other words are parts of names of what is to be measured.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'rolldown'

type Json = unknown

/** What is used of an op's card. */
interface Card {
  parse(params: Json): Json
  infer(inputs: readonly Json[], params: Json): { readonly dtype: string }
  prepare(inputs: readonly Json[], params: Json, assets: Json): Json
  demand(out: Window, inputs: readonly Json[], params: Json, state: Json): Iterable<readonly [number, Window]>
  scratchBytes(out: Window, inputs: readonly Json[], params: Json): number
  run(out: Json, inputs: Json, params: Json, state: Json, kit: Json): void
}

interface Window {
  readonly start: readonly number[]
  readonly stop: readonly number[]
}

/** The parts of the built library that the measurement calls. */
interface Parts {
  readonly cards: Readonly<Record<'reproject' | 'resample' | 'overview', Card>>
  readonly instantiate: (memory: WebAssembly.Memory, module: WebAssembly.Module) => Json
  readonly module: WebAssembly.Module
  readonly reserved: number
}

interface Job {
  readonly name: string
  readonly op: keyof Parts['cards']
  readonly dtype: string
  readonly params: (source: Grid) => Json
  /** Source pixels per output pixel. */
  readonly ratio: number
  /** Round holes, single pixels all over, or none. */
  readonly masked: boolean | 'specks'
  /** Classes in patches with single pixels of others, as maps have them. */
  readonly patches?: boolean
  /** Figures of others: hand-written AssemblyScript and C, GDAL 3.6 warping alone; and what is asked. */
  readonly others: readonly [assembly: number | null, c: number | null, gdal: number | null, asked: number]
}

interface Grid {
  readonly width: number
  readonly height: number
  readonly affine: {
    readonly a: number
    readonly b: number
    readonly c: number
    readonly d: number
    readonly e: number
    readonly f: number
  }
  readonly crs: Json
}

const side = 512
const chunks = 4
const crsOf = (epsg: number, proj: string): Json => ({ epsg, name: `EPSG:${epsg}`, proj, kind: 'projected', metresPerUnit: 1, wkt: null })
const utm = crsOf(32633, '+proj=utm +zone=33')
const mercator = crsOf(3857, '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m')

function gridOf(width: number, height: number, size: number, x: number, y: number, crs: Json): Grid {
  return { width, height, affine: { a: size, b: 0, c: x, d: 0, e: -size, f: y }, crs }
}

const toMercator =
  (resampling: string, size = 14.2) =>
  () => ({ geobox: gridOf(side * chunks, side, size, 1670000, 5645300, mercator), resampling })
const byFactor = (resampling: string, factor: number) => (source: Grid) => ({
  geobox: gridOf(side * chunks, side, 10 * factor, source.affine.c, source.affine.f, utm),
  resampling,
})
const half =
  (kernel: string) =>
  ({ width, height }: Grid) => ({ width: width / 2, height: height / 2, kernel })

const main16 = { dtype: 'uint16', masked: false } as const
const jobs: readonly Job[] = [
  { ...main16, name: 'near gather', op: 'reproject', params: toMercator('near'), ratio: 1, masked: true, others: [null, 353, 37, 300] },
  {
    ...main16,
    name: 'bilinear gather, masked',
    op: 'reproject',
    params: toMercator('bilinear'),
    ratio: 1,
    masked: true,
    others: [179, 192, 10.8, 179],
  },
  {
    ...main16,
    name: 'cubic gather, masked',
    op: 'reproject',
    params: toMercator('cubic'),
    ratio: 1,
    masked: true,
    others: [79, 74, 7, 79],
  },
  { ...main16, name: 'lanczos gather', op: 'reproject', params: toMercator('lanczos'), ratio: 1, others: [null, 47, 2.6, 45] },
  { ...main16, name: 'average 2 x 2', op: 'overview', params: half('average'), ratio: 2, masked: true, others: [391, 912, 58, 391] },
  {
    name: 'mode 4 x 4, uint8',
    op: 'resample',
    dtype: 'uint8',
    params: byFactor('mode', 4),
    ratio: 4,
    masked: true,
    others: [null, 20.8, 3.8, 20],
  },
  { ...main16, name: 'bilinear 2x up', op: 'resample', params: byFactor('bilinear', 0.5), ratio: 1, others: [null, 694, 65, 416] },
  { ...main16, name: 'cubic 2x up', op: 'resample', params: byFactor('cubic', 0.5), ratio: 1, others: [null, 582, 45, 349] },
  { ...main16, name: 'lanczos 2x up', op: 'resample', params: byFactor('lanczos', 0.5), ratio: 1, others: [null, 448, 41, 269] },
  { ...main16, name: 'bilinear 2x down', op: 'resample', params: byFactor('bilinear', 2), ratio: 2, others: [null, 221, 21, 133] },
  { ...main16, name: 'cubic 2x down', op: 'resample', params: byFactor('cubic', 2), ratio: 2, others: [null, 150, 11.8, 90] },
]

/** What P6 measures: classes in patches. */
const classJob: Job = {
  name: 'mode of classes, to another CRS',
  op: 'reproject',
  dtype: 'uint8',
  params: toMercator('mode'),
  ratio: 1,
  masked: true,
  patches: true,
  others: [null, null, 3.8, 0],
}

/** Kernels of areas to another CRS, at about the same scale and shrinking: what fits in few pixels, and what does not. */
const areaJobs: readonly Job[] = [1, 2, 4].flatMap((ratio) =>
  (['average', 'mode', 'min', 'med', 'rms', 'sum'] as const).flatMap((kernel) =>
    (['uint8', 'uint16', 'float32'] as const).map((dtype) => ({
      name: `${kernel} ${dtype}, to another CRS, 1 / ${ratio}`,
      op: 'reproject' as const,
      dtype,
      params: () => ({ geobox: gridOf(side * chunks, side, 14.2 * ratio, 1670000, 5645300, mercator), resampling: kernel }),
      ratio,
      masked: true,
      others: [null, null, null, 0] as const,
    })),
  ),
)

const dtypes = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'float32', 'float64'] as const
const names = ['near', 'bilinear', 'cubic', 'cubicspline', 'lanczos', 'average', 'rms', 'mode', 'min', 'max', 'med', 'q1', 'q3', 'sum']

/** Every kernel at its usual use: to another CRS at the same scale and a little smaller for kernels of points, four to one for those of areas. */
function everyJob(): Job[] {
  return names.flatMap((name, k) =>
    dtypes.flatMap((dtype): readonly Job[] => {
      const common = { name: `${name} ${dtype}`, dtype, masked: true, others: [null, null, null, 0] as const }
      if (k >= 5) return [{ ...common, op: 'resample' as const, params: byFactor(name, 4), ratio: 4 }]
      const job = { ...common, op: 'reproject' as const, params: toMercator(name), ratio: 1 }
      if (k < 1) return [job]
      const shrinking = { ...job, name: `${job.name}, shrinking`, params: toMercator(name, 20), ratio: 1.5 }
      return [
        job,
        { ...job, name: `${job.name}, clean`, masked: false },
        { ...job, name: `${job.name}, specks`, masked: 'specks' as const },
        shrinking,
      ]
    }),
  )
}

const makers = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  uint64: BigUint64Array,
  int64: BigInt64Array,
  float32: Float32Array,
  float64: Float64Array,
}
type Name = keyof typeof makers

function specOf({ width, height, affine, crs }: Grid, dtype: string): Json {
  const shape = [height, width]
  return {
    dims: ['y', 'x'],
    shape,
    dtype,
    chunks: { shape, chunk: shape },
    geobox: { width, height, affine, crs },
    periodX: null,
    coords: { y: { kind: 'affine' }, x: { kind: 'affine' } },
    bands: [{ nodata: null, scale: 1, offset: 0, unit: null, description: null }],
    categorical: false,
    moved: true,
    name: null,
    attrs: {},
  }
}

/** Smooth values with noise and, where masked, round holes over some 12 % of the pixels, or one pixel in a hundred, which are 0. */
function fill(data: InstanceType<(typeof makers)[Name]>, width: number, classes: boolean, masked: Job['masked']): void {
  let seed = 1
  const wide = typeof data[0] === 'bigint'
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    const [x, y] = [i % width, Math.floor(i / width)]
    const hole = masked === 'specks' ? seed % 101 === 0 : masked && ((x % 300) - 150) ** 2 + ((y % 300) - 150) ** 2 < 3600
    const value = hole
      ? 0
      : classes
        ? 1 + ((Math.floor(x / 23) + Math.floor(y / 19) + (seed >>> 30)) % 7)
        : 20 + Math.round(40 * (1 + Math.sin(x / 40))) + (seed >>> 28)
    data[i] = (wide ? BigInt(value) : value) as never
  }
}

/** Patches of some 40 pixels with ragged borders, and one pixel in a hundred of another class; 0 in holes, as {@link fill} has them. */
function fillPatches(data: Uint8Array, width: number): void {
  let seed = 1
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    const [x, y] = [i % width, Math.floor(i / width)]
    const hole = ((x % 300) - 150) ** 2 + ((y % 300) - 150) ** 2 < 3600
    const patch = Math.floor(3 * Math.sin(x / 37 + y / 90)) + Math.floor(3 * Math.cos(y / 23 - x / 150))
    data[i] = hole ? 0 : (seed >>> 8) % 100 === 0 ? 1 + (seed >>> 29) : 7 + patch
  }
}

/** Output megapixels per second of a job: the best of some repetitions over a row of chunks. */
function measure(job: Job, { cards, instantiate, module, reserved }: Parts): number {
  const source = gridOf(job.ratio * side * chunks + 512, job.ratio * side + 512, 10, 500000, 5000000, utm)
  const sized = job.op === 'overview' ? { ...source, width: 2 * side * chunks, height: 2 * side } : source
  const memory = new WebAssembly.Memory({ initial: 3072, maximum: 3072 })
  const card = cards[job.op]
  const specs = [specOf(sized, job.dtype)]
  const params = card.parse(job.params(sized))
  card.infer(specs, params)
  const state = card.prepare(specs, params, {})
  const make = makers[job.dtype as Name]
  const data = new make(memory.buffer, reserved, sized.width * sized.height)
  if (job.patches) fillPatches(data as Uint8Array, sized.width)
  else fill(data as never, sized.width, job.name.startsWith('mode'), job.masked)
  const base = Math.ceil((reserved + data.byteLength + 4096) / 16) * 16
  let top = base
  const scratch = (bytes: number): number => {
    const at = top
    top += Math.ceil((bytes + 64) / 16) * 16
    return at
  }
  const kit = { memory, kernels: instantiate(memory, module), scratch, count: () => {} }
  const valid = job.masked !== false ? { nodata: typeof data[0] === 'bigint' ? 0n : 0 } : null
  const block = { window: { start: [0, 0], stop: [sized.height, sized.width] }, data, valid }
  const pass = (): void => {
    for (let k = 0; k < chunks; k++) {
      top = base
      const window = { start: [0, k * side], stop: [side, (k + 1) * side] }
      const mask = new Uint8Array(memory.buffer, scratch(side * side), side * side)
      const out = { window, data: new make(memory.buffer, scratch(side * side * data.BYTES_PER_ELEMENT), side * side), mask, valid: mask }
      card.run(out, { get: () => block }, params, state, kit)
    }
  }
  let best = Number.POSITIVE_INFINITY
  const until = performance.now() + 1200
  for (let turn = 0; turn < 4 || (performance.now() < until && turn < 60); turn++) {
    const from = process.cpuUsage()
    pass()
    const { user, system } = process.cpuUsage(from)
    best = Math.min(best, (user + system) / 1000)
  }
  return (side * side * chunks) / best / 1000
}

/** The ops and kernels by themselves: what is built is bundled, and shows none of them. */
async function partsOf(root: string): Promise<Parts> {
  const names = ['ops/reproject', 'ops/resample', 'ops/overview', 'kernels/loader', 'kernels/module']
  const dir = mkdtempSync(join(tmpdir(), 'rasterloom-kernels-'))
  try {
    const input = Object.fromEntries(names.map((name) => [name, join(root, 'src', `${name}.ts`)]))
    await build({ input, platform: 'node', output: { dir, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } })
    const from = (name: string): Promise<Record<string, unknown>> => import(pathToFileURL(join(dir, `${name}.mjs`)).href)
    const [reproject, resample, overview, loader, module] = await Promise.all(names.map(from))
    const kernelModule = module?.kernelModule as () => WebAssembly.Module
    return {
      cards: { reproject: reproject?.reproject, resample: resample?.resample, overview: overview?.overview } as Parts['cards'],
      instantiate: loader?.instantiateKernels as Parts['instantiate'],
      module: kernelModule(),
      reserved: loader?.reservedBytes as number,
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Both modules in turn, the best of three each. */
function inTurn(job: Job, parts: Parts, older: Parts | null): [ours: number, before: number | null] {
  if (older === null) return [measure(job, parts), null]
  let [ours, before] = [0, 0]
  for (let turn = 0; turn < 3; turn++) {
    before = Math.max(before, measure(job, older))
    ours = Math.max(ours, measure(job, parts))
  }
  return [ours, before]
}

/** Prints the table; called by `fixtures/make/run.mjs`. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const parts = await partsOf(root)
  const text = (value: number | null): string => (value === null ? '-' : String(value)).padStart(8)
  const only = args.filter((arg) => !arg.startsWith('--'))
  process.stdout.write('output Mpx/s per core                ours    asked AssemblySc.     C   GDAL 3.6\n')
  const file = args.find((arg) => arg.startsWith('--against='))?.slice('--against='.length)
  const older = file === undefined ? null : { ...parts, module: new WebAssembly.Module(readFileSync(file)) }
  for (const job of args.includes('--all') ? [...jobs, classJob, ...areaJobs, ...everyJob()] : [...jobs, classJob]) {
    if (only.length > 0 && !only.some((part) => job.name.includes(part))) continue
    const [ours, before] = inTurn(job, parts, older)
    const [assembly, c, gdal, asked] = job.others
    process.stdout.write(
      `${job.name.padEnd(32)}${text(Number(ours.toFixed(1)))}${text(asked === 0 ? null : asked)}${text(assembly)}${text(c)}${text(gdal)}${before === null ? '' : text(Number(before.toFixed(1)))}\n`,
    )
  }
  return 0
}
