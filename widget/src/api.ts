import type { Passage, Visit, VisitBegin, VisitorEntry, VisitorMessage, WebchatLook } from '@chasqui/contracts'

/** `status` 0: nobody answered. */
export type Refusal = { status: number; code: string; retryAfter: number }
export type Answered<Body> = { ok: true; body: Body } | ({ ok: false } & Refusal)

export type Api = {
  host: string
  socketUrl: string
  look(): Promise<Answered<WebchatLook>>
  begin(visit: VisitBegin): Promise<Answered<Visit>>
  say(token: string, message: VisitorMessage): Promise<Answered<VisitorEntry>>
  /** A code for going on by WhatsApp. */
  pass(token: string): Promise<Answered<Passage>>
  upload(token: string, file: File): Promise<Answered<{ file: string }>>
  earlier(token: string, before: number): Promise<Answered<{ entries: VisitorEntry[]; more: boolean }>>
}

export const openApi = (host: string, key: string): Api => {
  const root = `${host}/api/webchat/${encodeURIComponent(key)}`
  const ask = async <Body>(path: string, init: RequestInit = {}, token?: string): Promise<Answered<Body>> => {
    try {
      const answer = await fetch(root + path, {
        ...init,
        headers: { ...init.headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
        credentials: 'omit',
      })
      const body: unknown = await answer.json()
      if (answer.ok) return { ok: true, body: body as Body }
      return { ok: false, status: answer.status, code: (body as { code?: string }).code ?? '', retryAfter: Number(answer.headers.get('Retry-After') ?? 0) }
    } catch {
      return { ok: false, status: 0, code: '', retryAfter: 0 }
    }
  }
  const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  return {
    host,
    socketUrl: `${root.replace(/^http/, 'ws')}/socket`,
    look: () => ask(''),
    begin: (visit) => ask('/visit', post(visit)),
    say: (token, message) => ask('/messages', post(message), token),
    pass: (token) => ask('/passage', post({}), token),
    upload: (token, file) =>
      ask(
        '/files',
        { method: 'POST', headers: { 'Content-Type': file.type || 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) }, body: file },
        token,
      ),
    earlier: (token, before) => ask(`/entries?before=${before}`, {}, token),
  }
}
