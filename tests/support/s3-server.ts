import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import type { S3Bucket } from '../../electron/provider/s3-media-store.ts'
import { inTempFolder } from './store.ts'

/** How the line to the bucket behaves. */
export type S3Mood = 'well' | 'cuts the request' | 'never answers' | 'says 503'

/** A real server that speaks S3 and checks signatures, with a private bucket. */
export interface S3Server {
  readonly bucket: S3Bucket
  mood: S3Mood
  /** What was asked of it: `PUT 200`, `GET 403`; a request that got no answer ends with `-`. */
  readonly asked: readonly string[]
  /** Closes its port and cuts every connection. */
  close(): Promise<void>
  open(): Promise<void>
}

/** Runs a test with such a server on a port of its own. */
export function withS3<T>(use: (server: S3Server) => Promise<T>): Promise<T> {
  return inTempFolder(async (dir) => {
    const server = await startS3(join(dir, 's3'))
    try {
      return await use(server)
    } finally {
      await server.close()
    }
  })
}

async function startS3(directory: string): Promise<S3Server> {
  const options = { silent: true, directory, vhostBuckets: false, configureBuckets: [{ name: 'office' }] }
  const s3 = new S3rver(options)
  await s3.configureBuckets()
  const answer = s3.callback()
  const asked: string[] = []
  const http = createServer((request, response) => {
    response.on('close', () => asked.push(`${request.method} ${response.writableFinished ? response.statusCode : '-'}`))
    if (self.mood === 'well') takeWell(request, response, answer)
    if (self.mood === 'cuts the request') request.once('data', () => request.destroy())
    if (self.mood === 'says 503') response.writeHead(503).end('<html>later</html>')
  })
  let port = 0
  const self: S3Server = {
    bucket: {
      endpoint: '',
      publicEndpoint: null,
      region: 'us-east-1',
      bucket: 'office',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
    mood: 'well',
    asked,
    open: async () => {
      http.listen(port, '127.0.0.1')
      await once(http, 'listening')
      port = (http.address() as AddressInfo).port
    },
    close: async () => {
      if (!http.listening) return
      const closed = once(http, 'close')
      http.close()
      http.closeAllConnections()
      await closed
    },
  }
  await self.open()
  return Object.assign(self, { bucket: { ...self.bucket, endpoint: `http://127.0.0.1:${port}` } })
}

/** The server itself lets anybody read; a bucket is private until somebody opens it. */
function takeWell(request: IncomingMessage, response: ServerResponse, answer: ReturnType<S3rver['callback']>): void {
  const isSigned = request.headers.authorization !== undefined || /[?&]X-Amz-Signature=/.test(request.url ?? '')
  if (isSigned) answer(request, response)
  else response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>')
}
