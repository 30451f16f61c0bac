// Types that the signatures of the public names mention.
export type { Crs } from '../geo/crs.js'
export type { Bounds, PerAxis } from '../geo/geobox.js'
export type { GeoJson } from '../geo/geojson.js'
export type { Band } from '../graph/spec.js'
export type { HttpOptions } from '../io/http.js'
export type { AfterIsel, AfterSel, HasGeoBox, IndexersOf, LabelIndexersOf } from './data-array-types.js'
