import { connect, createServer, type Socket } from 'node:net'

/** The network between browser and product, as a wire that can be cut: what is connected breaks off, and nothing connects until it is mended. */
export type Network = { url: string; cut(): void; mend(): void; stop(): Promise<void> }

export const layNetwork = (port: number): Promise<Network> => {
  let whole = true
  const ends = new Set<Socket>()
  const join = (socket: Socket) => {
    ends.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => ends.delete(socket))
    return socket
  }
  const server = createServer((near) => {
    join(near)
    if (!whole) return void near.destroy()
    const far = join(connect(port, '127.0.0.1'))
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const cut = () => {
    whole = false
    for (const end of ends) end.destroy()
  }
  const stop = () => {
    cut()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (!address || typeof address !== 'object') return reject(new Error('no port'))
      resolve({ url: `http://localhost:${address.port}`, cut, mend: () => void (whole = true), stop })
    })
  })
}
