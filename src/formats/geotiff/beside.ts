import { isRasterloomError } from '../../base/errors.js'
import type { ByteSource, OpenBytes } from '../../graph/source.js'
import { pathExists } from '../../io/output-directory.js'

/** A raster whose companions are looked for. */
export interface Beside {
  /** As it was opened, credentials and all. */
  readonly uri: string
  /** Null for one that is not on this machine. */
  readonly path: string | null
  /** Whether companions are looked for: one request each, where the raster is not on this machine. */
  readonly asked: boolean
}

/** A companion's name: its endings in the order that they are tried (of remote ones the first alone), and whether they take the place of the raster's own. */
export interface Companion {
  readonly endings: readonly string[]
  readonly replaces: boolean
}

/** All companions of a GeoTIFF. */
export const companions = {
  metadata: { endings: ['.aux.xml'], replaces: false },
  overviews: { endings: ['.ovr', '.OVR'], replaces: false },
  mask: { endings: ['.msk', '.MSK'], replaces: false },
  worldFile: { endings: ['.tfw', '.TFW', '.tifw', '.TIFW', '.wld', '.WLD'], replaces: true },
  rpb: { endings: ['.RPB', '.rpb'], replaces: true },
  rpcText: { endings: ['_RPC.TXT', '_rpc.txt'], replaces: true },
} as const satisfies Record<string, Companion>

/** The uris that are asked for beside a remote raster: at most eight. */
export function companionUris(uri: string): string[] {
  const found = Object.values(companions).map((companion) => besideUri(uri, companion, companion.endings[0]))
  return [...found, besideUri(uri, { replaces: false }, '.msk.ovr')]
}

/** Opens the file beside a raster whose name ends so; null where there is none, or none is looked for. */
export async function openBeside(
  { uri, path, asked }: Beside,
  companion: Companion,
  openBytes: OpenBytes,
): Promise<{ uri: string; bytes: ByteSource } | null> {
  if (!asked) return null
  const { endings } = companion
  const ending = path === null ? endings[0] : endings.find((each) => pathExists(besideUri(path, companion, each)))
  if (ending === undefined) return null
  const found = besideUri(uri, companion, ending)
  try {
    return { uri: found, bytes: await openBytes(found) }
  } catch (error) {
    if (path === null && isAbsent(error)) return null
    throw error
  }
}

/** A name with another ending; what stands behind a question mark stays there. */
function besideUri(uri: string, { replaces }: Pick<Companion, 'replaces'>, ending: string): string {
  const [, name = uri, query = ''] = /^(https?:[^?#]*)(.*)$/is.exec(uri) ?? []
  return (replaces ? name.replace(/\.[^./\\]*$/, '') : name) + ending + query
}

/** Object stores that hide their listing answer 403 for a key that is not there. */
function isAbsent(error: unknown): boolean {
  return isRasterloomError(error) && error.code === 'E_SOURCE' && /no such file|\((403|404|410)\)/.test(error.message)
}
