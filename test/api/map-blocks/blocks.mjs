/** Mean of the valid pixels of a square window; fills block.out. */
export function smooth(block) {
  const { data, valid, shape, halo, out, params } = block
  const rank = shape.length
  const [h, w] = [shape[rank - 2], shape[rank - 1]]
  const [oh, ow] = [out.shape[rank - 2], out.shape[rank - 1]]
  const [hy, hx] = [halo[rank - 2], halo[rank - 1]]
  const planes = out.data.length / (oh * ow)
  for (let p = 0; p < planes; p++)
    for (let y = 0; y < oh; y++)
      for (let x = 0; x < ow; x++) {
        let sum = 0
        let count = 0
        for (let dy = 0; dy <= 2 * hy; dy++)
          for (let dx = 0; dx <= 2 * hx; dx++) {
            const at = p * h * w + (y + dy) * w + x + dx
            if (!valid[at]) continue
            sum += data[at]
            count++
          }
        const at = p * oh * ow + y * ow + x
        out.data[at] = count === 0 ? 0 : (sum / count) * params.factor
        out.valid[at] = count === 0 ? 0 : 1
      }
  return out
}

/** Twice the value, as a new array. */
export const twice = ({ data }) => Float32Array.from(data, (value) => value * 2)

/** The x label of each pixel, in degrees of the array's own x. */
export default function eastings({ coords, out, dims }) {
  const width = out.shape[dims.indexOf('x')]
  return { data: Float64Array.from({ length: out.data.length }, (_, at) => coords.x[at % width]), valid: null }
}

export const notAFunction = 3

export function fails({ start }) {
  throw new TypeError(`no luck at ${start}`)
}

export const short = () => new Float32Array(3)
export const wrongKind = ({ data }) => new Float64Array(data.length)
export const nothing = () => undefined
export const later = async ({ data }) => data
export const badMask = ({ data }) => ({ data: new Float32Array(data), valid: [1, 0] })
