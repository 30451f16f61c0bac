import { gauss, hash } from '../fixtures/make/random.js'

/** Smooth noise one row at a time: a uniform cubic B-spline over random coefficients. */
export class SplineNoise {
  readonly #wavelength: number
  readonly #seed: number
  readonly #columns: Float64Array
  readonly #cell: Int32Array
  readonly #weights: Float64Array

  constructor(wavelength: number, width: number, seed: number) {
    this.#wavelength = wavelength
    this.#seed = seed
    this.#columns = new Float64Array(Math.ceil(width / wavelength) + 4)
    this.#cell = Int32Array.from({ length: width }, (_, x) => Math.floor(x / wavelength))
    this.#weights = new Float64Array(width * 4)
    for (let x = 0; x < width; x++) this.#weights.set(splineWeights(x / wavelength - this.#cell[x]!), x * 4)
  }

  /** Adds this noise times `strength` to row `y`. */
  addRow(row: Float64Array, y: number, strength: number): void {
    const cell = Math.floor(y / this.#wavelength)
    const down = splineWeights(y / this.#wavelength - cell)
    const columns = this.#columns
    for (let c = 0; c < columns.length; c++) {
      let sum = 0
      for (let k = 0; k < 4; k++) sum += down[k]! * gauss(c, cell + k, this.#seed)
      columns[c] = sum * strength
    }
    const weights = this.#weights
    for (let x = 0; x < row.length; x++) {
      const c = this.#cell[x]!
      const w = x * 4
      const left = weights[w]! * columns[c]! + weights[w + 1]! * columns[c + 1]!
      row[x] = row[x]! + left + weights[w + 2]! * columns[c + 2]! + weights[w + 3]! * columns[c + 3]!
    }
  }
}

function splineWeights(t: number): [number, number, number, number] {
  const s = 1 - t
  return [(s * s * s) / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6, (t * t * t) / 6]
}

/** White noise of a row, about normal with deviation 1, the same for the first pixels of a row however wide the scene is. */
export function whiteRow(out: Float64Array, y: number, seed: number): void {
  let state = (hash(y, 1, seed) * 4294967295) | 1
  for (let x = 0; x < out.length; x++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    out[x] = ((state & 0xffff) + (state >>> 16) - 65535) / 26755
  }
}

/** Rows of noise averaged over 3 by 3 pixels; rows must be asked for in order. */
export class Texture {
  readonly #rows: Float64Array[]
  readonly #width: number
  readonly #seed: number

  constructor(width: number, seed: number) {
    this.#width = width
    this.#seed = seed
    this.#rows = [this.#smoothRow(-1), this.#smoothRow(0)]
  }

  #smoothRow(y: number): Float64Array {
    const white = new Float64Array(this.#width)
    whiteRow(white, y, this.#seed)
    return white.map((value, x) => (value + (white[x - 1] ?? value) + (white[x + 1] ?? value)) / 3)
  }

  /** Adds row `y` times `strength`. */
  addRow(row: Float64Array, y: number, strength: number): void {
    this.#rows.push(this.#smoothRow(y + 1))
    const [above, here, below] = this.#rows as [Float64Array, Float64Array, Float64Array]
    for (let x = 0; x < row.length; x++) row[x] = row[x]! + (strength / 3) * (above[x]! + here[x]! + below[x]!)
    this.#rows.shift()
  }
}
