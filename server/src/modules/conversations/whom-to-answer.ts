import type { Address, ChannelFacts, ConversationsPorts, Person, Service } from './ports.ts'

/** Whether somebody serves at this moment: without opening hours, always. */
export const isOpen = (service: Service | null): boolean => service === null || service.closed === null

type Ports = Pick<ConversationsPorts, 'mayBegin' | 'mayGoOn'>
type Talk = { channel: ChannelFacts; address: Address; service: Service | null; contact: Person }

/** Known by the number they write from, and by the one that is kept of them. */
const askingOf = ({ address: { kind, value }, contact: { phone }, service }: Talk) => ({
  numbers: [...(kind === 'phone' ? [value] : []), ...(phone === null ? [] : [phone])],
  isOpen: isOpen(service),
})

/** Whether the channel answers this person now by itself: with a flow, or with what its campaign says outside the hours. */
export const mayBegin = (ports: Ports, talk: Talk): boolean => ports.mayBegin(talk.channel.answers, askingOf(talk))

/** Whether what began by itself with this person goes on. */
export const mayGoOn = (ports: Ports, talk: Talk): boolean => ports.mayGoOn(talk.channel.answers, askingOf(talk))
