/** What stays on this page's site, under the key of the chat; where the browser keeps nothing, for as long as the page is open. */
export type Kept = {
  read(name: string): string | null
  write(name: string, value: string | null): void
  /** Names that begin so. */
  names(start: string): string[]
  /** Another tab of the site changed it. */
  onChange(name: string, changed: (value: string | null) => void): void
}

export const openKept = (key: string): Kept => {
  const memory = new Map<string, string>()
  const full = (name: string) => `chasqui.${key}.${name}`
  const tried = <Result>(act: () => Result, otherwise: () => Result): Result => {
    try {
      return act()
    } catch {
      return otherwise()
    }
  }
  return {
    read: (name) =>
      tried(
        () => localStorage.getItem(full(name)),
        () => null,
      ) ??
      memory.get(name) ??
      null,
    write: (name, value) => {
      if (value === null) memory.delete(name)
      else memory.set(name, value)
      tried(
        () => (value === null ? localStorage.removeItem(full(name)) : localStorage.setItem(full(name), value)),
        () => {},
      )
    },
    names: (start) => {
      const stored = tried(
        () => Object.keys(localStorage),
        () => [],
      )
      const own = stored.filter((name) => name.startsWith(full(start))).map((name) => name.slice(full('').length))
      return [...new Set([...own, ...[...memory.keys()].filter((name) => name.startsWith(start))])]
    },
    onChange: (name, changed) => addEventListener('storage', (event) => event.key === full(name) && changed(event.newValue)),
  }
}
