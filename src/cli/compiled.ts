import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import { Script } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { crc32 } from 'node:zlib'

/** A module in the making, as CommonJS knows it. */
interface Module {
  exports: unknown
}

type Wrapped = (
  exports: unknown,
  require: (id: string) => unknown,
  module: Module,
  filename: string,
  folder: string,
  importModule: (id: string) => Promise<unknown>,
) => void

const modules = new Map<string, Module>()
const scripts: [path: string, crc: string, script: Script][] = []
let isWriting = false

/**
 * Loads a CommonJS file of the bundled program, and what it requires beside it, with the code that V8 compiled of it when the package was built: a program of two megabytes is
 * ready in a tenth of the time. V8 looks whether the code is of its own version and flags; any other is compiled anew. Each thread has its own modules.
 */
export function loadCompiled(path: string): unknown {
  const known = modules.get(path)
  if (known !== undefined) return known.exports
  const module: Module = { exports: {} }
  modules.set(path, module)
  const source = readFileSync(path)
  const crc = crc32(source).toString(16)
  // Such a script cannot import by itself: the bundle calls importModule where it imports a package.
  const script = new Script(`(function (exports, require, module, __filename, __dirname, importModule) {${source.toString()}\n})`, {
    filename: path,
    ...cachedData(codePath(path, crc)),
  })
  if (process.env.RASTERLOOM_CACHE_CODE !== undefined && isMainThread) writeAtExit(path, crc, script)
  const folder = dirname(path)
  const others = createRequire(path)
  const require = (id: string): unknown => (id.startsWith('.') ? loadCompiled(join(folder, id)) : others(id))
  ;(script.runInThisContext() as Wrapped).call(module.exports, module.exports, require, module, path, folder, (id) => import(id))
  return module.exports
}

function cachedData(path: string): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(path) }
  } catch {
    return {}
  }
}

/** Code is of one source, for one version of V8, the processor's abilities, and the flags of the moment. */
function codePath(path: string, crc: string): string {
  return `${path}.${crc}.${cachedDataVersionTag().toString(16)}.code`
}

/** For the build: what has been compiled by the end, functions that were called among it, is kept beside the files. */
function writeAtExit(path: string, crc: string, script: Script): void {
  scripts.push([path, crc, script])
  if (isWriting) return
  isWriting = true
  process.once('exit', () => {
    for (const [of, sum, each] of scripts) writeFileSync(codePath(of, sum), each.createCachedData())
  })
}
