import { readFileSync } from 'node:fs'
import { open } from 'rasterloom'

const [, , src, rechunk, maxMemory, workers, out] = process.argv
const a = await open(src)
const o = { chunks: { time: 200, y: 32, x: 32 }, maxMemory, workers: +workers, rechunk, overwrite: true }
const plan = await a.plan({ ...o, to: out })
console.log(
  plan
    .toString()
    .split('\n')
    .filter((l) => /rechunk|Plan|tiles|scratch|^\d+ +output/.test(l))
    .join('\n'),
)
const c0 = process.cpuUsage(),
  t0 = performance.now()
const r = await a.toZarr(out, o)
const c = process.cpuUsage(c0)
console.log({
  rechunk,
  wall: (performance.now() - t0) / 1000,
  cpu: (c.user + c.system) / 1e6,
  decoded: r.tilesDecoded,
  predicted: r.predicted,
  chunks: r.chunks,
  peak: +/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024,
  promise: r.promiseBytes / 2 ** 20,
  written: r.bytesWritten / 2 ** 20,
})
console.log(r.parts.map((p) => `${p.name} ${p.ms.toFixed(0)}`).join(', '))
