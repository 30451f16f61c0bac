import type { PixelCodec, PixelShape } from './pixel-codec.js'

/** Names of the codecs of pixels. */
export type PixelCodecName = 'JPEG' | 'LERC' | 'LZMA' | 'WebP'

const loaders: Readonly<Record<PixelCodecName, (shape: PixelShape) => Promise<PixelCodec>>> = {
  JPEG: async (shape) => (await import('./jpeg.js')).jpegCodec(shape),
  LERC: async (shape) => (await import('./lerc.js')).loadLerc(shape),
  LZMA: async () => (await import('./lzma.js')).lzmaCodec,
  WebP: async (shape) => (await import('./webp.js')).loadWebp(shape),
}

/** Loads a codec for segments of a shape; once loaded it works synchronously. */
export function loadPixelCodec(name: PixelCodecName, shape: PixelShape): Promise<PixelCodec> {
  return loaders[name](shape)
}

/** Whether a name is that of a codec of pixels. */
export function isPixelCodec(name: string): name is PixelCodecName {
  return Object.hasOwn(loaders, name)
}
