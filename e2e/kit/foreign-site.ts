import { createServer } from 'node:http'

/** A page of somebody else's site, on an origin of its own, with a policy that names the product's address and nothing else. */
export type ForeignSite = { origin: string; show(tag: { key: string; host: string; more?: string }): void; stop(): Promise<void> }

export const openForeignSite = (): Promise<ForeignSite> => {
  let html = ''
  let policy = ''
  const server = createServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(html)
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (!address || typeof address !== 'object') return reject(new Error('no port'))
      resolve({
        origin: `http://127.0.0.1:${address.port}`,
        show: ({ key, host, more = '' }) => {
          const socket = host.replace('http', 'ws')
          policy = `default-src 'self'; script-src ${host}; connect-src ${host} ${socket}; img-src ${host}`
          html = `<!doctype html><html lang="es"><head><title>Zapatería Río</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Zapatería Río</h1><p>Zapatos de todos los colores.</p><p><a href="/">Inicio</a></p></main>
<script src="${host}/widget.js" data-key="${key}" ${more} async></script></body></html>`
        },
        stop: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}
