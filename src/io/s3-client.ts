import { OutputError, SourceError } from '../base/errors.js'
import type { S3Options } from './s3-options.js'

/** An object's bucket and key. */
export interface S3Place {
  readonly bucket: string
  readonly key: string
}

/** The package that speaks to S3: a peer that is only loaded, and only needed, for `s3://`. */
const packageName = '@aws-sdk/client-s3'

type Sdk = typeof import('@aws-sdk/client-s3')

/** What `s3://bucket/key` names. Throws `E_SOURCE` for what is no such uri. */
export function s3Place(uri: string): S3Place {
  const match = /^s3:\/\/([a-z0-9][a-z0-9._-]{1,254})(?:\/(.*))?$/is.exec(uri)
  if (match === null)
    throw new SourceError(`${shown(uri)}: not the uri of an object: give s3://bucket/key, without credentials`, { uri: shown(uri) })
  return { bucket: match[1] as string, key: match[2] ?? '' }
}

/** Whether a uri names an object of an S3 store. */
export function isS3(uri: string): boolean {
  return /^s3:/i.test(uri)
}

/** Hides what stands before an `@`: somebody may have put credentials there. */
function shown(uri: string): string {
  return uri.replace(/\/\/[^/]*@/, '//')
}

/** A connection to a store: one for all objects that are reached in the same way. */
export interface S3Connection {
  readonly sdk: Sdk
  readonly client: InstanceType<Sdk['S3Client']>
  /** What every request says of who pays. */
  readonly payer: { readonly RequestPayer?: 'requester' }
}

const connections = new Map<string, Promise<S3Connection>>()

/** The connection for some options, made when it is first asked for. Throws `E_SOURCE`, or for what is written `E_OUTPUT`, where the package is not installed. */
export function s3Connection(uri: string, options: S3Options, isOutput = false): Promise<S3Connection> {
  // The environment is a part of how a store is reached.
  const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3, AWS_PROFILE, AWS_ACCESS_KEY_ID, AWS_REGION, AWS_NO_SIGN_REQUEST } = process.env
  const surroundings = [AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3, AWS_PROFILE, AWS_ACCESS_KEY_ID, AWS_REGION, AWS_NO_SIGN_REQUEST]
  const key = JSON.stringify([options, surroundings])
  let connection = connections.get(key)
  if (connection === undefined) {
    connections.set(key, (connection = connect(uri, options, isOutput)))
    connection.catch(() => connections.delete(key))
  }
  return connection
}

async function connect(uri: string, options: S3Options, isOutput: boolean): Promise<S3Connection> {
  const sdk = await loadSdk(uri, isOutput)
  const { env } = process
  const endpoint = options.endpoint ?? env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL
  const anonymous = options.anonymous ?? (options.credentials === undefined && /^(yes|true|1)$/i.test(env.AWS_NO_SIGN_REQUEST ?? ''))
  const region = options.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION
  const config = {
    // Requests are repeated here, as those to any server are.
    maxAttempts: 1,
    followRegionRedirects: true,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(options.pathStyle === undefined && endpoint === undefined ? {} : { forcePathStyle: options.pathStyle ?? true }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    ...(anonymous ? { credentials: nobody, signer: { sign: async <T>(request: T): Promise<T> => request } } : {}),
    // Stores that are not AWS know no other checksums than MD5, which uploads carry.
    ...(env.AWS_REQUEST_CHECKSUM_CALCULATION === undefined ? { requestChecksumCalculation: 'WHEN_REQUIRED' as const } : {}),
    ...(env.AWS_RESPONSE_CHECKSUM_VALIDATION === undefined ? { responseChecksumValidation: 'WHEN_REQUIRED' as const } : {}),
  }
  const isPaid = options.requesterPays ?? /^requester$/i.test(env.AWS_REQUEST_PAYER ?? '')
  return {
    sdk,
    client: await withRegion(sdk, config, region),
    payer: isPaid ? { RequestPayer: 'requester' } : {},
  }
}

const nobody = { accessKeyId: 'anonymous', secretAccessKey: '' }

/** Where nobody says a region, the one that sends requests on to the others. */
async function withRegion(
  sdk: Sdk,
  config: import('@aws-sdk/client-s3').S3ClientConfig,
  region: string | undefined,
): Promise<InstanceType<Sdk['S3Client']>> {
  if (region !== undefined) return new sdk.S3Client({ ...config, region })
  const client = new sdk.S3Client(config)
  try {
    await client.config.region()
    return client
  } catch {
    client.destroy()
    return new sdk.S3Client({ ...config, region: 'us-east-1' })
  }
}

async function loadSdk(uri: string, isOutput: boolean): Promise<Sdk> {
  try {
    return await import('@aws-sdk/client-s3')
  } catch (cause) {
    const what = isOutput ? 'writing to s3:// needs' : 'reading s3:// needs'
    const message = `${shown(uri)}: ${what} the package ${packageName}, which is not installed: npm install ${packageName}`
    const fields = { uri: shown(uri), package: packageName }
    throw isOutput ? new OutputError(message, fields, { cause }) : new SourceError(message, fields, { cause })
  }
}

/** What an answer of the SDK that is an error says; null for a failure of the network. */
export function s3Failure(error: unknown): { readonly status: number; readonly code: string; readonly retryAfter: string | null } | null {
  if (!(error instanceof Error) || !('$metadata' in error)) return null
  const { httpStatusCode: status } = error.$metadata as { httpStatusCode?: number }
  if (status === undefined) return null
  const { headers } = (('$response' in error && error.$response) || {}) as { headers?: Readonly<Record<string, string>> }
  return { status, code: error.name, retryAfter: headers?.['retry-after'] ?? null }
}

const codes: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket (NoSuchBucket)',
  NoSuchKey: 'no such file (404, NoSuchKey)',
  NotFound: 'no such file (404)',
  AccessDenied: 'access denied (403): give credentials that may do this, or anonymous for a public bucket (AWS_NO_SIGN_REQUEST=YES)',
  InvalidAccessKeyId: 'the store does not know the access key (InvalidAccessKeyId)',
  SignatureDoesNotMatch: 'the secret key does not fit the access key (SignatureDoesNotMatch)',
  ExpiredToken: 'the credentials have expired (ExpiredToken)',
  CredentialsProviderError:
    'no credentials were found: set AWS_ACCESS_KEY_ID or AWS_PROFILE, or AWS_NO_SIGN_REQUEST=YES for a public bucket',
}

/** What a failure means, where its name says more than its status. */
export function s3Reason(code: string, status: number | null): string | undefined {
  if (codes[code] !== undefined) return codes[code]
  return status !== null && status >= 500 ? `the store answered with status ${status} (${code})` : undefined
}
