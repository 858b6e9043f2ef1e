import type { BrowserContext } from 'playwright-core'

/**
 * Everything that a browser complains about while a test runs: errors and warnings in the console, exceptions that nobody caught, requests
 * that failed, answers of 400 and above. A test ends with none, except for those it said that it expects.
 */
export type Troubles = { expect(...patterns: RegExp[]): void; all(): string[] }

/** The page itself gives up a request when the person goes on to something else. */
const isGivenUp = (reason: string | undefined) => reason === 'net::ERR_ABORTED'

export const watchTroubles = (context: BrowserContext): Troubles => {
  const seen: string[] = []
  const expected: RegExp[] = []
  context.on('console', (message) => {
    // An answer of 400 and above is told below, with its address.
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource'))
      seen.push(`console ${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => seen.push(`exception: ${error.error().stack ?? error.error().message}`))
  context.on('requestfailed', (request) => {
    if (!isGivenUp(request.failure()?.errorText)) seen.push(`request failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`)
  })
  context.on('response', (answer) => {
    if (answer.status() >= 400) seen.push(`answer ${answer.status()}: ${answer.request().method()} ${answer.url()}`)
  })
  return {
    expect: (...patterns) => void expected.push(...patterns),
    all: () => seen.filter((trouble) => !expected.some((pattern) => pattern.test(trouble))),
  }
}
