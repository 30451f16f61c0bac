import { fileURLToPath } from 'node:url'
import { loadCompiled } from './compiled.js'

loadCompiled(fileURLToPath(new URL('./thread.js', import.meta.url)))
