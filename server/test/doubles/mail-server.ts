import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

type Mail = { to: string; text: string }
/** An SMTP server that takes everything; `text` is the body, in clear. */
export type MailServer = { url: string; mails: readonly Mail[]; close(): Promise<void> }

const readable = (raw: string): string => {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body
  const bytes = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

const converse = (socket: Socket, take: (mail: Mail) => void): void => {
  let to = ''
  let body: string[] | null = null
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 mailbox')
  createInterface(socket).on('line', (line) => {
    if (body !== null) {
      if (line !== '.') return void body.push(line.replace(/^\./, ''))
      take({ to, text: readable(body.join('\r\n')) })
      body = null
      return void say('250 taken')
    }
    const command = line.slice(0, 4).toUpperCase()
    to = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1] ?? to
    if (command === 'DATA') body = []
    say(command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 mailbox')
  })
}

export const startMailServer = async (): Promise<MailServer> => {
  const mails: Mail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    converse(socket, (mail) => mails.push(mail))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
