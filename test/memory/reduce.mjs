// Reduces layers along time in a process of its own, and prints what it held at most: node reduce.mjs '{"paths": […], "statistic": "median", …}'
import { readFileSync } from 'node:fs'
import { concat, open } from 'rasterloom'

const { paths, statistic, dim, target, maxMemory, workers } = JSON.parse(process.argv[2])
const run = { maxMemory, workers }
const layers = []
for (const path of paths) layers.push(await open(path, { band: 1 }))
const array = concat(layers, { dim: 'time', labels: paths.map((_, at) => at) })
const started = process.cpuUsage()
const report = await array[statistic]({ dim }).toZarr(target, { ...run, overwrite: true })
const { user, system } = process.cpuUsage(started)
const peakBytes = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
console.log(JSON.stringify({ peakBytes, promiseBytes: report.promiseBytes, cpuMs: (user + system) / 1000 }))
