import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Longest that `--version` may take in ms; bare Node needs 40 to 60 of them on a machine with nothing else to do. */
const versionMs = 150
/** On a busy machine: how many times what bare Node takes in the same moment. */
const busyFactor = 1.7

/** What a new Node process in the package's folder prints. */
function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

const names = 'Object.keys(r).sort().join()'

test('there is a build to test', () => {
  expect(existsSync(new URL('../dist/index.js', import.meta.url)), 'run npm run build first').toBe(true)
})

describe('the package as published', () => {
  const [pack] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' })) as [
    { files: { path: string; size: number }[]; size: number },
  ]
  const paths = pack.files.map(({ path }) => path)

  test.each(['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js', 'dist/api/worker.js'])(
    'holds %s',
    (path) => {
      expect(paths).toContain(path)
    },
  )

  test('holds nothing that users have no use for', () => {
    expect(paths.filter((path) => !/^(dist|docs)\/|^(package\.json|README\.md|LICENSE)$/.test(path))).toEqual([])
    expect(paths.filter((path) => /\.test\.|^docs\/api\/|\.py$|\.ipynb$/.test(path))).toEqual([])
  })

  test('is small', () => {
    expect(pack.size).toBeLessThan(3_000_000)
  })
})

describe('the package as typed', () => {
  test('names no package that users may not have', () => {
    const [seen, foreign] = [new Set<string>(), new Set<string>()]
    const pending = [join(root, 'dist/index.d.ts')]
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g))
        if (name.startsWith('.')) pending.push(join(dirname(path), name.replace(/\.js$/, '.d.ts')))
        else foreign.add(name)
    }
    expect(seen.size).toBeGreaterThan(50)
    // Its types are a dependency.
    expect([...foreign]).toEqual(['ndarray'])
  })

  const program = `
import { concat, loadZarrita, open, slice, type DataArray } from 'rasterloom'

export async function first(uri: string): Promise<DataArray<'y' | 'x'>> {
  const array = await open(uri, { band: 1 })
  const stack = concat([array, array], { dim: 'time' })
  console.log(stack.shape, (await loadZarrita()).open)
  return array.isel({ y: slice(0, 256) })
}
`
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

  // Libraries whose types leak into ours would have to compile too.
  test.each([
    ['with the types of Node alone', ['es2022'], 'nodenext'],
    ['with the types of the DOM besides, for a bundler', ['es2022', 'dom'], 'bundler'],
  ])(
    'compiles strictly without skipLibCheck, %s',
    (_, lib, moduleResolution) => {
      const folder = mkdtempSync(join(tmpdir(), 'rasterloom-types-'))
      const nodeTypes = dirname(createRequire(import.meta.url).resolve('@types/node/package.json'))
      const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext'
      const compilerOptions = { strict: true, noEmit: true, target: 'es2022', lib, module, moduleResolution }
      mkdirSync(join(folder, 'node_modules'))
      symlinkSync(root, join(folder, 'node_modules', 'rasterloom'), 'dir')
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
      writeFileSync(join(folder, 'main.ts'), program)
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['node'], typeRoots: [dirname(nodeTypes)] }, files: ['main.ts'] }),
      )
      try {
        expect(spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout).toBe('')
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    60_000,
  )
})

describe('the package as loaded', () => {
  test('gives the same names to import and to require, which a top-level await would forbid', () => {
    const imported = node('--input-type=module', '-e', `const r = await import('rasterloom'); console.log(${names})`)
    const required = node('-e', `const r = require('rasterloom'); console.log(${names})`)
    expect(imported.split(',')).toEqual(
      expect.arrayContaining(['Affine', 'CRS', 'DataArray', 'Dataset', 'GeoBox', 'concat', 'open', 'slice']),
    )
    expect(required.split(',').filter((name) => name !== '__esModule')).toEqual(imported.split(','))
  })

  test('knows its own package.json', () => {
    expect(node('-p', "require('rasterloom/package.json').name")).toBe('rasterloom')
  })

  test('loads no format, projection or array library before it is needed', () => {
    // Modules are seen by a load hook, those of require in its cache.
    const hook = `import { writeSync } from 'node:fs'; export async function load(url, context, next) { writeSync(1, url + '\\n'); return next(url, context) }`
    const script = `
      import { createRequire, register } from 'node:module'
      register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)})
      await import('rasterloom')
      console.log(Object.keys(createRequire('file:///any.js').cache).join('\\n'))`
    const loaded = node('--input-type=module', '-e', script)
    expect(loaded).toContain('/dist/index.js')
    for (const library of ['geotiff', 'zarrita', 'ndarray', 'numcodecs', 'zstd-wasm', 'proj4']) {
      expect(loaded).not.toContain(`/node_modules/${library}/`)
      expect(loaded).not.toContain(`/${library}/dist`)
    }
  })
})

describe('the command', () => {
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

  test('is executable JavaScript', () => {
    const { status, stdout } = spawnSync(process.execPath, [main, '--help'], { encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout).toContain('convert')
  })

  test('answers --version at once', () => {
    const best = { version: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY }
    const inTime = (): boolean => best.version <= Math.max(versionMs, busyFactor * best.bare)
    for (let run = 0; run < 5 || (run < 15 && !inTime()); run++) {
      best.bare = Math.min(best.bare, elapsed('-e', '0'))
      best.version = Math.min(best.version, elapsed(main, '--version'))
    }
    expect(inTime(), `${best.version.toFixed()} ms, bare Node ${best.bare.toFixed()} ms`).toBe(true)
    expect(node(main, '--version')).toMatch(/^\d+\.\d+\.\d+$/)
  })
})

/** Wall time of a Node process, in ms. */
function elapsed(...args: string[]): number {
  const start = performance.now()
  node(...args)
  return performance.now() - start
}
