/** The product's HTTP interface with the owner's rights: for what happens outside of the browser under test. */
export type Api = {
  get<Answer>(path: string): Promise<Answer>
  send<Answer = unknown>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>
  upload<Answer = unknown>(path: string, form: FormData): Promise<Answer>
}

type Ask = (method: string, path: string, body: unknown, token: string | null) => Promise<unknown>

const askOf =
  (url: string): Ask =>
  async (method, path, body, token) => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...(token !== null && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

const apiOf = async (ask: Ask, path: string, proof: object): Promise<Api> => {
  const { accessToken } = (await ask('POST', path, { ...proof, tokenDelivery: 'body' }, null)) as { accessToken: string }
  return {
    get: async <Answer>(path: string) => (await ask('GET', path, undefined, accessToken)) as Answer,
    send: async <Answer>(method: string, path: string, body?: unknown) => (await ask(method, path, body, accessToken)) as Answer,
    upload: async <Answer>(path: string, form: FormData) => (await ask('POST', path, form, accessToken)) as Answer,
  }
}

export const signInToApi = (url: string, email: string, password: string): Promise<Api> => apiOf(askOf(url), '/api/auth/login', { email, password })

/** As whom a one-use key belongs to. */
export const signInByKey = (url: string, key: string): Promise<Api> => apiOf(askOf(url), '/api/auth/link', { key })
