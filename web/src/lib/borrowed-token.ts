/**
 * The token of a host admin who works as somebody else. It belongs to this tab alone, survives a reload, and is never renewed: when it ends, by
 * time or by hand, the tab goes back to the host's own pages and session.
 */
type Borrowed = { token: string }
const key = 'chasqui.borrowed-token'

export const borrowedToken = (): string | null => {
  try {
    const borrowed = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Borrowed | null
    return borrowed?.token ?? null
  } catch {
    return null
  }
}

export const borrowToken = (token: string, page: string) => {
  sessionStorage.setItem(key, JSON.stringify({ token }))
  location.assign(page)
}

/** Forgets it without leaving the page. */
export const forgetBorrowed = () => {
  if (borrowedToken() !== null) sessionStorage.removeItem(key)
}

export const giveBack = () => {
  forgetBorrowed()
  location.assign('/host')
}
