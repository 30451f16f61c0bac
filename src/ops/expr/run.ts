import type { Block, OutBlock } from '../../array/block.js'
import { forRuns, laidUnder } from '../../array/runs.js'
import { shapeOf } from '../../array/window.js'
import { unionDims } from '../../graph/broadcast.js'
import type { InputBlocks, Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { type TileLoader, tileBytes, tileLength, tileLoader } from '../../kernels/elementwise.js'
import { type Lane, type LaneStep, laneStep, laneStore, type RunStep, registerBytes } from '../../kernels/expression.js'
import { type Compiled, listBytes } from './compile.js'

/** Bytes of scratch that a run takes. */
export function scratchOf(compiled: Compiled): number {
  return compiled.loads.length * (tileBytes + 16) + compiled.registers * (registerBytes + 16) + listBytes(compiled) + 64
}

/** An input that is loaded strip by strip: where it lies among the blocks that are there, and how. */
interface Load {
  readonly register: number
  readonly block: number
  readonly load: TileLoader
}

/** Computes a window in strips that stay in the first-level cache. Inputs that are absent are invalid everywhere. */
export function runCompiled(out: OutBlock, inputs: InputBlocks, specs: readonly ArraySpec[], compiled: Compiled, kit: Kit): void {
  const there = specs.flatMap((spec, input) => {
    const block = inputs.get(input)
    return block === undefined ? [] : [{ spec, block, input }]
  })
  const dims = unionDims(specs)
  const laid = there.map(({ spec, block }) => laidUnder(out.window, dims, block.window, spec.dims))
  const pointers: number[] = []
  for (let register = 0; register < compiled.registers; register++) pointers.push(kit.scratch(registerBytes))
  const loads = loadsOf(there, compiled, pointers, kit)
  for (const { value, lane, register } of compiled.constants) fill(kit, lane, pointers[register] as number, value)
  const steps = compiled.steps.map((step) => boundStep(kit, step, pointers))
  const store = laneStore(kit, compiled.dtype, compiled.lane)
  const width = out.data.BYTES_PER_ELEMENT
  let invalid = false
  forRuns(shapeOf(out.window), laid, (to, length, offsets, strides) => {
    for (let at = 0; at < length; at += tileLength) {
      const count = Math.min(tileLength, length - at)
      for (const { register, block, load } of loads) {
        const stride = strides[block] as number
        pointers[register] = load((offsets[block] as number) + at * stride, stride, count)
      }
      for (const step of steps) step(count)
      const [target, mask] = [out.data.byteOffset + (to + at) * width, out.mask.byteOffset + to + at]
      invalid = store(pointers[compiled.result] as number, target, mask, count) || invalid
    }
  })
  if (!invalid) out.valid = null
  else if (compiled.dtype === 'float32' || compiled.dtype === 'float64') out.valid = { nodata: Number.NaN }
}

function loadsOf(
  there: readonly { readonly block: Block; readonly input: number }[],
  { loads }: Compiled,
  pointers: readonly number[],
  kit: Kit,
): Load[] {
  return loads.flatMap(({ input, lane, register }) => {
    const block = there.findIndex((each) => each.input === input)
    if (block >= 0) {
      const tile = kit.scratch(tileBytes)
      return [
        { register, block, load: tileLoader(kit, lane === 'f32' ? 'float32' : 'float64', (there[block] as { block: Block }).block, tile) },
      ]
    }
    fill(kit, lane, pointers[register] as number, Number.NaN)
    return []
  })
}

function fill({ memory: { buffer } }: Kit, lane: Lane, pointer: number, value: number): void {
  if (lane === 'f32') new Float32Array(buffer, pointer, tileLength).fill(value)
  else new Float64Array(buffer, pointer, tileLength).fill(value)
}

function boundStep(kit: Kit, step: LaneStep, pointers: readonly number[]): RunStep {
  if (step.kernel !== 'isIn' || step.extra.length === 0) return laneStep(kit, step, pointers, 0)
  const Storage = step.lane === 'f32' ? Float32Array : Float64Array
  const list = kit.scratch(step.extra.length * 8)
  new Storage(kit.memory.buffer, list, step.extra.length).set(step.extra)
  return laneStep(kit, step, pointers, list)
}
