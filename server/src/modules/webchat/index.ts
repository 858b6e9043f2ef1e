/**
 * Web chats: visitors of other sites' pages, what they say, and what their browsers are told. It has the schema to itself and no vendor behind it: the channel
 * adapter of the same name calls `network`, and what visitors do is handed to the channel in the transaction that keeps it.
 * Owns: webchat.{visitor, entry, passage}.
 */
import type { Server } from 'node:http'
import { hashToken } from '#platform/crypto/tokens'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { passageCodeIn } from './domain/passage-code.ts'
import { openDoor } from './door.ts'
import { erase, type Said } from './erase.ts'
import { createNetwork, type Network } from './network.ts'
import { forgetPassages, usePassage } from './passages.ts'
import type { WebchatPorts } from './ports.ts'
import { panelAddress, readScripts } from './scripts.ts'
import { openSite } from './site.ts'
import { openSockets } from './socket.ts'
import type { Place } from './store.ts'
import { forgetSilent } from './visitors.ts'

export type { Chat, WebchatPorts } from './ports.ts'

export type Webchat = {
  network: Network
  routes(http: Http): void
  /** Visitors' sockets, beside those of the product's own pages. */
  sockets(server: Server): { close(): Promise<void> }
  /** Messages that are erased in the inbox are erased in visitors' chats. */
  erase(tx: Tx, said: readonly Said[]): Promise<void>
  /** A code for going on elsewhere, if one stands in what somebody wrote, as its hash. */
  passageIn(text: string): Buffer | null
  /** Whose code it is: once, before its end, and on the channel that it was made for. */
  usePassage(tx: Tx, toChannelId: string, codeHash: Buffer): Promise<Place | null>
  /** For the nightly round. */
  cleanUp(tx: Tx): Promise<void>
}

export const createWebchat = (ports: WebchatPorts): Webchat => ({
  network: createNetwork(ports),
  routes: (http) => {
    const scripts = readScripts(ports.scriptFolder)
    http.foreign(openDoor(ports, panelAddress(scripts)))
    http.foreign(openSite(ports, scripts))
  },
  sockets: (server) => openSockets(server, ports),
  erase: (tx, said) => erase(ports, tx, said),
  passageIn: (text) => {
    const code = passageCodeIn(text)
    return code === null ? null : hashToken(code)
  },
  usePassage: (tx, toChannelId, codeHash) => usePassage(ports, tx, toChannelId, codeHash),
  cleanUp: async (tx) => {
    await forgetPassages(tx, ports.now())
    await forgetSilent(tx, ports.now())
  },
})
