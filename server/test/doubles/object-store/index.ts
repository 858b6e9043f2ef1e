import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A stand-in for an S3-compatible service that speaks as much of the protocol as the product uses, over HTTP: objects, ranges, lists, uploads in
 * parts. Signatures (version 4) are checked, parts under 5 MB refused, as the real ones do.
 */
export type ObjectStore = {
  url: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  objects: Map<string, Buffer>
  /** Uploads in parts that were begun and neither completed nor given up. */
  open(): number
  /** Largest body of one request so far. */
  largest(): number
  /** From now on so many requests are answered with 503. */
  fail(times: number): void
  close(): Promise<void>
}

const smallestPart = 5 * 1024 * 1024
const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>${text}`

const signatureOf = (request: IncomingMessage, url: URL, secret: string): { claimed: string; expected: string } | null => {
  const header = /Credential=[^/]+\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})/.exec(
    request.headers.authorization ?? '',
  )
  if (!header) return null
  const [, day, region, signed, claimed] = header as unknown as [string, string, string, string, string]
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort()
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), signed, request.headers['x-amz-content-sha256']].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash(canonical)].join('\n')
  const key = [region, 's3', 'aws4_request'].reduce((last, part) => hmac(last, part), hmac(`AWS4${secret}`, day))
  return { claimed, expected: hmac(key, text).toString('hex') }
}

export const startObjectStore = async (): Promise<ObjectStore> => {
  const [bucket, accessKeyId, secretAccessKey] = ['kept', 'key-of-a-test', 'secret-of-a-test']
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Map<number, Buffer>>()
  let [failures, largest, made] = [0, 0, 0]
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    largest = Math.max(largest, body.byteLength)
    const url = new URL(request.url ?? '/', 'http://x')
    const answer = (status: number, text: string | Buffer = '', headers: Record<string, string> = {}) => {
      response.writeHead(status, { ...(typeof text === 'string' && text !== '' && { 'content-type': 'application/xml' }), ...headers })
      response.end(text)
    }
    const refuse = (status: number, code: string) => answer(status, xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`))
    if (failures > 0) {
      failures -= 1
      return refuse(503, 'SlowDown')
    }
    const signature = signatureOf(request, url, secretAccessKey)
    if (!signature || signature.claimed !== signature.expected) return refuse(403, 'SignatureDoesNotMatch')
    const path = decodeURIComponent(url.pathname)
    if (path !== `/${bucket}` && !path.startsWith(`/${bucket}/`)) return refuse(404, 'NoSuchBucket')
    const key = path.slice(bucket.length + 2)
    const upload = url.searchParams.get('uploadId')
    if (request.method === 'POST' && url.searchParams.has('uploads')) {
      made += 1
      uploads.set(String(made), new Map())
      return answer(
        200,
        xml(`<InitiateMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${key}</Key><UploadId>${made}</UploadId></InitiateMultipartUploadResult>`),
      )
    }
    if (upload !== null) {
      const parts = uploads.get(upload)
      if (!parts) return refuse(404, 'NoSuchUpload')
      if (request.method === 'PUT') {
        parts.set(Number(url.searchParams.get('partNumber')), body)
        return answer(200, '', { etag: `"${hash(body)}"` })
      }
      uploads.delete(upload)
      if (request.method === 'DELETE') return answer(204)
      const sorted = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part)
      if (sorted.slice(0, -1).some((part) => part.byteLength < smallestPart)) return refuse(400, 'EntityTooSmall')
      objects.set(key, Buffer.concat(sorted))
      return answer(
        200,
        xml(`<CompleteMultipartUploadResult><Location>x</Location><Bucket>${bucket}</Bucket><Key>${key}</Key><ETag>"x"</ETag></CompleteMultipartUploadResult>`),
      )
    }
    if (request.method === 'PUT') {
      objects.set(key, body)
      return answer(200, '', { etag: `"${hash(body)}"` })
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return answer(204)
    }
    if (key === '' && url.searchParams.has('list-type')) {
      const from = url.searchParams.get('continuation-token') ?? ''
      const most = Number(url.searchParams.get('max-keys') ?? 1000)
      const keys = [...objects.keys()].filter((one) => one.startsWith(url.searchParams.get('prefix') ?? '') && one > from).sort()
      const page = keys.slice(0, most)
      const contents = page.map(
        (one) =>
          `<Contents><Key>${one}</Key><Size>${objects.get(one)!.byteLength}</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>"x"</ETag></Contents>`,
      )
      const more = keys.length > most
      return answer(
        200,
        xml(
          `<ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`,
        ),
      )
    }
    const found = objects.get(key)
    if (!found) return refuse(404, 'NoSuchKey')
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (start === undefined) return answer(200, found, { 'content-length': String(found.byteLength) })
    const part = found.subarray(Number(start), Number(end) + 1)
    return answer(206, part, { 'content-length': String(part.byteLength) })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    accessKeyId,
    secretAccessKey,
    objects,
    open: () => uploads.size,
    largest: () => largest,
    fail: (times) => void (failures = times),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
