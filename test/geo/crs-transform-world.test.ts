import { expect, it } from 'vitest'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { describeWithPeers } from '../peers.js'
import { pyprojTransform } from './pyproj.js'

// Every projection over the whole globe: [PROJ string, metres of error allowed forwards, degrees of error allowed back].
const projections: readonly (readonly [string, number, number])[] = [
  ['+proj=aea +lat_1=30 +lat_2=50 +lat_0=20 +lon_0=10', 1e-6, 1e-10],
  ['+proj=bonne +lat_1=40 +lon_0=10', 1e-6, 1e-7],
  ['+proj=cea +lat_ts=30 +lon_0=10', 1e-6, 1e-10],
  ['+proj=eck6 +lon_0=10', 1e-6, 1e-7],
  ['+proj=eck4 +lon_0=10', 1e-6, 1e-8],
  ['+proj=natearth +lon_0=10', 1e-6, 1e-8],
  ['+proj=igh +lon_0=10', 1e-6, 1e-8],
  ['+proj=gnom +lat_0=40 +lon_0=10', 1e-3, 1e-8],
  ['+proj=ortho +lat_0=40 +lon_0=10', 1e-6, 1e-6],
  ['+proj=ortho +lat_0=-90', 1e-6, 1e-6],
  ['+proj=tpeqd +lat_1=10 +lon_1=-20 +lat_2=40 +lon_2=60', 1e-1, 1e-5],
  ['+proj=aeqd +lat_0=40 +lon_0=10', 1e-3, 1e-8],
  ['+proj=aeqd +lat_0=90 +lon_0=10', 1e-2, 1e-7],
  ['+proj=cass +lat_0=40 +lon_0=10 +R=6371000', 1e-3, 1e-8],
  ['+proj=laea +lat_0=-90 +lon_0=10 +R=6371000', 1e-6, 1e-10],
  ['+proj=eqc +lat_ts=30 +lon_0=10', 1e-6, 1e-12],
  // The meridian arc of proj4 has one term less.
  ['+proj=eqdc +lat_1=30 +lat_2=50 +lat_0=20 +lon_0=10', 1e-4, 1e-9],
  ['+proj=eqearth +lon_0=10', 1e-6, 1e-10],
  ['+proj=geos +h=35785831 +lon_0=10', 1e-6, 1e-10],
  ['+proj=geos +h=35785831 +lon_0=10 +sweep=x', 1e-6, 1e-10],
  ['+proj=laea +lat_0=30 +lon_0=10', 1e-6, 1e-10],
  ['+proj=laea +lat_0=90 +lon_0=10', 1e-6, 1e-10],
  ['+proj=lcc +lat_1=30 +lat_2=50 +lat_0=20 +lon_0=10', 1e-6, 1e-11],
  ['+proj=lcc +lat_1=-30 +lat_2=-50 +lat_0=-20 +lon_0=10', 1e-6, 1e-11],
  ['+proj=lcc +lat_1=40 +lat_0=40 +k_0=0.99 +lon_0=10', 1e-6, 1e-11],
  ['+proj=merc +lon_0=10', 1e-6, 1e-11],
  ['+proj=merc +lon_0=170 +lat_ts=10', 1e-6, 1e-11],
  ['+proj=mill +lon_0=10', 1e-6, 1e-9],
  ['+proj=mill +lon_0=10 +R=6371000', 1e-6, 1e-9],
  ['+proj=moll +lon_0=10', 1e-6, 1e-9],
  ['+proj=moll +lon_0=10 +R=6371000', 1e-6, 1e-9],
  ['+proj=ortho +lat_0=40 +lon_0=10 +R=6371000', 1e-6, 1e-7],
  // Far from its meridian the way back does not converge, in either library.
  ['+proj=poly +lat_0=0 +lon_0=-54', 1e-5, Number.POSITIVE_INFINITY],
  // Robinson's table is interpolated with constants of single precision in PROJ.
  ['+proj=robin +lon_0=10', 1e-6, 1e-9],
  ['+proj=sinu +lon_0=10', 1e-5, 1e-9],
  ['+proj=sinu +lon_0=10 +R=6371000', 1e-6, 1e-11],
  ['+proj=stere +lat_0=90 +lat_ts=70 +lon_0=10', 1e-3, 1e-9],
  ['+proj=stere +lat_0=-90 +k=0.99 +lon_0=10', 1e-3, 1e-9],
  ['+proj=stere +lat_0=40 +lon_0=10', 1e-3, 1e-9],
  ['+proj=sterea +lat_0=52 +lon_0=5', 1e-2, 1e-6],
  ['+proj=tmerc +lat_0=30 +lon_0=10', 1e-6, 1e-11],
  // On a sphere PROJ takes an arc cosine, which near the equator leaves half the digits.
  ['+proj=tmerc +lat_0=30 +lon_0=10 +k=0.9 +R=6371000', 1, 1e-5],
  ['+proj=utm +zone=60 +south', 1e-6, 1e-11],
  ['+proj=vandg +lon_0=10', 1e-3, 1e-6],
  ['+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=39.25 +lon_0=18', 1e-9, 1e-6],
]

const lons: number[] = []
const lats: number[] = []
for (let lat = -89; lat <= 89; lat += 8.9) {
  for (let lon = -179.5; lon < 180; lon += 7.4791) {
    lons.push(lon)
    lats.push(lat)
  }
}

describeWithPeers('over the whole globe crsTransform has images where PROJ has, and the same ones', ['pyproj'], () => {
  const shaped = projections.map(([text]) => (text.includes('+R=') ? text : `${text} +ellps=GRS80`))
  const globes = projections.map(([text]) => (text.includes('+R=') ? '+proj=longlat +R=6371000' : '+proj=longlat +ellps=GRS80'))
  const full = (text: string): string => `${text} +no_defs +type=crs`
  const images = pyprojTransform(shaped.map((text, k) => ({ from: full(globes[k]!), to: full(text), xs: lons, ys: lats })))
  const origins = pyprojTransform(
    shaped.map((text, k) => ({ from: full(text), to: full(globes[k]!), xs: zeros(images[k]!.xs), ys: zeros(images[k]!.ys) })),
  )
  projections.forEach(([text, metres, degrees], k) => {
    it(text, () => {
      const [globe, plane] = [parseCrs(globes[k]!), parseCrs(shaped[k]!)]
      const wanted = images[k]!
      const [xs, ys] = [Float64Array.from(lons), Float64Array.from(lats)]
      crsTransform(globe, plane)(xs, ys, xs.length)
      const [us, vs] = [Float64Array.from(zeros(wanted.xs)), Float64Array.from(zeros(wanted.ys))]
      crsTransform(plane, globe)(us, vs, us.length)
      for (let i = 0; i < xs.length; i++) {
        const where = `longitude ${lons[i]}, latitude ${lats[i]}`
        expect(Number.isNaN(xs[i]), where).toBe(wanted.xs[i] === null)
        if (wanted.xs[i] === null) continue
        expect(Math.hypot(xs[i]! - wanted.xs[i]!, ys[i]! - wanted.ys[i]!), where).toBeLessThan(metres)
        // Ours answers nothing only where PROJ's answer does not lead back.
        if (Number.isNaN(us[i])) {
          expect(Math.abs(origins[k]!.xs[i]! - lons[i]!) + Math.abs(origins[k]!.ys[i]! - lats[i]!), where).toBeGreaterThan(1e-7)
          continue
        }
        const turn = ((us[i]! - origins[k]!.xs[i]! + 540) % 360) - 180
        const error = Math.hypot(turn * Math.cos((vs[i]! * Math.PI) / 180), vs[i]! - origins[k]!.ys[i]!)
        if (degrees !== Number.POSITIVE_INFINITY) expect(error, `back to ${where}: ${us[i]}, ${vs[i]}`).toBeLessThan(degrees)
      }
    })
  })
})

function zeros(values: readonly (number | null)[]): number[] {
  return values.map((value) => value ?? 0)
}
