import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Module, parseModule } from './module.js'

const src = new URL('../../src/', import.meta.url)

/** Every TypeScript file under `src/`, parsed; generated ones are left out. */
export function readSource(): Module[] {
  return readdirSync(fileURLToPath(src), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
    .sort()
    .map((path) => parseModule(path, readFileSync(new URL(path, src), 'utf8')))
}
