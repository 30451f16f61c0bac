import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { SourceError } from '../base/errors.js'
import { undecodable } from './fail.js'
import type { PixelCodec, PixelShape } from './pixel-codec.js'

/** What of the decoder's module is used. */
interface WebpEngine {
  decode?(data: Uint8Array): { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number } | null
}

type EngineOptions = WebpEngine & {
  readonly noInitialRun: true
  readonly printErr: () => void
  readonly instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => object
}

type EngineFactory = (options: EngineOptions) => Promise<unknown>

// Measured: the module and its heap at rest; then for each pixel its four bytes twice, and what lossless streams are decoded with.
const moduleBytes = 8 * 1024 * 1024
const pixelBytes = 16

/** The one instance of a thread. */
interface Engines {
  current: WebpEngine
  /** Makes a new one, synchronously. */
  readonly make: () => WebpEngine
}

let loading: Promise<Engines> | undefined

/** Compiles the decoder once a thread. */
function loadEngines(): Promise<Engines> {
  loading ??= (async () => {
    const resolve = createRequire(import.meta.url).resolve
    const module = await WebAssembly.compile(readFileSync(resolve('@jsquash/webp/codec/dec/webp_dec.wasm')))
    const factory = (await import('@jsquash/webp/codec/dec/webp_dec.js')).default as unknown as EngineFactory
    const make = () => {
      const engine: EngineOptions = {
        noInitialRun: true,
        printErr: () => {},
        instantiateWasm(imports, done) {
          const instance = new WebAssembly.Instance(module, imports)
          done(instance)
          return instance.exports
        },
      }
      // Its promise tells nothing that the exports do not.
      factory(engine).catch(() => {})
      return engine
    }
    return { current: make(), make }
  })()
  return loading
}

/** WebP, lossy and lossless, of three or four samples; the alpha of a stream that has none is opaque. */
export async function loadWebp({ width, rows: most, samples, dtype }: PixelShape): Promise<PixelCodec> {
  if (dtype !== 'uint8' || samples < 3 || samples > 4) {
    throw new SourceError(`WebP holds 3 or 4 samples of 8 bits, not ${samples} of ${dtype}`, { codec: 'WebP' })
  }
  const engines = await loadEngines()
  return {
    name: 'WebP',
    libraryBytes: moduleBytes + pixelBytes * width * most,
    scratchBytes: 0,
    isFinished: true,
    decode(encoded, out, rows) {
      const size = readSize(encoded)
      if (size === null) throw undecodable('WebP', encoded.length < 30 ? -1 : -4, encoded.length, out.length)
      if (size.width !== width || size.height < rows || size.height > most) {
        const reason = `the WebP stream is ${size.width} x ${size.height} pixels where ${width} x ${rows} are expected`
        throw new SourceError(reason, { codec: 'WebP', encodedBytes: encoded.length })
      }
      let pixels: Uint8ClampedArray | undefined
      try {
        pixels = engines.current.decode?.(encoded)?.data
      } catch (cause) {
        // An instance that has failed may have lost memory.
        engines.current = engines.make()
        throw undecodable('WebP', -2, encoded.length, out.length, cause)
      }
      if (pixels?.length !== size.width * size.height * 4) throw undecodable('WebP', -2, encoded.length, out.length)
      return copyPixels(pixels, out, width * rows, samples)
    },
  }
}

function copyPixels(pixels: Uint8ClampedArray, out: Uint8Array, count: number, samples: number): number {
  if (samples === 4) out.set(pixels.subarray(0, 4 * count))
  else {
    for (let from = 0, to = 0; to < 3 * count; from += 4, to += 3) {
      out[to] = pixels[from] as number
      out[to + 1] = pixels[from + 1] as number
      out[to + 2] = pixels[from + 2] as number
    }
  }
  return count * samples
}

/** Width and height by the first chunk (WebP container, RFC 9649 section 2.5 to 2.7); null for what is no still image. */
function readSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes.length < 30) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (text(0) !== 'RIFF' || text(8) !== 'WEBP') return null
  const kind = text(12)
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  const isStill = kind === 'VP8X' && ((bytes[20] as number) & 2) === 0
  return isStill ? { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 } : null
}
