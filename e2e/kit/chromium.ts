import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Where systems put Chromium or Chrome; `CHROMIUM` names another one. Its shell without windows opens a browser in a fifth of the time. */
const usual = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const findChromium = (): string => {
  const path = process.env['CHROMIUM'] ?? usual.find((candidate) => existsSync(candidate))
  if (!path)
    throw new Error(
      'The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium-headless-shell), or name the program: CHROMIUM=/path/to/chrome',
    )
  return path
}

/**
 * Root in a container has no sandbox to use; a browser that calls home would make runs differ. The page of a test is gone before compiling its code once
 * more, for speed, pays: without that a run takes a tenth less. `asUsed`: as people have it, for who measures.
 */
export const launchChromium = ({ asUsed = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--disable-gpu',
      ...(asUsed ? [] : ['--js-flags=--no-opt']),
      '--disable-background-networking',
      '--font-render-hinting=none',
    ],
  })

let shared: Promise<Browser> | null = null
let borrowers = 0

/** The browser of this process, for as long as somebody has borrowed it; contexts keep what happens in it apart. */
export const borrowChromium = async (): Promise<{ browser: Browser; giveBack(): Promise<void> }> => {
  borrowers += 1
  // One that crashed is no reason for the next file to fail.
  if (shared && !(await shared).isConnected()) shared = null
  const browser = await (shared ??= launchChromium())
  const giveBack = async () => {
    borrowers -= 1
    if (borrowers > 0) return
    shared = null
    await browser.close()
  }
  return { browser, giveBack }
}
