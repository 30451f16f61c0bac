// Computes an array into memory in a process of its own, and prints what it held at most: node compute.mjs '{"path": …, "resolution": …}'
import { readFileSync } from 'node:fs'
import { DataArray, open } from 'rasterloom'

const { path, side, resolution, factor, maxMemory, workers } = JSON.parse(process.argv[2])
const run = { maxMemory, workers }
const peakBytes = () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024

/** Pixels in memory, made without garbage. */
function made() {
  const values = new Uint16Array(side * side)
  for (let at = 0; at < values.length; at++) values[at] = (at * 7) % 5000
  return DataArray.fromArray(values, { dims: ['y', 'x'], shape: [side, side] })
}

const source = path === undefined ? made() : await open(path, { band: 1 })
const array = path === undefined ? source.add(1).mul(factor) : source.reproject('EPSG:3857', { resolution, resampling: 'bilinear' })
try {
  const plan = await array.plan(run)
  const memory = plan.toJSON().memory
  const { values, valid } = await array.compute(run)
  const valids = valid === null ? values.length : valid.reduce((sum, byte) => sum + byte, 0)
  console.log(JSON.stringify({ ...memory, peakBytes: peakBytes(), count: values.length, valids }))
} catch (error) {
  console.log(JSON.stringify({ code: error.code, message: error.message, least: error.fields?.neededBytes }))
}
