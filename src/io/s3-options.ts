import type { RetryOptions } from './retry.js'

/** How objects behind `s3://` are reached. Whatever is left out is read from where the AWS SDK reads it: environment, profiles, roles. */
export interface S3Options extends RetryOptions {
  /** URL of a store that is not AWS. Default: `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`. Its buckets are addressed by path. */
  readonly endpoint?: string
  /** Default: `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile's, else us-east-1. */
  readonly region?: string
  /** Default: the environment's, else those of `AWS_PROFILE`, of the container or of the machine. Never shown, recorded or hashed. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }
  readonly profile?: string
  /** Sends requests without a signature, for public buckets. Default: whether `AWS_NO_SIGN_REQUEST` is YES, TRUE or 1. */
  readonly anonymous?: boolean
  /** Says that the reader pays for requests. Default: whether `AWS_REQUEST_PAYER` is `requester`. */
  readonly requesterPays?: boolean
  /** Whether a bucket stands in the path of URLs rather than in their host. Default: with an endpoint of your own. */
  readonly pathStyle?: boolean
}
