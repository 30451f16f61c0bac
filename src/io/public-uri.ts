const signing = new Set(
  [
    ...['Signature', 'Expires', 'Key-Pair-Id', 'Policy', 'AWSAccessKeyId', 'GoogleAccessId'],
    ...['sig', 'se', 'sp', 'sv', 'sr', 'st', 'spr', 'sip', 'si', 'ss', 'srt', 'skoid', 'sktid', 'skt', 'ske', 'sks', 'skv'],
    ...['token', 'access_token', 'api_key', 'apikey', 'key', 'subscription-key'],
  ].map((name) => name.toLowerCase()),
)
const signingPrefixes = ['x-amz-', 'x-goog-', 'x-ms-', 'x-oss-']

function isSigning(name: string): boolean {
  const lower = name.toLowerCase()
  return signing.has(lower) || signingPrefixes.some((prefix) => lower.startsWith(prefix))
}

/**
 * A uri as errors, recipes and outputs may show it: an http or https URL without user, password, fragment and the query parameters that
 * sign or authorise a request. Anything else is answered as it is.
 */
export function publicUri(uri: string): string {
  if (!/^https?:/i.test(uri) || !URL.canParse(uri)) return uri
  const url = new URL(uri)
  url.username = ''
  url.password = ''
  url.hash = ''
  if (url.search !== '') {
    const kept = url.search
      .slice(1)
      .split('&')
      .filter((pair) => !isSigning(decodeName(pair.split('=', 1)[0] as string)))
    url.search = kept.join('&')
  }
  return url.href
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Whether a uri of an output names an object store rather than a path on this machine. */
export function isRemote(uri: string): boolean {
  return /^s3:\/\//i.test(uri)
}
