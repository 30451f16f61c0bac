// Runs the built program as users do, so that V8 compiles what they call, and keeps the code beside the program: with threads and without, with
// much memory and with little, since V8 tells their flags apart.
// Run by `npm run build`. What is written is used by the same version of Node on the same kind of processor; others compile for themselves.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const scene = fileURLToPath(new URL('../../fixtures/scene/B08.tif', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'rasterloom-code-'))

try {
  for (const [workers, budget] of [
    ['0', '512MB'],
    ['2', '512MB'],
    ['0', '200MB'],
    ['2', '200MB'],
  ]) {
    for (const args of [
      ['convert', scene, 'a.tif', '--crs', 'EPSG:3857', '--resampling', 'bilinear', '--overviews', 'none'],
      ['convert', scene, 'b.tif', '--resolution', '20', '--resampling', 'average'],
      ['convert', scene, 'c.zarr'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [program, ...args, '--workers', workers, '--max-memory', budget, '--quiet'], {
        cwd: folder,
        env: { ...process.env, RASTERLOOM_CACHE_CODE: '1' },
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`rasterloom ${args.join(' ')} failed (${status}): ${stderr}`)
      rmSync(join(folder, args[2]), { recursive: true })
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
