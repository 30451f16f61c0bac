/** One flag of a quality band: set where the bits under `mask` are one of `values`. A mask of null is a band of classes. */
export interface Flag {
  readonly mask: number | null
  readonly values: readonly number[]
}

const bit = (at: number): Flag => ({ mask: 1 << at, values: [1 << at] })
const level = (at: number, bits: number, ...values: readonly number[]): Flag => ({
  mask: ((1 << bits) - 1) << at,
  values: values.map((value) => value << at),
})
const classes = (...values: readonly number[]): Flag => ({ mask: null, values })

/** Quality bands by product: what their flags are called, and how they are stored. */
export const flagTables = {
  /** Landsat Collection 2, QA_PIXEL (USGS LSDS-1619). */
  'landsat-qa-pixel': {
    fill: bit(0),
    dilatedCloud: bit(1),
    cirrus: bit(2),
    cloud: bit(3),
    shadow: bit(4),
    snow: bit(5),
    clear: bit(6),
    water: bit(7),
    cloudLow: level(8, 2, 1),
    cloudMedium: level(8, 2, 2),
    cloudHigh: level(8, 2, 3),
    shadowLow: level(10, 2, 1),
    shadowHigh: level(10, 2, 3),
    snowLow: level(12, 2, 1),
    snowHigh: level(12, 2, 3),
    cirrusLow: level(14, 2, 1),
    cirrusHigh: level(14, 2, 3),
  },
  /** Fmask as classes (Zhu and Woodcock 2012). */
  fmask: { clear: classes(0, 1), land: classes(0), water: classes(1), shadow: classes(2), snow: classes(3), cloud: classes(4), fill: classes(255) },
  /** HLS 2.0, Fmask as bits (HLS user guide, table 9). */
  'hls-fmask': {
    cirrus: bit(0),
    cloud: bit(1),
    adjacent: bit(2),
    shadow: bit(3),
    snow: bit(4),
    water: bit(5),
    aerosolClimatology: level(6, 2, 0),
    aerosolLow: level(6, 2, 1),
    aerosolModerate: level(6, 2, 2),
    aerosolHigh: level(6, 2, 3),
  },
  /** Sentinel-2 level 2A, scene classification. */
  'sentinel-2-scl': {
    fill: classes(0),
    saturated: classes(1),
    dark: classes(2),
    shadow: classes(3),
    vegetation: classes(4),
    soil: classes(5),
    water: classes(6),
    unclassified: classes(7),
    cloudMedium: classes(8),
    cloudHigh: classes(9),
    cloud: classes(8, 9),
    cirrus: classes(10),
    snow: classes(11),
    clear: classes(4, 5, 6),
  },
  /** MODIS surface reflectance, state_1km (MOD09 user guide, table 13). */
  'modis-state': {
    clear: level(0, 2, 0, 3),
    cloud: level(0, 2, 1),
    mixed: level(0, 2, 2),
    shadow: bit(2),
    land: level(3, 3, 1),
    water: level(3, 3, 0, 3, 5, 6, 7),
    aerosolLow: level(6, 2, 1),
    aerosolAverage: level(6, 2, 2),
    aerosolHigh: level(6, 2, 3),
    cirrus: level(8, 2, 1, 2, 3),
    internalCloud: bit(10),
    fire: bit(11),
    snow: bit(12),
    adjacent: bit(13),
    internalSnow: bit(15),
  },
  /** MODIS vegetation indices, VI Quality (MOD13 user guide, table 5). */
  'modis-vi-quality': {
    good: level(0, 2, 0),
    doubtful: level(0, 2, 1),
    cloud: level(0, 2, 2),
    missing: level(0, 2, 3),
    aerosolHigh: level(6, 2, 3),
    adjacent: bit(8),
    mixed: bit(10),
    snow: bit(14),
    shadow: bit(15),
  },
  /** MODIS vegetation indices, pixel reliability. */
  'modis-reliability': { good: classes(0), marginal: classes(1), snow: classes(2), cloud: classes(3) },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Flag>>>>
