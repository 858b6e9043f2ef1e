import { startMailServer } from '../../server/test/doubles/mail-server.ts'
import { becomes } from './look.ts'

/** Where the mails of a product arrive. `linkTo` waits for a mail to an address with such a link. */
export type Mailbox = { url: string; linkTo(address: string, link: RegExp): Promise<string>; close(): Promise<void> }

export const openMailbox = async (): Promise<Mailbox> => {
  const { url, mails, close } = await startMailServer()
  return {
    url,
    linkTo: async (address, link) => {
      const find = () => mails.filter(({ to }) => to === address).flatMap(({ text }) => link.exec(text)?.[0] ?? [])[0]
      await becomes(async () => find() !== undefined, true, `a mail to ${address}`)
      return find()!
    },
    close,
  }
}
