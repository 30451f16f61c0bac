// Bundles the entry points: a process or a worker thread that loads a few files starts in a fraction of the time of one that loads three hundred.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'rolldown'

const input = { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts', 'api/worker': 'src/api/worker.ts' }

/** Long constants that lie beside the code as files: what takes milliseconds to parse as a part of a program is read at once. */
const constants = {
  'src/geo/epsg.table.ts': { name: 'epsgTable', file: 'epsg.table.txt', encoding: 'latin1' },
  'src/kernels/module.generated.ts': { name: 'moduleBase64', file: 'kernels.wasm', encoding: 'base64' },
}

function constantOf(id) {
  return Object.entries(constants).find(([path]) => id.replaceAll('\\', '/').endsWith(path))?.[1]
}

const constantsBeside = {
  name: 'constants-beside',
  load(id) {
    const constant = constantOf(id)
    if (constant === undefined) return null
    const { name, file, encoding } = constant
    // All that such a module has is `export const name: string = '…'`.
    const [, literal] = readFileSync(id, 'utf8').split(`${name}: string =`)
    this.emitFile({ type: 'asset', fileName: `api/${file}`, source: Buffer.from(new Function(`return ${literal.trim()}`)(), encoding) })
    return `import { readFileSync } from 'node:fs'
export const ${name} = readFileSync(new URL('./${file}', import.meta.url), '${encoding}')`
  },
}

/** Chunks by what needs them, each with all that it imports: the start of the command line, a worker thread, the library. */
const layers = { start: input['cli/main'], engine: input['api/worker'], library: input.index }

function layerOf(id, context) {
  const entries = Object.values(layers).map((path) => resolve(path))
  if (entries.includes(id)) return null
  const layer = entries.findIndex((entry) => reachable(entry, context).has(id))
  return Object.keys(layers)[layer] ?? null
}

const reached = new Map()

/** The modules that an entry imports at its start, and those that these import. */
function reachable(entry, context) {
  if (reached.has(entry)) return reached.get(entry)
  const found = new Set([entry])
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  reached.set(entry, found)
  return found
}

export default defineConfig({
  input,
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  // Packages are loaded as they were installed.
  external: /^(?!\.|\/|src\/|[a-z]:\\)/i,
  // The tables are long constants: one copy of each is enough.
  optimization: { inlineConst: false },
  plugins: [constantsBeside],
  output: {
    dir: 'dist',
    format: 'esm',
    // Shared modules lie beside the worker's, where `new URL('./worker.js', import.meta.url)` finds it from.
    chunkFileNames: 'api/[name].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'layers', name: layerOf }] },
  },
})
