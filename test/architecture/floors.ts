/** Who may import whom. Each room may also import from itself. */
export interface Room {
  /** Other rooms under `src/` that it may import. */
  readonly rooms: readonly string[]
  /** Packages that it may import; `node:*` stands for every builtin. */
  readonly packages: readonly string[]
}

const graphAndBelow = ['graph', 'geo', 'array', 'base']
// Formats take tiles apart and put them together in the arena, which only kernels reach.
const formatRooms = [...graphAndBelow, 'codecs', 'io', 'kernels']
const files = ['node:fs', 'node:fs/promises', 'node:path', 'node:crypto']

/**
 * The building, from the ground up. A room is a folder; each op card and each format is a room of its own, so that they cannot import each other.
 * A line that needs more than the table of docs/architecture.md says why.
 */
export const floors: Readonly<Record<string, Room>> = {
  base: { rooms: [], packages: [] },
  array: { rooms: ['base'], packages: [] },
  kernels: { rooms: ['base'], packages: [] },
  'kernels/assembly': { rooms: [], packages: [] },
  // Pictures are PNGs, which are deflated.
  picture: { rooms: ['base'], packages: ['node:zlib'] },
  // The client of S3 is loaded by those who read or write s3:// alone.
  io: { rooms: ['base'], packages: [...files, 'node:url', 'node:stream', '@aws-sdk/client-s3'] },
  // Node's zlib, where it is the faster one or has what our kernels do not.
  // Libraries of pictures come with their WebAssembly as files.
  codecs: {
    rooms: ['kernels', 'base'],
    packages: [
      'node:zlib',
      'numcodecs',
      '@bokuweb/zstd-wasm',
      'lerc',
      '@jsquash/jpeg',
      '@jsquash/webp',
      'seek-bzip',
      'node:fs',
      'node:module',
    ],
  },
  // proj4 is loaded with createRequire when a CRS needs it.
  geo: { rooms: ['array', 'base'], packages: ['proj4', 'node:module'] },
  // The hash of a node is SHA-256.
  graph: { rooms: ['geo', 'array', 'base'], packages: ['node:crypto'] },
  // Machinery that several op cards share; no card lies in it.
  'ops/warp': { rooms: [...graphAndBelow, 'kernels'], packages: [] },
  'ops/reduce': { rooms: [...graphAndBelow, 'kernels'], packages: [] },
  'ops/mosaic': { rooms: [...graphAndBelow, 'kernels'], packages: [] },
  'ops/expr': { rooms: [...graphAndBelow, 'kernels'], packages: [] },
  'ops/shapes': { rooms: graphAndBelow, packages: [] },
  'ops/focal': { rooms: [...graphAndBelow, 'kernels'], packages: [] },
  'ops/sums': { rooms: [...graphAndBelow, 'kernels'], packages: [] },
  'ops/*': {
    rooms: ['ops/focal', 'ops/sums', 'ops/reduce', 'ops/warp', 'ops/mosaic', 'ops/expr', 'ops/shapes', ...graphAndBelow, 'kernels'],
    packages: [],
  },
  'formats/geotiff': { rooms: formatRooms, packages: files },
  'formats/zarr': { rooms: formatRooms, packages: ['zarrita', 'node:os', 'node:zlib', ...files] },
  'formats/vrt': { rooms: formatRooms, packages: ['fast-xml-parser'] },
  'formats/netcdf': { rooms: formatRooms, packages: [] },
  'formats/memory': { rooms: formatRooms, packages: [] },
  'formats/scratch': { rooms: formatRooms, packages: [] },
  plan: { rooms: ['graph', 'array', 'base'], packages: [] },
  // The journal is a file: a chunk counts as done when its line is on disk.
  exec: { rooms: ['plan', 'graph', 'io', 'array', 'base'], packages: ['node:worker_threads', 'node:fs', 'node:path'] },
  api: {
    rooms: [
      'exec',
      'plan',
      'formats/geotiff',
      'formats/zarr',
      'formats/vrt',
      'formats/netcdf',
      'formats/memory',
      'formats/scratch',
      'ops/*',
      'codecs',
      'io',
      'kernels',
      'picture',
      ...graphAndBelow,
    ],
    packages: ['ndarray', 'node:*'],
  },
  cli: { rooms: ['api', 'base'], packages: ['commander', 'cli-progress', 'node:*'] },
  index: { rooms: ['api', 'picture', 'base'], packages: [] },
}

/** The room of a file, by its path from `src/`; null where the building has no such room. */
export function roomOf(path: string): string | null {
  const parts = path.split('/')
  if (parts.length === 1) return path === 'index.ts' ? 'index' : null
  const nested = `${parts[0]}/${parts[1]}`
  if (nested in floors) return nested
  if (parts[0] === 'ops') return parts.length === 2 ? `ops/*` : null
  return (parts[0] as string) in floors ? (parts[0] as string) : null
}

/** Whether a room may import a package or builtin, by its specifier. */
export function mayImportPackage(room: string, specifier: string): boolean {
  const allowed = floors[room]?.packages ?? []
  return allowed.some((name) =>
    name === 'node:*' ? specifier.startsWith('node:') : specifier === name || specifier.startsWith(`${name}/`),
  )
}
