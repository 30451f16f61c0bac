/** Names that PROJ strings may use for ellipsoids: semi-major axis in metres and inverse flattening (0 for a sphere). From PROJ's list, 9.1. */
export const ellipsoids: Readonly<Record<string, readonly [a: number, inverseFlattening: number]>> = {
  MERIT: [6378137, 298.257],
  SGS85: [6378136, 298.257],
  GRS80: [6378137, 298.257222101],
  IAU76: [6378140, 298.257],
  airy: [6377563.396, 299.3249646],
  'APL4.9': [6378137, 298.25],
  NWL9D: [6378145, 298.25],
  mod_airy: [6377340.189, fromSemiMinor(6377340.189, 6356034.446)],
  andrae: [6377104.43, 300],
  danish: [6377019.2563, 300],
  aust_SA: [6378160, 298.25],
  GRS67: [6378160, 298.247167427],
  GSK2011: [6378136.5, 298.2564151],
  bessel: [6377397.155, 299.1528128],
  bess_nam: [6377483.865, 299.1528128],
  clrk66: [6378206.4, fromSemiMinor(6378206.4, 6356583.8)],
  clrk80: [6378249.145, 293.4663],
  clrk80ign: [6378249.2, 293.4660212936269],
  CPM: [6375738.7, 334.29],
  delmbr: [6376428, 311.5],
  engelis: [6378136.05, 298.2566],
  evrst30: [6377276.345, 300.8017],
  evrst48: [6377304.063, 300.8017],
  evrst56: [6377301.243, 300.8017],
  evrst69: [6377295.664, 300.8017],
  evrstSS: [6377298.556, 300.8017],
  fschr60: [6378166, 298.3],
  fschr60m: [6378155, 298.3],
  fschr68: [6378150, 298.3],
  helmert: [6378200, 298.3],
  hough: [6378270, 297],
  intl: [6378388, 297],
  krass: [6378245, 298.3],
  kaula: [6378163, 298.24],
  lerch: [6378139, 298.257],
  mprts: [6397300, 191],
  new_intl: [6378157.5, fromSemiMinor(6378157.5, 6356772.2)],
  plessis: [6376523, fromSemiMinor(6376523, 6355863)],
  PZ90: [6378136, 298.25784],
  SEasia: [6378155, fromSemiMinor(6378155, 6356773.3205)],
  walbeck: [6376896, fromSemiMinor(6376896, 6355834.8467)],
  WGS60: [6378165, 298.3],
  WGS66: [6378145, 298.25],
  WGS72: [6378135, 298.26],
  WGS84: [6378137, 298.257223563],
  sphere: [6370997, 0],
}

/** Names that PROJ strings may use for datums: the ellipsoid and the shift to WGS 84. NAD27 is missing on purpose: it needs grid files. */
export const datums: Readonly<Record<string, readonly [ellipsoid: string, towgs84: readonly number[]]>> = {
  WGS84: ['WGS84', [0, 0, 0]],
  NAD83: ['GRS80', [0, 0, 0]],
  GGRS87: ['GRS80', [-199.87, 74.79, 246.62]],
  potsdam: ['bessel', [598.1, 73.7, 418.2, 0.202, 0.045, -2.455, 6.7]],
  carthage: ['clrk80ign', [-263, 6, 431]],
  hermannskogel: ['bessel', [577.326, 90.129, 463.919, 5.137, 1.474, 5.297, 2.4232]],
  ire65: ['mod_airy', [482.53, -130.596, 564.557, -1.042, -0.214, -0.631, 8.15]],
  nzgd49: ['intl', [59.47, -5.04, 187.44, 0.47, -0.1, 1.024, -4.5993]],
  OSGB36: ['airy', [446.448, -125.157, 542.06, 0.1502, 0.247, 0.8421, -20.4894]],
}

/** Names that PROJ strings may use for prime meridians, in degrees east of Greenwich. */
export const primeMeridians: Readonly<Record<string, number>> = {
  greenwich: 0,
  lisbon: -degrees(9, 7, 54.862),
  paris: degrees(2, 20, 14.025),
  bogota: -degrees(74, 4, 51.3),
  madrid: -degrees(3, 41, 16.58),
  rome: degrees(12, 27, 8.4),
  bern: degrees(7, 26, 22.5),
  jakarta: degrees(106, 48, 27.79),
  ferro: -degrees(17, 40, 0),
  brussels: degrees(4, 22, 4.71),
  stockholm: degrees(18, 3, 29.8),
  athens: degrees(23, 42, 58.815),
  oslo: degrees(10, 43, 22.5),
  copenhagen: degrees(12, 34, 40.35),
}

/** Names that PROJ strings may use for linear units, in metres. */
export const linearUnits: Readonly<Record<string, number>> = {
  km: 1000,
  m: 1,
  dm: 0.1,
  cm: 0.01,
  mm: 0.001,
  kmi: 1852,
  in: 0.0254,
  ft: 0.3048,
  yd: 0.9144,
  mi: 1609.344,
  fath: 1.8288,
  ch: 20.1168,
  link: 0.201168,
  'us-in': 100 / 3937,
  'us-ft': 1200 / 3937,
  'us-yd': 3600 / 3937,
  'us-ch': 79200 / 3937,
  'us-mi': 6336000 / 3937,
  'ind-yd': 0.91439523,
  'ind-ft': 0.30479841,
  'ind-ch': 20.11669506,
}

function fromSemiMinor(a: number, b: number): number {
  return a / (a - b)
}

function degrees(whole: number, minutes: number, seconds: number): number {
  return whole + minutes / 60 + seconds / 3600
}
