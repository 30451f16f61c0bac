/** Numbers of the GeoKeys that are read and written here (GeoTIFF 1.1, annex G). */
export const geoKey = {
  modelType: 1024,
  rasterType: 1025,
  citation: 1026,
  geographicCode: 2048,
  geographicCitation: 2049,
  datumCode: 2050,
  angularUnit: 2054,
  angularUnitSize: 2055,
  ellipsoidCode: 2056,
  semiMajor: 2057,
  semiMinor: 2058,
  inverseFlattening: 2059,
  primeMeridian: 2061,
  toWgs84: 2062,
  projectedCode: 3072,
  projectedCitation: 3073,
  conversionCode: 3074,
  method: 3075,
  linearUnit: 3076,
  linearUnitSize: 3077,
  verticalCode: 4096,
  verticalCitation: 4097,
  verticalDatum: 4098,
  verticalUnit: 4099,
} as const

/** The value that says "not a code: see the parameters". */
export const userDefined = 32767

/** GeoTIFF's projection methods by number, by the name that WKT has for them. */
export const geoKeyMethods: ReadonlyMap<number, string> = new Map([
  [1, 'Transverse Mercator'],
  [3, 'Hotine Oblique Mercator'],
  [7, 'Mercator'],
  [8, 'Lambert Conformal Conic 2SP'],
  [9, 'Lambert Conformal Conic 1SP'],
  [10, 'Lambert Azimuthal Equal Area'],
  [11, 'Albers Equal Area'],
  [12, 'Azimuthal Equidistant'],
  [13, 'Equidistant Conic'],
  [14, 'Stereographic'],
  [15, 'Polar Stereographic'],
  [16, 'Oblique Stereographic'],
  [17, 'Equirectangular'],
  [18, 'Cassini Soldner'],
  [19, 'Gnomonic'],
  [20, 'Miller Cylindrical'],
  [22, 'Polyconic'],
  [23, 'Robinson'],
  [24, 'Sinusoidal'],
  [25, 'Van der Grinten'],
  [26, 'New Zealand Map Grid'],
  [27, 'Transverse Mercator South Orientated'],
  [28, 'Cylindrical Equal Area'],
  // Not in the specification's list: EPSG's code of the method, as GDAL writes it.
  [9815, 'Hotine Oblique Mercator Azimuth Center'],
])

/** Keys of projection parameters and PROJ's name for each; writers choose among several keys for one parameter. */
export const geoKeyParameters: ReadonlyMap<number, string> = new Map([
  [3078, 'lat_1'],
  [3079, 'lat_2'],
  [3080, 'lon_0'],
  [3081, 'lat_0'],
  [3082, 'x_0'],
  [3083, 'y_0'],
  [3084, 'lon_0'],
  [3085, 'lat_0'],
  [3086, 'x_0'],
  [3087, 'y_0'],
  [3088, 'lon_0'],
  [3089, 'lat_0'],
  [3090, 'x_0'],
  [3091, 'y_0'],
  [3092, 'k'],
  [3093, 'k'],
  [3094, 'alpha'],
  [3095, 'lon_0'],
  [3096, 'gamma'],
])

/**
 * How PROJ's projections are written: the method's number, then which key takes which parameter. `0` and `1` are that number,
 * `lat_ts|lat_0` the first that is given, else 0.
 */
export const geoKeyWriters: Readonly<Record<string, readonly [method: number, keys: Readonly<Record<number, string>>]>> = {
  tmerc: [1, { 3080: 'lon_0', 3081: 'lat_0', 3082: 'x_0', 3083: 'y_0', 3092: 'k|k_0|1' }],
  lcc: [8, { 3078: 'lat_1', 3079: 'lat_2|lat_1', 3084: 'lon_0', 3085: 'lat_0', 3086: 'x_0', 3087: 'y_0' }],
  lcc1: [9, { 3080: 'lon_0', 3081: 'lat_1', 3082: 'x_0', 3083: 'y_0', 3092: 'k|k_0|1' }],
  aea: [11, { 3078: 'lat_1', 3079: 'lat_2', 3080: 'lon_0', 3081: 'lat_0', 3082: 'x_0', 3083: 'y_0' }],
  laea: [10, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0', 3089: 'lat_0' }],
  merc: [7, { 3080: 'lon_0', 3081: '0', 3082: 'x_0', 3083: 'y_0', 3092: 'k|k_0|1' }],
  merc2: [7, { 3078: 'lat_ts', 3080: 'lon_0', 3081: '0', 3082: 'x_0', 3083: 'y_0' }],
  stere: [15, { 3081: 'lat_ts|lat_0', 3082: 'x_0', 3083: 'y_0', 3092: 'k|k_0|1', 3095: 'lon_0' }],
  sterea: [16, { 3080: 'lon_0', 3081: 'lat_0', 3082: 'x_0', 3083: 'y_0', 3092: 'k|k_0|1' }],
  sinu: [24, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0' }],
  cea: [28, { 3078: 'lat_ts', 3080: 'lon_0', 3082: 'x_0', 3083: 'y_0' }],
  aeqd: [12, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0', 3089: 'lat_0' }],
  eqdc: [13, { 3078: 'lat_1', 3079: 'lat_2', 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0', 3089: 'lat_0' }],
  oblique: [14, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0', 3089: 'lat_0', 3092: 'k|k_0|1' }],
  eqc: [17, { 3078: 'lat_ts', 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0', 3089: 'lat_0' }],
  cass: [18, { 3080: 'lon_0', 3081: 'lat_0', 3082: 'x_0', 3083: 'y_0' }],
  gnom: [19, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0', 3089: 'lat_0' }],
  mill: [20, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0', 3089: '0' }],
  poly: [22, { 3080: 'lon_0', 3081: 'lat_0', 3082: 'x_0', 3083: 'y_0', 3092: '1' }],
  robin: [23, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0' }],
  somerc: [9815, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0', 3089: 'lat_0', 3093: 'k_0|k|1', 3094: '90', 3096: '90' }],
  omerc: [9815, { 3082: 'x_0', 3083: 'y_0', 3088: 'lonc', 3089: 'lat_0', 3093: 'k_0|k|1', 3094: 'alpha', 3096: 'gamma|alpha' }],
  omercA: [3, { 3082: 'x_0', 3083: 'y_0', 3088: 'lonc', 3089: 'lat_0', 3093: 'k_0|k|1', 3094: 'alpha', 3096: 'gamma|alpha' }],
  vandg: [25, { 3082: 'x_0', 3083: 'y_0', 3088: 'lon_0' }],
}

/** Codes of linear units in metres. */
export const linearUnitCodes: ReadonlyMap<number, number> = new Map([
  [9001, 1],
  [9002, 0.3048],
  [9003, 1200 / 3937],
  [9036, 1000],
  [9005, 0.3047972654],
  [9037, 0.9143917962],
  [9041, 0.3047994715386762],
  [9040, 0.9143984146160287],
  [9014, 1.8288],
  [9030, 1852],
  [9093, 1609.344],
  [9096, 0.9144],
  [9097, 20.1168],
  [9098, 0.201168],
])

/** Codes of angular units in degrees. */
export const angularUnitCodes: ReadonlyMap<number, number> = new Map([
  [9101, 180 / Math.PI],
  [9102, 1],
  [9103, 1 / 60],
  [9104, 1 / 3600],
  [9105, 0.9],
  [9122, 1],
])
