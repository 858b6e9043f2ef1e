import type { Account, AdapterIo } from '#channels'
import { callGraph, numberPath, type GraphRoot } from './graph-call.ts'
import type { CloudSettings } from './settings.ts'

const TIMEOUT_MS = 8_000

type Act = (providerMessageId: string, account: Account<CloudSettings>, io: AdapterIo) => Promise<void>

/** Courtesies towards the customer. Whatever comes of them changes nothing in the conversation, so that their answers are not looked at. */
const courtesy =
  (root: GraphRoot, more: Record<string, unknown>): Act =>
  async (providerMessageId, account, io) => {
    const json = { messaging_product: 'whatsapp', status: 'read', message_id: providerMessageId, ...more }
    await callGraph({ root, account, io }, { method: 'POST', path: numberPath(account.settings, 'messages'), json, timeoutMs: TIMEOUT_MS })
  }

/** Blue ticks for this message and all before it. */
export const createMarkRead = (root: GraphRoot): Act => courtesy(root, {})

/** "Typing…" until the reply or 25 seconds; it also marks as read (reference 4). */
export const createShowTyping = (root: GraphRoot): Act => courtesy(root, { typing_indicator: { type: 'text' } })

/** Keeps somebody away at the vendor, who takes it only for people who wrote in the last day; whoever cannot be kept away there is kept in silence here. */
export const createBlock =
  (root: GraphRoot) =>
  async (address: { kind: string; value: string }, blocked: boolean, account: Account<CloudSettings>, io: AdapterIo): Promise<void> => {
    if (address.kind !== 'phone') return
    const json = { messaging_product: 'whatsapp', block_users: [{ user: address.value.replace(/\D/g, '') }] }
    const path = numberPath(account.settings, 'block_users')
    await callGraph({ root, account, io }, { method: blocked ? 'POST' : 'DELETE', path, json, timeoutMs: TIMEOUT_MS })
  }
