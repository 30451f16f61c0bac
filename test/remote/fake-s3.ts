import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the store saw it. */
export interface SeenRequest {
  readonly method: string
  /** Key of the object, decoded; '' for the bucket itself. */
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly bytes: number
}

/** Answers a request instead of the store; false leaves it to the store. */
export type Fault = (seen: SeenRequest, response: ServerResponse, count: number) => boolean

/** An S3 store in memory, for what s3rver gets wrong: If-None-Match, and for faults. One bucket, path style. */
export class FakeS3 {
  readonly objects = new Map<string, Buffer>()
  readonly uploads = new Map<string, { readonly key: string; readonly parts: Map<number, Buffer> }>()
  seen: SeenRequest[] = []
  fault: Fault = () => false
  readonly #server = createServer((request, response) => void this.#take(request, response))
  #uploaded = 0

  /** Starts it; answers its endpoint. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** How many requests there were of a method, by part of their key. */
  count(method: string, part = ''): number {
    return this.seen.filter((seen) => seen.method === method && seen.key.includes(part)).length
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const url = new URL(request.url ?? '/', 'http://host')
    const [, , ...path] = decodeURIComponent(url.pathname).split('/')
    const seen: SeenRequest = {
      method: request.method ?? '',
      key: path.join('/'),
      query: url.searchParams,
      headers: request.headers,
      bytes: body.length,
    }
    this.seen.push(seen)
    if (this.fault(seen, response, this.seen.length)) return
    this.#answer(seen, body, response)
  }

  #answer(seen: SeenRequest, body: Buffer, response: ServerResponse): ServerResponse {
    if (seen.method === 'GET' && seen.key === '') return this.#list(seen, response)
    if (seen.method === 'GET') return this.#get(seen, response)
    if (seen.method === 'PUT') return this.#put(seen, body, response)
    if (seen.method === 'POST') return this.#post(seen, response)
    if (seen.method === 'DELETE') return this.#delete(seen, response)
    return refuse(response, 405, 'MethodNotAllowed')
  }

  #get({ key, headers }: SeenRequest, response: ServerResponse): ServerResponse {
    const object = this.objects.get(key)
    if (object === undefined) return refuse(response, 404, 'NoSuchKey')
    const etag = etagOf(object)
    const range = /^bytes=(\d+)-(\d+)$/.exec(String(headers.range ?? ''))
    if (range === null) return response.writeHead(200, { etag, 'content-length': object.length }).end(object)
    const [start, stop] = [Number(range[1]), Math.min(Number(range[2]) + 1, object.length)]
    if (start >= object.length) return refuse(response, 416, 'InvalidRange')
    const found = object.subarray(start, stop)
    return response
      .writeHead(206, { etag, 'content-range': `bytes ${start}-${stop - 1}/${object.length}`, 'content-length': found.length })
      .end(found)
  }

  #put({ key, query, headers }: SeenRequest, body: Buffer, response: ServerResponse): ServerResponse {
    const md5 = createHash('md5').update(body).digest('base64')
    if (headers['content-md5'] !== undefined && headers['content-md5'] !== md5) return refuse(response, 400, 'BadDigest')
    const upload = this.uploads.get(query.get('uploadId') ?? '')
    if (query.has('uploadId')) {
      if (upload === undefined) return refuse(response, 404, 'NoSuchUpload')
      upload.parts.set(Number(query.get('partNumber')), body)
    } else {
      if (headers['if-none-match'] === '*' && this.objects.has(key)) return refuse(response, 412, 'PreconditionFailed')
      this.objects.set(key, body)
    }
    return response.writeHead(200, { etag: etagOf(body) }).end()
  }

  #post({ key, query, headers }: SeenRequest, response: ServerResponse): ServerResponse {
    if (query.has('uploads')) {
      const id = `upload-${this.#uploaded++}`
      this.uploads.set(id, { key, parts: new Map() })
      return response.writeHead(200).end(xml('InitiateMultipartUploadResult', `<UploadId>${id}</UploadId>`))
    }
    const id = query.get('uploadId') ?? ''
    const upload = this.uploads.get(id)
    if (upload === undefined) return refuse(response, 404, 'NoSuchUpload')
    if (headers['if-none-match'] === '*' && this.objects.has(key)) return refuse(response, 412, 'PreconditionFailed')
    const parts = [...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part)
    if (parts.slice(0, -1).some((part) => part.length < 5 * 1024 * 1024)) return refuse(response, 400, 'EntityTooSmall')
    this.uploads.delete(id)
    this.objects.set(key, Buffer.concat(parts))
    return response.writeHead(200).end(xml('CompleteMultipartUploadResult', `<Key>${key}</Key>`))
  }

  #delete({ key, query }: SeenRequest, response: ServerResponse): ServerResponse {
    if (query.has('uploadId')) this.uploads.delete(query.get('uploadId') ?? '')
    else this.objects.delete(key)
    return response.writeHead(204).end()
  }

  #list({ query }: SeenRequest, response: ServerResponse): ServerResponse {
    const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? '']
    const most = Number(query.get('max-keys') ?? 1000)
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort()
    const after = query.get('continuation-token') ?? ''
    const rest = keys.filter((key) => key > after)
    const page = rest.slice(0, most)
    const isDeep = (key: string): boolean => delimiter !== '' && key.slice(prefix.length).includes(delimiter)
    const common = new Set(page.filter(isDeep).map((key) => key.slice(0, key.indexOf(delimiter, prefix.length) + 1)))
    const contents = page
      .filter((key) => !isDeep(key))
      .map((key) => `<Contents><Key>${key}</Key><Size>${this.objects.get(key)?.length}</Size></Contents>`)
    const more = rest.length > page.length
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
    const below = [...common].map((key) => `<CommonPrefixes><Prefix>${key}</Prefix></CommonPrefixes>`)
    return response
      .writeHead(200)
      .end(xml('ListBucketResult', `<IsTruncated>${more}</IsTruncated>${next}${contents.join('')}${below.join('')}`))
  }
}

const etags = new WeakMap<Uint8Array, string>()

function etagOf(bytes: Uint8Array): string {
  const etag = etags.get(bytes) ?? `"${createHash('md5').update(bytes).digest('hex')}"`
  etags.set(bytes, etag)
  return etag
}

function xml(name: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${name}>${inner}</${name}>`
}

/** Refuses a request as S3 does: a status, and a code in XML. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): ServerResponse {
  return response.writeHead(status, headers).end(xml('Error', `<Code>${code}</Code><Message>no</Message>`))
}
