import { leaveBlank } from '../array/blank.js'
import type { OpDef } from '../graph/op.js'
import { type ArraySpec, plainBand } from '../graph/spec.js'
import { planar, withHalo } from './focal/halo.js'
import { type TerrainGrid, terrainGrid } from './focal/terrain-job.js'
import { parseTerrain, type TerrainParams } from './focal/terrain-params.js'
import { runTerrain, terrainScratch } from './focal/terrain-run.js'

interface TerrainState {
  readonly spec: ArraySpec
  readonly grid: TerrainGrid
}

const halo = { x: 1, y: 1 }

function infer(inputs: readonly ArraySpec[], params: TerrainParams): ArraySpec {
  const { measure, unit } = params
  const spec = planar(measure, inputs)
  terrainGrid(spec, params)
  const shades = measure === 'hillshade'
  const unitOf = (own: string | null): string | null => {
    if (shades) return null
    return measure === 'slope' ? (unit === 'percent' ? '%' : 'degree') : measure === 'aspect' ? 'degree' : own
  }
  return {
    ...spec,
    dtype: shades ? 'uint8' : 'float32',
    bands: spec.bands.map(({ description, unit: own }) => ({ ...plainBand, nodata: shades ? 0 : null, unit: unitOf(own), description })),
    categorical: false,
    moved: false,
    name: measure,
    attrs: {},
  }
}

function warnings(inputs: readonly ArraySpec[], { measure }: TerrainParams): string[] {
  const { bands, geobox } = inputs[0] as ArraySpec
  const scaled = bands.some(({ scale, offset }) => scale !== 1 || offset !== 0)
  const bent = geobox?.crs?.kind === 'geographic' && (measure === 'aspect' || measure === 'slope' || measure === 'hillshade')
  return [
    ...(scaled
      ? [`${measure}: heights are taken as they are stored: decode first to compute with what scale and offset make of them`]
      : []),
    ...(bent
      ? [
          `${measure}: the grid is in degrees, which are shorter from west to east: as gdaldem, this takes them for equal; reproject first to be right away from the equator`,
        ]
      : []),
  ]
}

/**
 * `terrain`: slope, aspect, hillshade, ruggedness (TRI), position (TPI) and roughness of heights, from 3 x 3 pixels, as gdaldem computes them; docs/numerics.md says where
 * bits may differ. A pixel is invalid where it or a neighbour is, and along the edges of the array; with `computeEdges` only where it is so itself. Arrays
 * that go round the earth have no edges in x.
 */
export const terrain: OpDef<TerrainParams, TerrainState> = {
  name: 'terrain',
  version: 1,
  parse: parseTerrain,
  infer,
  prepare: (inputs, params) => ({ spec: inputs[0] as ArraySpec, grid: terrainGrid(inputs[0] as ArraySpec, params) }),
  stateBytes: () => 64,
  demand: (out) => [[0, withHalo(out, halo)]],
  scratchBytes: (out) => terrainScratch(out),
  elementwise: false,
  movesPixels: false,
  keepsValid: () => false,
  goesRound: true,
  leaf: false,
  warnings,
  simplify: () => null,
  run(out, inputs, params, { spec, grid }, kit) {
    const block = inputs.get(0)
    if (block === undefined) leaveBlank(out)
    else runTerrain(out, block, spec, params, grid, kit)
  },
}
