import { createHash } from 'node:crypto'
import { AbortedError, OutputError } from '../base/errors.js'
import { final, networkRefusal, Patience, type Refusal, type RetryRule, refusalOf, retried, retryRule } from './retry.js'
import { type S3Connection, s3Connection, s3Failure, s3Place, s3Reason } from './s3-client.js'
import type { S3Options } from './s3-options.js'
import { fetchS3, listObjects } from './s3-read.js'
import { S3Upload, type UploadNote } from './s3-upload.js'

/** What of an output in a store may be told beside how the store is reached. */
export interface S3OutputOptions {
  readonly s3: S3Options
  /** Refuse to write where an object of that name is there: every PUT, and the end of every multipart upload, carries `If-None-Match: *`. */
  readonly ifNoneMatch: boolean
  /** Remembers an upload in parts that is under way, so that one that was killed can be taken back. */
  readonly note: UploadNote
}

/** Slowest upload that is not taken for one that hangs, in bytes a millisecond. */
const slowestUpload = 50

/** An output in an S3 store: objects at and below one uri. Throws `E_OUTPUT` that names the uri, and never credentials. */
export class S3Output {
  readonly #uri: string
  readonly #options: S3OutputOptions
  readonly #rule: RetryRule
  readonly #connection: S3Connection

  private constructor(uri: string, options: S3OutputOptions, connection: S3Connection) {
    this.#uri = uri.replace(/\/+$/, '')
    this.#options = options
    this.#rule = retryRule(options.s3)
    this.#connection = connection
  }

  static async open(uri: string, options: S3OutputOptions): Promise<S3Output> {
    if (s3Place(uri).key.replace(/\/+$/, '') === '')
      throw new OutputError(`${uri}: names a bucket and no object in it: give s3://bucket/key`, { uri })
    return new S3Output(uri, options, await s3Connection(uri, options.s3, true))
  }

  /** Puts an object in one step; `key` is below the output's uri, empty for itself. */
  async put(key: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
    const { sdk, client, payer } = this.#connection
    const uri = this.#below(key)
    const { bucket: Bucket, key: Key } = s3Place(uri)
    const ContentMD5 = createHash('md5').update(bytes).digest('base64')
    const input = { Bucket, Key, ...payer, ...this.#condition(), Body: bytes, ContentMD5, ContentLength: bytes.length }
    try {
      await this.#retried(
        uri,
        `write ${bytes.length} bytes to`,
        bytes.length,
        (abortSignal) => client.send(new sdk.PutObjectCommand(input), { abortSignal }),
        signal,
      )
    } catch (error) {
      // An interrupted run, or a request whose answer was lost, may have put the same bytes there.
      if (error instanceof OutputError && error.fields.status === 412 && (await this.#holds(uri, bytes))) return
      throw error
    }
  }

  /** Begins an object of so many bytes that is written from its beginning to its end, in parts where it is large. */
  async stream(key: string, totalBytes: number, signal?: AbortSignal): Promise<S3Upload> {
    const uri = this.#below(key)
    const { bucket: Bucket, key: Key } = s3Place(uri)
    const { payer } = this.#connection
    await this.#takeBack()
    return new S3Upload(totalBytes, {
      put: (bytes) => this.put(key, bytes, signal),
      begin: async () => {
        const { UploadId } = await this.#call(uri, 'begin to write', ({ sdk, client }, abortSignal) =>
          client.send(new sdk.CreateMultipartUploadCommand({ Bucket, Key, ...payer }), { abortSignal }),
        )
        if (UploadId === undefined) throw new OutputError(`${uri}: the store began an upload without an id`, { uri })
        this.#options.note.write(JSON.stringify({ uri, id: UploadId }))
        return UploadId
      },
      part: async (UploadId, PartNumber, bytes) => {
        const ContentMD5 = createHash('md5').update(bytes).digest('base64')
        const input = { Bucket, Key, UploadId, PartNumber, ...payer, Body: bytes, ContentMD5, ContentLength: bytes.length }
        const { client, sdk } = this.#connection
        const send = (abortSignal: AbortSignal) => client.send(new sdk.UploadPartCommand(input), { abortSignal })
        const { ETag } = await this.#retried(uri, `write part ${PartNumber} (${bytes.length} bytes) of`, bytes.length, send, signal)
        return ETag ?? ''
      },
      complete: async (UploadId, tags) => {
        const Parts = tags.map((ETag, at) => ({ ETag, PartNumber: at + 1 }))
        const input = { Bucket, Key, UploadId, ...payer, ...this.#condition(), MultipartUpload: { Parts } }
        try {
          await this.#call(
            uri,
            'put together',
            ({ sdk, client }, abortSignal) => client.send(new sdk.CompleteMultipartUploadCommand(input), { abortSignal }),
            signal,
          )
        } catch (error) {
          // The answer to the first request may have been lost after the store had done as it said.
          const isGone = error instanceof OutputError && error.fields.code === 'NoSuchUpload'
          if (!isGone || (await this.#sizeOf(uri)) !== totalBytes) throw error
        }
        this.#options.note.clear()
      },
      abort: (id) => this.#abort(uri, id),
    })
  }

  /** Keys and sizes of what is there at most: the object itself, or with `below` what lies deeper. */
  async found(below: boolean, most: number): Promise<readonly { readonly key: string; readonly size: number }[]> {
    const uri = below ? `${this.#uri}/` : this.#uri
    const { key } = s3Place(uri)
    const { objects } = await listObjects(uri, this.#options.s3, { deep: true, most })
    return below
      ? objects.map((object) => ({ ...object, key: object.key.slice(key.length) }))
      : objects.filter((object) => object.key === key)
  }

  /** Removes objects below the uri, in this order. */
  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const uri = this.#below(key)
      const { bucket: Bucket, key: Key } = s3Place(uri)
      const { payer } = this.#connection
      await this.#call(uri, 'remove', ({ sdk, client }, abortSignal) =>
        client.send(new sdk.DeleteObjectCommand({ Bucket, Key, ...payer }), { abortSignal }),
      )
    }
  }

  /** Finds out before the work whether objects may be written here: begins an upload, and takes it back. */
  async mustBeWritable(): Promise<void> {
    const { bucket: Bucket, key: Key } = s3Place(this.#uri)
    const { payer } = this.#connection
    const { UploadId } = await this.#call(this.#uri, 'write', ({ sdk, client }, abortSignal) =>
      client.send(new sdk.CreateMultipartUploadCommand({ Bucket, Key, ...payer }), { abortSignal }),
    )
    if (UploadId !== undefined) await this.#abort(this.#uri, UploadId)
  }

  #below(key: string): string {
    return key === '' ? this.#uri : `${this.#uri}/${key}`
  }

  #condition(): { readonly IfNoneMatch?: '*' } {
    return this.#options.ifNoneMatch ? { IfNoneMatch: '*' } : {}
  }

  /** Takes back an upload that a killed run left: its parts are kept, and charged for, until somebody does. */
  async #takeBack(): Promise<void> {
    const note = this.#options.note.read()
    if (note === null) return
    const { uri, id } = JSON.parse(note) as { uri: string; id: string }
    await this.#abort(uri, id)
  }

  async #abort(uri: string, UploadId: string): Promise<void> {
    const { bucket: Bucket, key: Key } = s3Place(uri)
    const { sdk, client, payer } = this.#connection
    try {
      await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId, ...payer }))
      this.#options.note.clear()
    } catch {
      // What made it fail is told; a lifecycle rule of the bucket removes parts that nobody takes back.
    }
  }

  async #holds(uri: string, bytes: Uint8Array): Promise<boolean> {
    try {
      const found = await fetchS3(uri, this.#options.s3, bytes.length)
      return (await found.size()) === bytes.length && Buffer.from(await found.read(0, bytes.length)).equals(bytes)
    } catch {
      return false
    }
  }

  async #sizeOf(uri: string): Promise<number> {
    const { key } = s3Place(uri)
    const { objects } = await listObjects(uri, this.#options.s3, { deep: true, most: 1 })
    return objects.find((object) => object.key === key)?.size ?? -1
  }

  #call<T extends object>(
    uri: string,
    doing: string,
    send: (connection: S3Connection, signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    return this.#retried(uri, doing, 0, (abortSignal) => send(this.#connection, abortSignal), signal)
  }

  #retried<T extends object>(
    uri: string,
    doing: string,
    bytes: number,
    send: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const attempt = async (): Promise<T | Refusal> => {
      const patience = new Patience(this.#rule.timeoutMs + bytes / slowestUpload, signal)
      try {
        return await send(patience.signal)
      } catch (cause) {
        if (signal?.aborted) throw new AbortedError(`${uri}: writing was stopped`, { uri }, { cause })
        return patience.isOver ? { ...patience.refusal, cause } : refusalFor(cause)
      } finally {
        patience.end()
      }
    }
    return retried(
      this.#rule,
      attempt,
      ({ reason, status, cause }, tries) => {
        const code = cause instanceof Error ? cause.name : ''
        return new OutputError(
          `cannot ${doing} ${uri}: ${reason}${tries}`,
          { uri, code, ...(status === undefined ? {} : { status }) },
          { cause },
        )
      },
      signal,
    )
  }
}

/** What a failed request of the SDK means, and whether sending it again may help. */
function refusalFor(error: unknown): Refusal {
  const failure = s3Failure(error)
  const reason = error instanceof Error ? s3Reason(error.name, failure?.status ?? null) : undefined
  if (failure === null) return reason === undefined ? networkRefusal(error) : { ...final(reason), cause: error }
  const { status, retryAfter, code } = failure
  return {
    ...refusalOf(status, retryAfter, reason ?? outputReasons[status] ?? `the store answered with status ${status} (${code})`),
    cause: error,
  }
}

const outputReasons: Readonly<Record<number, string>> = {
  301: 'its bucket is in another region: set AWS_REGION to it (301)',
  307: 'its bucket is in another region: set AWS_REGION to it (307)',
  404: 'there is no such bucket (404)',
  412: 'there is an object of that name already (412), which If-None-Match forbids to replace',
}
