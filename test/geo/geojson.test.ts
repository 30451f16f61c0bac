import { describe, expect, it } from 'vitest'
import { readGeoJson } from '../../src/geo/geojson.js'

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]

describe('GeoJSON', () => {
  it('is read whatever it is made of', () => {
    const document = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
      features: [
        { type: 'Feature', id: 7, properties: { a: 1 }, geometry: { type: 'Polygon', coordinates: [ring] } },
        { type: 'Feature', properties: null, geometry: null },
        {
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'GeometryCollection',
            geometries: [
              { type: 'Point', coordinates: [1, 2, 99] },
              {
                type: 'MultiPoint',
                coordinates: [
                  [1, 2],
                  [3, 4],
                ],
              },
              {
                type: 'LineString',
                coordinates: [
                  [1, 2],
                  [3, 4],
                ],
              },
              {
                type: 'MultiLineString',
                coordinates: [
                  [
                    [1, 2],
                    [3, 4],
                  ],
                ],
              },
              { type: 'MultiPolygon', coordinates: [[ring, ring], [ring]] },
            ],
          },
        },
      ],
    }
    const { features, crsName } = readGeoJson('test', JSON.stringify(document))
    expect(crsName).toBe('urn:ogc:def:crs:EPSG::3857')
    expect(features.map(({ id }) => id)).toEqual([7, null, null])
    expect(features[1]?.shapes).toEqual([])
    expect(features[2]?.shapes.map(({ type, rings }) => [type, rings.length, rings[0]?.length])).toEqual([
      ['point', 1, 2],
      ['point', 1, 2],
      ['point', 1, 2],
      ['line', 1, 4],
      ['line', 1, 4],
      ['polygon', 2, 8],
      ['polygon', 1, 8],
    ])
  })

  it.each<[unknown, string]>([
    [null, 'in the GeoJSON, the document is null; expected an object with a type'],
    ['{', 'the GeoJSON text is no JSON'],
    [{ type: 'Circle' }, 'type is "Circle"; expected one of Point'],
    [{ type: 'FeatureCollection' }, 'features is missing; expected a list of features'],
    [{ type: 'FeatureCollection', features: [{ type: 'Feature', properties: 3 }] }, 'features[0].properties is 3'],
    [{ type: 'FeatureCollection', features: [{ type: 'Polygon' }] }, 'features[0].type is "Polygon"; expected "Feature"'],
    [{ type: 'Feature', geometry: { type: 'Polygon' } }, 'geometry.coordinates is missing; expected a list of rings'],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      },
      'coordinates[0] is [[0,0],[1,1]]; expected a list of at least 4 positions',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      },
      'coordinates[0] is not closed, [0, 0] at its start and [0, 1] at its end: close the ring',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, '0'],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      'coordinates[0][1] is [1,"0"]; expected a position',
    ],
    [
      {
        type: 'MultiPolygon',
        coordinates: [
          [ring],
          [
            [
              [0, 0],
              [1, null],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
      'coordinates[1][0][1] is [1,null]',
    ],
    [{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1] }] }, 'geometries[0].coordinates is [1]'],
  ])('is refused with its place: %j', (document, message) => expect(() => readGeoJson('clip', document)).toThrow(message))
})
