import { expect, it } from 'vitest'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { randoms } from './random.js'

const definitions = [
  '+proj=aea +lat_1=30 +lat_2=50 +lat_0=20 +lon_0=10',
  '+proj=aeqd +lat_0=40 +lon_0=10',
  '+proj=bonne +lat_1=40 +lon_0=10',
  '+proj=cass +lat_0=40 +lon_0=10',
  '+proj=cass +lat_0=40 +lon_0=10 +R=6371000',
  '+proj=cea +lat_ts=30 +lon_0=10',
  '+proj=col_urban +lat_0=4.7 +lon_0=-74 +h_0=2550',
  '+proj=eck4 +lon_0=10',
  '+proj=eck6 +lon_0=10',
  '+proj=eqc +lat_ts=30 +lon_0=10',
  '+proj=eqdc +lat_1=30 +lat_2=50 +lat_0=20 +lon_0=10',
  '+proj=eqdc +lat_1=-30 +lat_2=-50 +lat_0=-20 +lon_0=10',
  '+proj=eqearth +lon_0=10',
  '+proj=geos +h=35785831 +lon_0=10',
  '+proj=geos +h=35785831 +lon_0=10 +sweep=x',
  '+proj=gnom +lat_0=40 +lon_0=10',
  '+proj=igh +lon_0=0',
  '+proj=krovak',
  '+proj=laea +lat_0=30 +lon_0=10',
  '+proj=laea +lat_0=-90 +lon_0=10',
  '+proj=lcc +lat_1=30 +lat_2=50 +lat_0=20 +lon_0=10',
  '+proj=merc +lon_0=10',
  '+proj=mill +lon_0=10',
  '+proj=moll +lon_0=10',
  '+proj=natearth +lon_0=10',
  '+proj=nzmg',
  '+proj=omerc +lat_0=4 +lonc=102 +alpha=53 +gamma=53',
  '+proj=omerc +no_uoff +lat_0=4 +lonc=102 +alpha=53 +gamma=53',
  '+proj=ortho +lat_0=40 +lon_0=10',
  '+proj=poly +lat_0=0 +lon_0=-54',
  '+proj=robin +lon_0=10',
  '+proj=sinu +lon_0=10',
  '+proj=sinu +lon_0=10 +R=6371007.181',
  '+proj=somerc +lat_0=46.95 +lon_0=7.44',
  '+proj=stere +lat_0=90 +lat_ts=70 +lon_0=10',
  '+proj=stere +lat_0=40 +lon_0=10',
  '+proj=sterea +lat_0=52 +lon_0=5',
  '+proj=tmerc +lat_0=30 +lon_0=10',
  '+proj=tpeqd +lat_1=10 +lon_1=-20 +lat_2=40 +lon_2=60',
  '+proj=utm +zone=60 +south',
  '+proj=vandg +lon_0=10',
]

it.each(definitions)('%s: what the inverse answers leads back to the point, or it answers nothing', (text) => {
  const plane = parseCrs(text.includes('+R=') ? text : `${text} +ellps=${text.includes('krovak') ? 'bessel' : 'GRS80'}`)
  const globe = parseCrs(`+proj=longlat ${/\+(?:ellps|R)=\S+/.exec(plane.proj)?.[0]}`)
  const random = randoms(17)
  const count = 4000
  const xs = Float64Array.from({ length: count }, (_, i) => (random() - 0.5) * (i % 2 === 0 ? 4e7 : 4e6))
  const ys = Float64Array.from({ length: count }, (_, i) => (random() - 0.5) * (i % 2 === 0 ? 4e7 : 4e6))
  const [us, vs] = [xs.slice(), ys.slice()]
  crsTransform(plane, globe)(us, vs, count)
  const [ws, zs] = [us.slice(), vs.slice()]
  crsTransform(globe, plane)(ws, zs, count)
  // A map that repeats to the east answers for its repetitions too: they come back a whole turn away.
  const isCylinder = /\+proj=(?:cea|eqc|merc|mill|somerc)\b/.test(text)
  const turn = isCylinder ? Math.abs(imageOf(globe, plane, 100, 0) - imageOf(globe, plane, 99, 0)) * 360 : 0
  // Transverse Mercator keeps what is less than a kilometre off, beyond 75 degrees from its meridian.
  const tolerance = /\+proj=(?:tmerc|utm)/.test(text) ? 1000 : 2
  let found = 0
  const wrong: string[] = []
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(us[i])) continue
    found++
    const dx = turn === 0 ? ws[i]! - xs[i]! : ((((ws[i]! - xs[i]!) % turn) + 1.5 * turn) % turn) - turn / 2
    if (!(Math.hypot(dx, zs[i]! - ys[i]!) < tolerance)) wrong.push(`${xs[i]}, ${ys[i]} -> ${us[i]}, ${vs[i]} -> ${ws[i]}, ${zs[i]}`)
  }
  expect(wrong.slice(0, 3), `${wrong.length} of ${found}`).toEqual([])
  expect(found).toBeGreaterThan(3)
})

function imageOf(from: Parameters<typeof crsTransform>[0], to: Parameters<typeof crsTransform>[0], lon: number, lat: number): number {
  const [xs, ys] = [Float64Array.of(lon), Float64Array.of(lat)]
  crsTransform(from, to)(xs, ys, 1)
  return xs[0] as number
}
