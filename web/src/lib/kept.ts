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

export const keptKeys = (startingWith: string): string[] => {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + startingWith))
      .map((key) => key.slice(prefix.length))
  } catch {
    return []
  }
}
