// Rechunks a Zarr store of layers in a process of its own, and prints what it held at most: node rechunk.mjs '{"source": …, "target": …, "rechunk": "stage", …}'
import { readFileSync } from 'node:fs'
import { open } from 'rasterloom'

const { source, target, chunks, rechunk, maxMemory, workers } = JSON.parse(process.argv[2])
const array = await open(source)
const started = process.cpuUsage()
const report = await array.toZarr(target, { chunks, rechunk, maxMemory, workers, overwrite: true })
const { user, system } = process.cpuUsage(started)
const peakBytes = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
const { promiseBytes, elapsedMs, tilesDecoded } = report
console.log(JSON.stringify({ peakBytes, promiseBytes, elapsedMs, tilesDecoded, cpuMs: (user + system) / 1000 }))
