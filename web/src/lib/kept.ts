/** Small values kept in this browser. A browser that refuses storage (private mode, full disk) simply forgets them. */
const prefix = 'chasqui.'

export const readKept = (key: string): string | null => {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null
  }
}

/** `null` removes. Answers whether the value was stored. */
export const keep = (key: string, value: string | null): boolean => {
  try {
    if (value === null) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, value)
    return true
  } catch {
    return false
  }
}

/** Hears of a value that another tab of this browser keeps or removes. */
export const followKept = (key: string, follow: (value: string | null) => void): void =>
  addEventListener('storage', (event) => {
    if (event.key === prefix + key) follow(event.newValue)
  })

export const keptKeys = (startingWith: string): string[] => {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + startingWith))
      .map((key) => key.slice(prefix.length))
  } catch {
    return []
  }
}
