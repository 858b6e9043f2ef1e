import type { VisitorFrame, VisitorNews } from '@chasqui/contracts'

export type Line = {
  say(frame: VisitorFrame): void
  /** Looks whether it still stands, and opens it anew if not: after sleep, or when the network is back. */
  wake(): void
  close(): void
}

export type LinePorts = {
  url: string
  token: string
  /** Up to where everything is known; null: nothing is. */
  known(): number | null
  tell(news: VisitorNews): void
  stands(stands: boolean): void
  /** The token is good for nothing any more. */
  refused(): void
  /** ms until a line that is being opened has to be there; browsers themselves wait for minutes. */
  opening?: number
}

/** ms between two signs of life, and until one has to be answered. */
const beat = 25_000
const patience = 6000
const waits = [500, 1000, 2000, 4000, 8000, 16_000, 30_000]
/** The server's word for a token that it does not know. */
const unknownToken = 4401

/** The socket of a page. It comes back by itself, saying up to where it knows everything; nothing is lost in between, because the other side reads what is stored. */
export const openLine = ({ url, token, known, tell, stands, refused, opening = 15_000 }: LinePorts): Line => {
  let socket: WebSocket | null = null
  let tries = 0
  let isClosed = false
  let retry: ReturnType<typeof setTimeout> | undefined
  let overdue: ReturnType<typeof setTimeout> | undefined

  const say = (frame: VisitorFrame): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }
  const drop = (): void => {
    clearTimeout(overdue)
    overdue = undefined
    const old = socket
    socket = null
    stands(false)
    if (old) {
      old.onclose = old.onmessage = old.onopen = null
      old.close()
    }
  }
  const later = (): void => {
    clearTimeout(retry)
    if (isClosed) return
    const wait = waits[Math.min(tries, waits.length - 1)]!
    tries += 1
    // Not all pages at the same moment after a restart.
    retry = setTimeout(open, wait * (0.5 + Math.random()))
  }
  const probe = (): void => {
    say({ type: 'ping' })
    overdue ??= setTimeout(() => {
      drop()
      open()
    }, patience)
  }
  const open = (): void => {
    clearTimeout(retry)
    drop()
    const opened = new WebSocket(url)
    socket = opened
    // After sleep the network may be there and lead nowhere yet.
    overdue = setTimeout(() => {
      drop()
      later()
    }, opening)
    opened.onopen = () => say({ type: 'hello', token, after: known() })
    opened.onmessage = ({ data }) => {
      clearTimeout(overdue)
      overdue = undefined
      const news = JSON.parse(String(data)) as VisitorNews
      if (news.type === 'ready') {
        tries = 0
        stands(true)
      }
      tell(news)
    }
    opened.onclose = ({ code }) => {
      drop()
      if (code === unknownToken) {
        isClosed = true
        refused()
      } else later()
    }
  }
  const heart = setInterval(() => socket?.readyState === WebSocket.OPEN && probe(), beat)
  open()
  return {
    say,
    wake: () => {
      if (isClosed) return
      if (socket?.readyState === WebSocket.OPEN) probe()
      else if (socket?.readyState !== WebSocket.CONNECTING) {
        tries = 0
        open()
      }
    },
    close: () => {
      isClosed = true
      clearInterval(heart)
      clearTimeout(retry)
      drop()
    },
  }
}
