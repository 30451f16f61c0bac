import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { InternalError, OutputError } from '../base/errors.js'
import type { Codec } from './codec.js'

/** A library that makes a picture file of red, green, blue and alpha bytes. */
export interface PictureEngine {
  encode(rgba: Uint8ClampedArray, width: number, height: number, options: object): Uint8Array | null
}

type EngineFactory = (options: object) => Promise<PictureEngine>

/** Makes an instance of a library out of its JavaScript and its WebAssembly, which lies in the same package. It prints nothing. */
export async function pictureEngine(factory: unknown, wasm: string): Promise<PictureEngine> {
  const module = await WebAssembly.compile(readFileSync(createRequire(import.meta.url).resolve(wasm)))
  const quiet = (): void => {}
  return (factory as EngineFactory)({
    noInitialRun: true,
    print: quiet,
    printErr: quiet,
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object => {
      const instance = new WebAssembly.Instance(module, imports)
      done(instance)
      return instance.exports
    },
  })
}

/** What a codec of pictures is made for: tiles of `side` x `side` pixels of `samples` bytes, pixel by pixel. */
export interface PictureShape {
  readonly side: number
  readonly samples: number
}

/**
 * A codec that only encodes: tiles of 1 (gray), 3 or 4 bytes a pixel, each through one call of the library. What it writes holds nearly the
 * pixels, so that nothing reads it back here. The level is the quality, 1 to 100.
 */
export function pictureCodec(
  name: string,
  engine: PictureEngine,
  { side, samples }: PictureShape,
  libraryBytes: number,
  options: (quality: number) => object,
): Codec {
  const pixels = side * side
  const rgba = new Uint8ClampedArray(pixels * 4)
  return {
    name,
    libraryBytes: libraryBytes + rgba.length,
    decodeScratchBytes: () => 0,
    encodeScratchBytes: () => 0,
    // Noise at the highest quality takes less than twice its bytes; a stream that takes more is refused below.
    encodedBound: (decodedBytes) => 3 * decodedBytes + 65536,
    decode: () => {
      throw new InternalError(`${name} tiles are not read back`)
    },
    encode(decoded, out, quality) {
      spread(decoded, samples, rgba)
      const bytes = engine.encode(rgba, side, side, options(quality))
      if (bytes === null || bytes.length > out.length) {
        throw new OutputError(`the ${name} encoder failed on a tile of ${side} x ${side} px: use another compress`)
      }
      out.set(bytes)
      return bytes.length
    },
  }
}

function spread(from: Uint8Array, samples: number, rgba: Uint8ClampedArray): void {
  if (samples === 4) {
    rgba.set(from)
    return
  }
  const [green, blue] = samples === 1 ? [0, 0] : [1, 2]
  for (let at = 0, to = 0; to < rgba.length; at += samples, to += 4) {
    rgba[to] = from[at] as number
    rgba[to + 1] = from[at + green] as number
    rgba[to + 2] = from[at + blue] as number
    rgba[to + 3] = 255
  }
}
