// Bundles the entry points: a process or a worker thread that loads three files starts in half the time of one that loads three hundred.
import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts', 'api/worker': 'src/api/worker.ts' },
  platform: 'node',
  // Packages are loaded as they were installed.
  external: /^(?!\.|\/|src\/|[a-z]:\\)/i,
  // The tables are long constants: one copy of each is enough.
  optimization: { inlineConst: false },
  output: {
    dir: 'dist',
    format: 'esm',
    // Shared modules lie beside the worker's, where `new URL('./worker.js', import.meta.url)` finds it from.
    chunkFileNames: 'api/[name].js',
  },
})
