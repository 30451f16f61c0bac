// Bundles the entry points: a process or a worker thread that loads a few files starts in a fraction of the time of one that loads three hundred.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'rolldown'

const library = { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts', 'api/worker': 'src/api/worker.ts' }

/** The command line is a program of its own, of CommonJS: only such code can be kept compiled (src/cli/compiled.ts). */
const program = { start: 'src/cli/start.ts', thread: 'src/api/worker.ts', worker: 'src/cli/thread.ts', index: 'src/index.ts' }

/** Long constants that lie beside the code as files: what takes milliseconds to parse as a part of a program is read at once. */
const constants = {
  'src/geo/epsg.table.ts': { name: 'epsgTable', file: 'epsg.table.txt', encoding: 'latin1' },
  'src/kernels/module.generated.ts': { name: 'moduleBase64', file: 'kernels.wasm', encoding: 'base64' },
}

function constantOf(id) {
  return Object.entries(constants).find(([path]) => id.replaceAll('\\', '/').endsWith(path))?.[1]
}

/** `at`: where the files are, seen from the code; `emits`: whether this bundle writes them. */
const constantsBeside = (at, emits) => ({
  name: 'constants-beside',
  load(id) {
    const constant = constantOf(id)
    if (constant === undefined) return null
    const { name, file, encoding } = constant
    // All that such a module has is `export const name: string = '…'`.
    const [, literal] = readFileSync(id, 'utf8').split(`${name}: string =`)
    if (emits) this.emitFile({ type: 'asset', fileName: `api/${file}`, source: Buffer.from(new Function(`return ${literal.trim()}`)(), encoding) })
    return `import { readFileSync } from 'node:fs'
export const ${name} = readFileSync(new URL('${at}${file}', import.meta.url), '${encoding}')`
  },
})

/** Says that the files of a folder are CommonJS. */
const commonFolder = {
  name: 'common-folder',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' })
  },
}

/** Chunks by what needs them, each with all that it imports: the start of the command line, a worker thread, the library. */
const layers = { start: program.start, engine: library['api/worker'], library: library.index }

function layerOf(reached) {
  const entries = Object.values(layers).map((path) => resolve(path))
  return (id, context) => {
    if (entries.includes(id)) return null
    const layer = entries.findIndex((entry) => reachable(entry, context, reached).has(id))
    return Object.keys(layers)[layer] ?? null
  }
}

/** The modules that an entry imports at its start, and those that these import; worked out once for each bundle. */
function reachable(entry, context, reached) {
  if (reached.has(entry)) return reached.get(entry)
  const found = new Set([entry])
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  reached.set(entry, found)
  return found
}

/** Imports of packages go through a function that compiled code is given; the entry of threads, which gives it, imports by itself. */
const givenImport = {
  name: 'given-import',
  renderChunk(code, { name, isEntry }) {
    return isEntry && name === 'worker' ? null : { code: code.replaceAll(/\bimport\(/g, 'importModule('), map: null }
  },
}

const codeSplitting = () => ({ includeDependenciesRecursively: false, groups: [{ debugName: 'layers', name: layerOf(new Map()) }] })

const common = {
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  // Packages are loaded as they were installed.
  external: /^(?!\.|\/|src\/|[a-z]:\\)/i,
  // The tables are long constants: one copy of each is enough.
  optimization: { inlineConst: false },
}

export default defineConfig([
  {
    ...common,
    input: library,
    plugins: [constantsBeside('./', true)],
    // Shared modules lie beside the worker's, where `new URL('./worker.js', import.meta.url)` finds it from.
    output: { dir: 'dist', format: 'esm', chunkFileNames: 'api/[name].js', codeSplitting: codeSplitting() },
  },
  {
    ...common,
    input: program,
    plugins: [constantsBeside('../api/', false), commonFolder, givenImport],
    output: { dir: 'dist/program', format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js', minify: true, codeSplitting: codeSplitting() },
  },
])
