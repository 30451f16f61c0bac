import type { ArraySpec } from '../../graph/spec.js'

/** What the TIFF tag PhotometricInterpretation says of the first samples. */
export const photometric = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3, mask: 4, cmyk: 5, ycbcr: 6 } as const

/** GDAL's names of colour interpretations; ours are the same in lower case, with `undefined` for what says nothing. */
const gdalNames = [
  ...['Undefined', 'Gray', 'Palette', 'Red', 'Green', 'Blue', 'Alpha', 'Hue', 'Saturation', 'Lightness'],
  ...['Cyan', 'Magenta', 'Yellow', 'Black', 'YCbCr_Y', 'YCbCr_Cb', 'YCbCr_Cr'],
]

/** GDAL's spelling of a colour interpretation, or null for a word that is none. */
export function gdalColorName(color: string): string | null {
  return gdalNames.find((name) => name.toLowerCase() === color.toLowerCase()) ?? null
}

/** What the bands of a file are by its photometric interpretation alone: `red`, `green`, `blue`, `gray`, `palette`, ... and `undefined` beyond those. */
export function colorsByPhotometric(interpretation: number, samples: number): string[] {
  const first = firstColors(interpretation, samples)
  return Array.from({ length: samples }, (_, sample) => first[sample] ?? 'undefined')
}

function firstColors(interpretation: number, samples: number): readonly string[] {
  if ((interpretation === photometric.rgb || interpretation === photometric.ycbcr) && samples >= 3) return ['red', 'green', 'blue']
  if (interpretation === photometric.cmyk && samples >= 4) return ['cyan', 'magenta', 'yellow', 'black']
  if (interpretation === photometric.palette) return ['palette']
  return interpretation === photometric.whiteIsZero || interpretation === photometric.blackIsZero ? ['gray'] : []
}

/**
 * The photometric interpretation under which an array is written: red, green and blue first is a picture; so are three bytes a pixel of which
 * nobody said what they are, unless they are classes. `hasTable` says that there are colours for its values.
 */
export function photometricOf({ bands, dtype, categorical }: ArraySpec, hasTable: boolean): number {
  if (hasTable) return photometric.palette
  const [red, green, blue] = bands.map(({ color }) => color)
  if (red === 'red' && green === 'green' && blue === 'blue') return photometric.rgb
  const unsaid = bands.every(({ color }) => color === undefined || color === 'gray')
  return unsaid && dtype === 'uint8' && bands.length === 3 && !categorical ? photometric.rgb : photometric.blackIsZero
}

/** What GDAL_METADATA has to say of each band's colour, in GDAL's spelling: null where the photometric interpretation says it already, or nobody did. */
export function colorItems(spec: ArraySpec, interpretation: number): (string | null)[] {
  const told = colorsByPhotometric(interpretation, spec.bands.length)
  const unsaid = spec.bands.every(({ color }) => color === undefined || color === 'gray')
  return spec.bands.map(({ color }, band) => {
    if (unsaid || color === undefined || color === told[band]) return null
    // A palette without its table is a plain band.
    return color === 'palette' && told[band] === 'gray' ? null : gdalColorName(color)
  })
}
