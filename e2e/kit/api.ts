/** The product's HTTP interface with the owner's rights: for what happens outside of the browser under test. */
export type Api = {
  get<Answer>(path: string): Promise<Answer>
  send<Answer = unknown>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>
}

export const signInToApi = async (url: string, email: string, password: string): Promise<Api> => {
  const ask = async (method: string, path: string, body: unknown, token: string | null): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token !== null && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  const { accessToken } = (await ask('POST', '/api/auth/login', { email, password, tokenDelivery: 'body' }, null)) as { accessToken: string }
  return {
    get: async <Answer>(path: string) => (await ask('GET', path, undefined, accessToken)) as Answer,
    send: async <Answer>(method: string, path: string, body?: unknown) => (await ask(method, path, body, accessToken)) as Answer,
  }
}
