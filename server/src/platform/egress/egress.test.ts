import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { createEgress, type EgressAnswer, type EgressCall, type EgressOptions } from './egress.ts'

const closers: (() => unknown)[] = []
after(async () => {
  for (const close of closers) await close()
})

const listen = async (server: Server | ReturnType<typeof createTcpServer>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A local provider; counts the requests that really reached it. */
const provider = async (answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void) => {
  const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    seen.push({ method: request.method!, url: request.url!, headers: request.headers, body: body.toString() })
    answer(request, response, body)
  })
  const port = await listen(server)
  return { port, root: `http://127.0.0.1:${port}`, seen }
}

/** A server that treats connections as it likes. */
const rawServer = async (onSocket: (socket: Socket) => void): Promise<string> => {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onSocket(socket)
  })
  const port = await listen(server)
  closers.push(() => sockets.forEach((socket) => socket.destroy()))
  return `http://127.0.0.1:${port}`
}

const egressWith = (options: Partial<EgressOptions> = {}) => {
  const egress = createEgress({ allow: [], trustedOrigins: [], ...options })
  closers.push(() => egress.close())
  return (url: string, call: Partial<EgressCall> = {}) => egress.request({ method: 'GET', url, timeoutMs: 5000, ...call })
}

const refused = (answer: EgressAnswer, why: RegExp) => {
  assert.equal(answer.result, 'refused', JSON.stringify(answer))
  assert.match((answer as { reason: string }).reason, why)
}
const lost = (answer: EgressAnswer, why: RegExp) => {
  assert.equal(answer.result, 'lost', JSON.stringify(answer))
  assert.match((answer as { reason: string }).reason, why)
}
const answered = (answer: EgressAnswer) => {
  assert.ok(answer.result === 'answer', JSON.stringify(answer))
  return answer
}

test('a trusted provider gets exactly what was sent, and its answer comes back', async () => {
  const { root, seen } = await provider((_request, response) => response.writeHead(201, { 'x-id': 'a' }).end('{"ok":true}'))
  const request = egressWith({ trustedOrigins: [`${root}/v23.0`] })
  const answer = answered(
    await request(`${root}/v23.0/1/messages?a=b`, {
      method: 'POST',
      headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
      body: '{"to":"ñ"}',
    }),
  )
  assert.deepEqual([answer.status, answer.headers['x-id'], answer.body.toString()], [201, 'a', '{"ok":true}'])
  assert.deepEqual([seen[0]!.method, seen[0]!.url, seen[0]!.headers.authorization, seen[0]!.body], ['POST', '/v23.0/1/messages?a=b', 'Bearer t', '{"to":"ñ"}'])
})

test('files travel as multipart with their name and bytes', async () => {
  const { root, seen } = await provider((_request, response) => response.end())
  const form = new FormData()
  form.append('messaging_product', 'whatsapp')
  form.append('file', new Blob([Buffer.from('pixels')], { type: 'image/png' }), 'a.png')
  answered(await egressWith({ allow: ['127.0.0.1'] })(root, { method: 'POST', body: form }))
  assert.match(String(seen[0]!.headers['content-type']), /^multipart\/form-data; boundary=/)
  assert.match(seen[0]!.body, /filename="a\.png"[\s\S]*pixels/)
})

test('nothing private is called, however its address is written', async () => {
  const { port, seen } = await provider((_request, response) => response.end())
  const request = egressWith()
  const hosts = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.1',
    '0',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a00:1]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[2002:7f00:1::]',
    '[2001::1]',
    '[ff02::1]',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '①②⑦.0.0.1',
    'localhost',
    'LOCALHOST.',
    'a.localhost',
  ]
  for (const host of hosts) refused(await request(`http://${host}:${port}/`), /not public|no address|ENOTFOUND|EAI_AGAIN/)
  assert.equal(seen.length, 0)
})

test('only http and https, and no credentials in the address', async () => {
  const request = egressWith()
  for (const url of ['ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'data:text/plain,a']) refused(await request(url), /only http/)
  refused(await request('http://user:secret@example.org/'), /credentials/)
  refused(await request('no address at all'), /Invalid URL/)
  refused(await request('http://example.org/', { headers: { 'x-bad': 'a\r\nb: c' } }), /header/)
})

test('ports of other protocols are not called, wherever they are', async () => {
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const request = egressWith({ resolve })
  for (const port of [22, 25, 6379]) refused(await request(`http://mail.example:${port}/`), /port/)
  refused(await egressWith({ resolve, allow: ['mail.example:25'] })('http://mail.example:25/'), /ECONNREFUSED/)
})

test('what is refused by the guard is told apart from what nobody answers', async () => {
  const blocked = async (url: string, options: Partial<EgressOptions> = {}) => {
    const answer = await egressWith(options)(url)
    return answer.result === 'refused' && answer.blocked === true
  }
  const resolve = async () => [{ address: '10.0.0.1', family: 4 }]
  assert.equal(await blocked('http://127.0.0.1/'), true)
  assert.equal(await blocked('http://inside.example/', { resolve }), true)
  assert.equal(await blocked('http://127.0.0.1:1/', { allow: ['127.0.0.1'] }), false)
})

test('what the operator allows is let through: by host, host and port, address, network', async () => {
  const { port } = await provider((_request, response) => response.end())
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  for (const allow of ['graph.local', `graph.local:${port}`, '127.0.0.1', '127.0.0.0/8'])
    answered(await egressWith({ allow: [allow], resolve })(`http://graph.local:${port}/`))
  for (const allow of ['other.local', 'graph.local:1', '10.0.0.0/8', 'local'])
    refused(await egressWith({ allow: [allow], resolve })(`http://graph.local:${port}/`), /not public/)
  assert.throws(() => createEgress({ allow: ['10.0.0.0/x'], trustedOrigins: [] }), /EGRESS_ALLOW/)
  assert.throws(() => createEgress({ allow: ['hosts/8'], trustedOrigins: [] }), /EGRESS_ALLOW/)
})

test('a trusted origin is that scheme, host and port, not its neighbours', async () => {
  const trusted = await provider((_request, response) => response.end())
  const neighbour = await provider((_request, response) => response.end())
  const request = egressWith({ trustedOrigins: [trusted.root] })
  answered(await request(trusted.root))
  refused(await request(neighbour.root), /not public/)
  refused(await request(trusted.root.replace('http:', 'https:')), /not public/)
})

test('a name that leads to a private address is refused, also when it changes its mind', async () => {
  const { port, seen } = await provider((_request, response) => response.setHeader('connection', 'close').end())
  // 127.0.0.1 stands for a public server here; what the name says later is not allowed.
  const says = [['127.0.0.1'], ['127.0.0.2'], ['::1', '10.0.0.1'], ['::ffff:127.0.0.2'], []]
  let turn = 0
  const resolve = async () => says[turn++]!.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  const request = egressWith({ resolve, allow: ['127.0.0.1'] })
  const url = `http://rebind.example:${port}/`
  answered(await request(url))
  for (const _ of says.slice(1)) refused(await request(url), /not public|no address/)
  assert.equal(seen.length, 1)
})

test('of several addresses only the permitted ones are tried', async () => {
  const { port, seen } = await provider((_request, response) => response.end())
  const resolve = async () => [
    { address: '127.0.0.1', family: 4 },
    { address: '127.0.0.2', family: 4 },
  ]
  refused(await egressWith({ resolve, allow: ['127.0.0.2'] })(`http://two.example:${port}/`), /ECONNREFUSED/)
  assert.equal(seen.length, 0, 'the first address was listening and must not have been called')
})

test('redirects are followed up to three times, each looked at anew', async () => {
  const { root, seen } = await provider((request, response) => {
    const step = Number(new URL(request.url!, 'http://x').pathname.slice(1))
    if (step > 0) response.writeHead(302, { location: `/${step - 1}` })
    response.end('there')
  })
  const request = egressWith({ trustedOrigins: [root] })
  assert.equal(answered(await request(`${root}/3`)).body.toString(), 'there')
  refused(await request(`${root}/4`), /too many redirects/)
  assert.equal(seen.length, 4 + 4)
})

test('a redirect to a private address is refused', async () => {
  const secret = await provider((_request, response) => response.end('metadata'))
  for (const target of [secret.root, 'http://169.254.169.254/latest', 'http://[::1]/', 'file:///etc/passwd', 'http://']) {
    const { root } = await provider((_request, response) => response.writeHead(307, { location: target }).end())
    refused(await egressWith({ trustedOrigins: [root] })(root), /not public|only http|cannot be read/)
  }
  assert.equal(secret.seen.length, 0)
})

test('where redirects are wanted within one server, one to another server is the answer', async () => {
  const other = await provider((_request, response) => response.end())
  const { root } = await provider((request, response) => response.writeHead(307, { location: request.url === '/' ? '/next' : `${other.root}/` }).end())
  const answer = answered(await egressWith({ trustedOrigins: [root, other.root] })(root, { redirects: 'same_origin' }))
  assert.deepEqual([answer.status, answer.headers['location'], other.seen.length], [307, `${other.root}/`, 0])
  const odd = await provider((_request, response) => response.writeHead(302, { location: 'http://' }).end())
  assert.equal(answered(await egressWith({ trustedOrigins: [odd.root] })(odd.root, { redirects: 'same_origin' })).status, 302)
})

test('proofs of identity stay with the server they were meant for', async () => {
  const other = await provider((_request, response) => response.end())
  const { root } = await provider((_request, response) => response.writeHead(307, { location: `${other.root}/next` }).end())
  const headers = { Authorization: 'Bearer secret', Cookie: 'a=b', 'X-Api-Key': 'k', 'Content-Type': 'text/plain' }
  answered(await egressWith({ trustedOrigins: [root, other.root] })(root, { method: 'POST', body: 'kept', headers }))
  const [arrived] = other.seen
  assert.deepEqual([arrived!.headers.authorization, arrived!.headers.cookie, arrived!.headers['x-api-key']], [undefined, undefined, undefined])
  assert.deepEqual([arrived!.method, arrived!.body, arrived!.headers['content-type']], ['POST', 'kept', 'text/plain'])
})

test('a POST that was answered by "see other" was taken: failing afterwards is no refusal', async () => {
  const { root } = await provider((_request, response) => response.writeHead(303, { location: 'http://10.0.0.1/' }).end())
  lost(await egressWith({ trustedOrigins: [root] })(root, { method: 'POST', body: 'a' }), /not public/)
})

test('no connection, no name, no TLS: certainly not delivered', async () => {
  const { port } = await provider((_request, response) => response.end())
  const closed = createServer()
  const closedPort = await listen(closed)
  await new Promise((resolve) => closed.close(resolve))
  const request = egressWith({ allow: ['127.0.0.1'] })
  refused(await request(`http://127.0.0.1:${closedPort}/`, { method: 'POST', body: 'a' }), /ECONNREFUSED/)
  refused(await request(`https://127.0.0.1:${port}/`, { method: 'POST', body: 'a' }), /SSL|TLS|EPROTO|wrong version/i)
  const unknown = egressWith({ resolve: async () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND nowhere.example'), { code: 'ENOTFOUND' })) })
  refused(await unknown('http://nowhere.example/'), /ENOTFOUND/)
  const silentTls = await rawServer(() => {})
  refused(await request(silentTls.replace('http:', 'https:'), { method: 'POST', body: 'a', timeoutMs: 100 }), /time-?out/i)
})

test('the answer does not come, breaks off or is too large: it may have been delivered', async () => {
  const request = egressWith({ allow: ['127.0.0.1'] })
  const silent = await rawServer(() => {})
  lost(await request(silent, { method: 'POST', body: 'a', timeoutMs: 100 }), /time-out/)
  const reset = await rawServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
  lost(await request(reset, { method: 'POST', body: 'a' }), /ECONNRESET|closed/)
  const half = await rawServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')))
  lost(await request(half, { method: 'POST', body: 'a' }), /closed/)
  const slow = await rawServer((socket) => socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Len')))
  lost(await request(slow, { method: 'POST', body: 'a', timeoutMs: 100 }), /time-out/)
  const nonsense = await rawServer((socket) => socket.once('data', () => socket.end('220 mail.example ESMTP\r\n')))
  lost(await request(nonsense, { method: 'POST', body: 'a' }), /./)
  const large = await provider((_request, response) => response.end(Buffer.alloc(1001)))
  const tooLarge = await request(large.root, { maxBytes: 1000 })
  lost(tooLarge, /larger than 1000/)
  assert.ok('tooLarge' in tooLarge)
  const untold = await provider((_request, response) => void (response.write(Buffer.alloc(600)), response.end(Buffer.alloc(600))))
  lost(await request(untold.root, { maxBytes: 1000 }), /larger than 1000/)
  assert.equal(answered(await request(large.root, { maxBytes: 1001 })).body.length, 1001)
})

test('a call that waits for a free connection and runs out of time was not delivered', async () => {
  let reached = 0
  const silent = await rawServer((socket) => socket.on('data', () => reached++))
  const request = egressWith({ allow: ['127.0.0.1'], connections: 1 })
  const [first, second] = await Promise.all([
    request(silent, { method: 'POST', body: 'a', timeoutMs: 200 }),
    request(silent, { method: 'POST', body: 'b', timeoutMs: 100 }),
  ])
  lost(first, /time-out/)
  refused(second, /time-out/)
  assert.equal(reached, 1)
})

test('a thousand calls share a few connections', async () => {
  let connections = 0
  const server = createServer((_request, response) => response.end('{}')).on('connection', () => connections++)
  const port = await listen(server)
  const request = egressWith({ allow: ['127.0.0.1'], connections: 8 })
  const answers = await Promise.all(Array.from({ length: 1000 }, () => request(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })))
  assert.ok(answers.every((answer) => answer.result === 'answer'))
  assert.ok(connections <= 8, `${connections} connections`)
})

test('a call that waits is called off at once, and one that was called off before does not leave', async () => {
  let reached = 0
  const server = createServer(() => (reached += 1))
  const port = await listen(server)
  const request = egressWith({ allow: ['127.0.0.1'] })
  const end = new AbortController()
  server.once('request', () => end.abort())
  lost(await request(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}', signal: end.signal }), /called off/)
  refused(await request(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}', signal: end.signal }), /called off/)
  assert.equal(reached, 1)
})
