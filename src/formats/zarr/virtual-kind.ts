/** What a file that holds a whole store is: a zip of it, or JSON that says where its keys are. */
export type VirtualKind = 'zip' | 'references'

/** Keys by which references are told: those of kerchunk's JSON, and names of a store's metadata. */
const telling = /"(refs|templates|gen|zarr_consolidated_format)"\s*:|"([^"]*\/)?(\.z(array|group|attrs|metadata)|zarr\.json)"\s*:/

/** Tells by the first bytes of a file what store it holds; null for what is no such file. JSON is told by its keys unless its name says that it is JSON. */
export function virtualKind(uri: string, head: Uint8Array): VirtualKind | null {
  const name = uri.replace(/[?#].*$/s, '')
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04) return 'zip'
  // An empty zip has nothing but its end.
  if (/\.zip$/i.test(name)) return head[0] === 0x50 && head[1] === 0x4b ? 'zip' : null
  const text = new TextDecoder().decode(head)
  if (!/^\ufeff?\s*\{/.test(text) || /(^|\/)zarr\.json$/.test(name)) return null
  return /\.json$/i.test(name) || telling.test(text) || /"version"\s*:\s*[01]\b/.test(text) ? 'references' : null
}
