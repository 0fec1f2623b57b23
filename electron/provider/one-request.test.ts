import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { type PreparedRequest, requestOnce, type WireAnswer } from './one-request.ts'

function post(url: string): PreparedRequest {
  return { url, method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hello' }
}

async function withServer<T>(answer: RequestListener, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

test('a line that breaks after the request was written says so', () =>
  withServer(
    (_request, response) => response.socket?.resetAndDestroy(),
    async (url) => {
      expect(await requestOnce(post(url), 10_000)).toMatchObject({ kind: 'no_answer', hasWrittenHeaders: true })
    },
  ))

test('a refused connection says that nothing was written, also beside one that was', async () => {
  const closed = await withServer(
    () => undefined,
    (url) => Promise.resolve(url),
  )
  const answers = await withServer(
    (_request, response) => response.end('done'),
    (url): Promise<WireAnswer[]> => Promise.all([requestOnce(post(url), 10_000), requestOnce(post(closed), 10_000)]),
  )
  expect(answers).toMatchObject([
    { kind: 'answered', status: 200, body: 'done' },
    { kind: 'no_answer', hasWrittenHeaders: false, errorCode: 'ECONNREFUSED', httpStatus: null },
  ])
})

test('an answer that does not end within the deadline is none', () =>
  withServer(
    (_request, response) => response.writeHead(202, { 'content-length': '9' }).write('half'),
    async (url) => {
      expect(await requestOnce(post(url), 500)).toMatchObject({
        kind: 'no_answer',
        hasWrittenHeaders: true,
        httpStatus: 202,
      })
    },
  ))
