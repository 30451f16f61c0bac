import { formatBytes } from '../base/bytes.js'
import { isRasterloomError, UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import type { Crs } from '../geo/crs.js'
import { crsFromEpsg } from '../geo/crs-parse.js'
import type { LazyNode } from '../graph/graph.js'
import type { OpenedSource } from '../graph/source.js'
import { publicUri } from '../io/public-uri.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { crsArgument } from './geo-arguments.js'
import type { OpenOptions } from './open-options.js'
import { bytesOfPositions, locatedNode, problemAttribute } from './positions.js'
import { computeNodes } from './run.js'
import { isLocal } from './source-uri.js'

/** Positions that are read without being asked for. */
const mostUnasked = 2 ** 22

/**
 * A source with the latitudes and longitudes that its file has for its pixels, where nothing else places them; the source itself where it has none, or where another CRS
 * is given. Where they cannot be read, or are too many to be read unasked, the array says so in an attribute, and is as it was.
 */
export async function placedSource(
  source: LazyNode,
  { positions, files }: OpenedSource,
  { geolocation, crs: given }: Pick<OpenOptions, 'geolocation' | 'crs'>,
  openMore: (options: JsonObject) => Promise<LazyNode>,
): Promise<LazyNode> {
  if (geolocation !== undefined && typeof geolocation !== 'boolean')
    throw new UsageError(`open: geolocation is ${shownArgument(geolocation)}, expected true or false`)
  const crs: Crs = given === undefined ? crsFromEpsg(4326) : crsArgument(given)
  if (positions === undefined || geolocation === false || crs.kind !== 'geographic') return source
  const [height = 0, width = 0] = source.spec.shape.slice(-2)
  const isUnasked = geolocation === undefined && (width * height > mostUnasked || !files.every(isLocal))
  if (isUnasked) {
    const size = `${height} x ${width}, ${formatBytes(bytesOfPositions(source.spec, true))} in memory`
    return withProblem(source, `${positions.names} (${size}) place its pixels, and were not read: open it with geolocation: true`)
  }
  try {
    const [latitudes, longitudes] = await Promise.all([positions.latitudes, positions.longitudes].map(openMore))
    return await locatedNode(source, plane(latitudes as LazyNode), plane(longitudes as LazyNode), crs, (nodes) =>
      computeNodes(nodes, { workers: 0 }),
    )
  } catch (error) {
    if (geolocation === true || !isRasterloomError(error)) throw error
    const { message } = error as Error
    return withProblem(source, `${positions.names} of ${publicUri(files[0] ?? '')} cannot place its pixels: ${message}`)
  }
}

/** Decoded rows and columns: dims of one step before them are dropped. */
function plane(node: LazyNode): LazyNode {
  const { dims, shape, bands } = node.spec
  const alone = dims.slice(0, -2).filter((_, at) => shape[at] === 1)
  const rows = alone.length === 0 ? node : applyOp('isel', { indexers: Object.fromEntries(alone.map((dim) => [dim, 0])) }, [node])
  return bands.some(({ scale, offset }) => scale !== 1 || offset !== 0) ? applyOp('decode', {}, [rows]) : rows
}

function withProblem(source: LazyNode, problem: string): LazyNode {
  return applyOp('relabel', { attrs: { ...source.spec.attrs, [problemAttribute]: problem } as Json }, [source])
}
