/** Parameters of a projection as WKT gives them, by PROJ's names; angles in degrees, lengths in metres. */
export type WktParameters = ReadonlyMap<string, number>

/** Words of a PROJ string that follow `+proj=`; null where this set of parameters cannot be told apart or computed. */
export type MethodWords = (parameters: WktParameters) => string | null

// What WKT 1, Esri and WKT 2 call a parameter (in lower case, letters and digits only) and what PROJ calls it.
const parameterNames: Readonly<Record<string, string>> = {
  latitudeoforigin: 'lat_0',
  latitudeofcenter: 'lat_0',
  latitudeofnaturalorigin: 'lat_0',
  latitudeoffalseorigin: 'lat_0',
  latitudeofprojectioncentre: 'lat_0',
  centralmeridian: 'lon_0',
  longitudeofcenter: 'lon_0',
  longitudeoforigin: 'lon_0',
  longitudeofnaturalorigin: 'lon_0',
  longitudeoffalseorigin: 'lon_0',
  longitudeofprojectioncentre: 'lon_0',
  straightverticallongitudefrompole: 'lon_0',
  scalefactor: 'k',
  scalefactoratnaturalorigin: 'k',
  scalefactoroninitialline: 'k',
  scalefactoratprojectioncentre: 'k',
  scalefactoronpseudostandardparallel: 'k',
  falseeasting: 'x_0',
  eastingatfalseorigin: 'x_0',
  eastingatprojectioncentre: 'x_0',
  falsenorthing: 'y_0',
  northingatfalseorigin: 'y_0',
  northingatprojectioncentre: 'y_0',
  standardparallel1: 'lat_1',
  latitudeof1ststandardparallel: 'lat_1',
  standardparallel2: 'lat_2',
  latitudeof2ndstandardparallel: 'lat_2',
  latitudeofstandardparallel: 'lat_ts',
  azimuth: 'alpha',
  azimuthofinitialline: 'alpha',
  azimuthatprojectioncentre: 'alpha',
  rectifiedgridangle: 'gamma',
  anglefromrectifiedtoskewgrid: 'gamma',
  xyplanerotation: 'gamma',
  colatitudeofconeaxis: 'alpha',
  latitudeofpseudostandardparallel: 'lat_ts',
  pseudostandardparallel1: 'lat_ts',
  satelliteheight: 'h',
  height: 'h',
  projectionplaneoriginheight: 'h_0',
  ellipsoidscalingfactor: 'k',
  latitudeof1stpoint: 'lat_1',
  longitudeof1stpoint: 'lon_1',
  latitudeof2ndpoint: 'lat_2',
  longitudeof2ndpoint: 'lon_2',
  xscale: 'x_scale',
  yscale: 'y_scale',
  option: 'option',
  auxiliaryspheretype: 'sphere_type',
}

/** PROJ's name of a WKT parameter, or null for one that is not known. */
export function parameterName(name: string): string | null {
  return parameterNames[plain(name)] ?? null
}

/** What makes PROJ words of a WKT projection method, or null for a method that cannot be read. */
export function methodWords(name: string): MethodWords | null {
  return methods[plain(name)] ?? null
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function words(projection: string, parameters: WktParameters, ...keys: readonly string[]): string {
  const given = keys.map((key) => {
    const [to = '', from = to] = key.split('<')
    const value = parameters.get(from)
    return value === undefined ? '' : ` +${to}=${value}`
  })
  return `+proj=${projection}${given.join('')}`
}

/** A method whose parameters PROJ takes by the same names. `to<from` renames one. */
function direct(projection: string, ...keys: readonly string[]): MethodWords {
  return (parameters) => words(projection, parameters, ...keys)
}

const lambert: MethodWords = (p) => {
  const size = (p.get('k') ?? 1) === 1 ? [] : ['k_0<k']
  if (p.has('lat_2')) return words('lcc', p, 'lat_0', 'lon_0', 'lat_1', 'lat_2', ...size, 'x_0', 'y_0')
  const parallel = p.has('lat_1') ? 'lat_1' : 'lat_1<lat_0'
  return words('lcc', p, parallel, 'lat_0', 'lon_0', 'k_0<k', 'x_0', 'y_0')
}

// With a standard parallel the scale follows from it, and the other way round; an origin off the equator has no meaning on this projection.
const mercator: MethodWords = (p) => {
  if ((p.get('lat_0') ?? 0) !== 0) return null
  return words('merc', p, p.has('lat_1') ? 'lat_ts<lat_1' : 'k', 'lon_0', 'x_0', 'y_0')
}

// The latitude of WKT 1 is the standard parallel, unless it is the pole itself: then the scale factor counts.
const polar: MethodWords = (p) => {
  const latitude = p.get('lat_ts') ?? p.get('lat_1') ?? p.get('lat_0')
  if (latitude === undefined || latitude === 0) return null
  const pole = latitude > 0 ? 90 : -90
  if (Math.abs(latitude) === 90) return `${words('stere', p, 'k', 'lon_0', 'x_0', 'y_0')} +lat_0=${pole}`
  if ((p.get('k') ?? 1) !== 1) return null
  return `${words('stere', p, 'lon_0', 'x_0', 'y_0')} +lat_0=${pole} +lat_ts=${latitude}`
}

const oblique =
  (variant: 'A' | 'B'): MethodWords =>
  (p) => {
    const alpha = p.get('alpha')
    if (alpha === undefined || !p.has('lat_0')) return null
    const gamma = p.get('gamma') ?? alpha
    if (variant === 'B' && alpha === 90 && gamma === 90) return words('somerc', p, 'lat_0', 'lon_0', 'k_0<k', 'x_0', 'y_0')
    const origin = variant === 'A' ? ' +no_uoff' : ''
    return `${words('omerc', p, 'lat_0', 'lonc<lon_0', 'alpha', 'k', 'x_0', 'y_0')} +gamma=${gamma}${origin}`
  }

// PROJ's krovak has the cone built in.
const krovak: MethodWords = (p) => {
  const [alpha = 30.28813972222222, parallel = 78.5] = [p.get('alpha'), p.get('lat_ts')]
  if (Math.abs(alpha - 30.28813972222222) > 1e-5 || parallel !== 78.5) return null
  if (![undefined, 1, -1].includes(p.get('x_scale')) || ![undefined, 1].includes(p.get('y_scale'))) return null
  return words('krovak', p, 'lat_0', 'lon_0', 'k', 'x_0', 'y_0') + (p.get('west_south') === 1 ? ' +axis=wsu' : '')
}

const webMercator: MethodWords = (p) =>
  (p.get('sphere_type') ?? 0) === 0 ? `${words('merc', p, 'lon_0', 'x_0', 'y_0')} +lat_ts=0 +sphere` : null

const albers = direct('aea', 'lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0')
const transverse = direct('tmerc', 'lat_0', 'lon_0', 'k', 'x_0', 'y_0')
const equalAreaCylinder = direct('cea', 'lat_ts<lat_1', 'lon_0', 'x_0', 'y_0')
const plateCarree = direct('eqc', 'lat_ts<lat_1', 'lat_0', 'lon_0', 'x_0', 'y_0')
const azimuthalEqualArea = direct('laea', 'lat_0', 'lon_0', 'x_0', 'y_0')
const doubleStereographic = direct('sterea', 'lat_0', 'lon_0', 'k', 'x_0', 'y_0')
const equidistant = direct('aeqd', 'lat_0', 'lon_0', 'x_0', 'y_0')
const cassini = direct('cass', 'lat_0', 'lon_0', 'x_0', 'y_0')
const polyconic = direct('poly', 'lat_0', 'lon_0', 'x_0', 'y_0')
// Esri's sphere is the one with the semi-major axis as its radius, as PROJ's is. Option 0 of Goode's map is the one that is cut on land.
const homolosine: MethodWords = (p) => ([undefined, 0, 1].includes(p.get('option')) ? words('igh', p, 'lon_0', 'x_0', 'y_0') : null)
const plainOnes = (projection: string): MethodWords => direct(projection, 'lon_0', 'x_0', 'y_0')

const methods: Readonly<Record<string, MethodWords>> = {
  transversemercator: transverse,
  gausskruger: transverse,
  transversemercatorsouthorientated: (p) => `${transverse(p)} +axis=wsu`,
  lambertconformalconic: lambert,
  lambertconformalconic1sp: lambert,
  lambertconformalconic2sp: lambert,
  lambertconicconformal1sp: lambert,
  lambertconicconformal2sp: lambert,
  mercator: mercator,
  mercator1sp: mercator,
  mercator2sp: mercator,
  mercatorvarianta: mercator,
  mercatorvariantb: mercator,
  mercatorauxiliarysphere: webMercator,
  popularvisualisationpseudomercator: webMercator,
  polarstereographic: polar,
  polarstereographicvarianta: polar,
  polarstereographicvariantb: polar,
  stereographicnorthpole: polar,
  stereographicsouthpole: polar,
  stereographic: direct('stere', 'lat_0', 'lon_0', 'k', 'x_0', 'y_0'),
  obliquestereographic: doubleStereographic,
  doublestereographic: doubleStereographic,
  lambertazimuthalequalarea: azimuthalEqualArea,
  lambertazimuthalequalareaspherical: azimuthalEqualArea,
  albers,
  albersconicequalarea: albers,
  albersequalarea: albers,
  albersequalareaconic: albers,
  cylindricalequalarea: equalAreaCylinder,
  lambertcylindricalequalarea: equalAreaCylinder,
  lambertcylindricalequalareaspherical: equalAreaCylinder,
  behrmann: (p) => `${plainOnes('cea')(p)} +lat_ts=30`,
  equirectangular: plateCarree,
  equidistantcylindrical: plateCarree,
  equidistantcylindricalspherical: plateCarree,
  platecarree: plateCarree,
  sinusoidal: plainOnes('sinu'),
  mollweide: plainOnes('moll'),
  robinson: plainOnes('robin'),
  vandergrinten: plainOnes('vandg'),
  vandergrinteni: plainOnes('vandg'),
  eckertvi: plainOnes('eck6'),
  equalearth: plainOnes('eqearth'),
  millercylindrical: plainOnes('mill'),
  polyconic,
  americanpolyconic: polyconic,
  cassinisoldner: cassini,
  cassini,
  azimuthalequidistant: equidistant,
  modifiedazimuthalequidistant: equidistant,
  equidistantconic: direct('eqdc', 'lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'),
  gnomonic: direct('gnom', 'lat_0', 'lon_0', 'x_0', 'y_0'),
  hotineobliquemercator: oblique('A'),
  hotineobliquemercatorvarianta: oblique('A'),
  hotineobliquemercatorazimuthnaturalorigin: oblique('A'),
  rectifiedskeworthomorphicnaturalorigin: oblique('A'),
  hotineobliquemercatorvariantb: oblique('B'),
  hotineobliquemercatorazimuthcenter: oblique('B'),
  rectifiedskeworthomorphiccenter: oblique('B'),
  obliquemercator: oblique('B'),
  krovaknorthorientated: krovak,
  krovak,
  polarstereographicvariantc: polar,
  colombiaurban: direct('col_urban', 'lat_0', 'lon_0', 'x_0', 'y_0', 'h_0'),
  lambertconicconformal2spbelgium: lambert,
  lambertconicconformal2spmichigan: lambert,
  lambertconformalconic2spbelgium: lambert,
  mercator1spspherical: mercator,
  mercatorspherical: mercator,
  eckertiv: plainOnes('eck4'),
  naturalearth: plainOnes('natearth'),
  interruptedgoodehomolosine: homolosine,
  goodehomolosine: homolosine,
  orthographicspherical: (p) => `${words('ortho', p, 'lat_0', 'lon_0', 'x_0', 'y_0')} +sphere`,
  orthographic: direct('ortho', 'lat_0', 'lon_0', 'x_0', 'y_0'),
  twopointequidistant: direct('tpeqd', 'lat_1', 'lon_1', 'lat_2', 'lon_2', 'x_0', 'y_0'),
  bonne: direct('bonne', 'lat_1<lat_0', 'lon_0', 'x_0', 'y_0'),
  transversemercatorzonedgridsystem: transverse,
  transversemercator3d: transverse,
  transversemercatorcomplex: transverse,
  stereographicazimuthal: direct('stere', 'lat_0', 'lon_0', 'k', 'x_0', 'y_0'),
  newzealandmapgrid: direct('nzmg', 'lat_0', 'lon_0', 'x_0', 'y_0'),
  // WKT 1 has no name for the sweep along x.
  geostationarysatellite: (p) => `${words('geos', p, 'h', 'lon_0', 'x_0', 'y_0')} +sweep=y`,
  geostationarysatellitesweepx: (p) => `${words('geos', p, 'h', 'lon_0', 'x_0', 'y_0')} +sweep=x`,
  geostationarysatellitesweepy: (p) => `${words('geos', p, 'h', 'lon_0', 'x_0', 'y_0')} +sweep=y`,
}
