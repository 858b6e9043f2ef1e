import { createTransport } from 'nodemailer'
import type { Log } from '#platform/log'

type Mail = { to: string; subject: string; text: string }

/** Milliseconds for each part of the talk with the mail server. */
const patience = 15_000

/**
 * Hands mails over to the operator's mail server, one try each. Nothing waits for it: whoever asked for a mail that did not arrive asks again.
 * A failure is logged by its code alone, because mail servers repeat addresses in their sentences.
 */
export const createMailer = ({ url, from, log }: { url: string; from: string; log: Log }): ((mail: Mail) => void) => {
  const transport = createTransport({ url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience })
  return (mail) => void transport.sendMail({ from, ...mail }).catch((error: { code?: string }) => log.warn({ code: error.code }, 'a mail was not taken'))
}
