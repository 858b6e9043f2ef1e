/** The first that fits counts: nearly all browsers also call themselves Chrome and Safari, and phones call themselves Linux or Mac OS. */
const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b|\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]
const first = (known: [RegExp, string][], agent: string) => known.find(([pattern]) => pattern.test(agent))?.[1]

/** What a browser calls itself, short enough for a column: «Firefox · Windows». What is no browser is shown by its own first word. */
export const deviceOf = (agent: string | null): string | null => {
  if (!agent) return null
  const known = [first(browsers, agent), first(systems, agent)].filter(Boolean)
  return known.length > 0 ? known.join(' · ') : (agent.split(/[\s/]/)[0] ?? null)
}
