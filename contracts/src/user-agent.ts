/** What a `User-Agent` header says about the program and the machine, in names that people know; null for what it does not say. */
export type Device = { browser: string | null; system: string | null }

/** The first that fits counts: nearly all browsers also call themselves Chrome and Safari, and phones call themselves Linux or Mac OS. */
const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bVersion\/\S+.*\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^node\b/i, 'Node.js'],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b|\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

const first = (known: [RegExp, string][], agent: string): string | null => known.find(([pattern]) => pattern.test(agent))?.[1] ?? null

/** Null is a header that was not sent. */
export const deviceOf = (agent: string | null): Device => ({ browser: first(browsers, agent ?? ''), system: first(systems, agent ?? '') })
