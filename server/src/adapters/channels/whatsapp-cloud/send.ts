import { LRUCache } from 'lru-cache'
import type { ChannelAdapter, Dispatch, ReactionDispatch, SendOutcome } from '#channels'
import { filesOf, type FileRef, type OutboundContent } from '@chasqui/contracts'
import { addressee } from './addressee.ts'
import { callGraph, numberPath, type GraphCall, type GraphRoot } from './graph-call.ts'
import { failed, type Trouble } from '../../kits/outbound/trouble.ts'
import { readAnswer, uncertain } from './graph-answer.ts'
import { list, record, text, type Json } from '#platform/foreign-json/loose-json'
import { createMediaUploads, type MediaUploads } from './media-upload.ts'
import { otherNationalForm, type Unknown } from './national-form.ts'
import { contentBody } from './outbound.ts'
import { createPairPatience } from './pair-patience.ts'
import { addresses } from './sender.ts'
import type { CloudSettings } from './settings.ts'

/** Not on the list of test recipients, or not on WhatsApp: the number may be known in its other national spelling. */
const WRONG_FORM: ReadonlyMap<string, Unknown> = new Map([
  ['whatsapp.131030', 'not_listed'],
  ['whatsapp.131026', 'undeliverable'],
])
/** Meta no longer has, or could not use, a file that was uploaded before: once more with a fresh upload. */
const STALE_FILE = ['whatsapp.131052', 'whatsapp.131053', 'whatsapp.100', 'whatsapp.131009']
/** Errors that are worth one more try as it is: a generic one, and a file that Meta fetches from an address itself. */
const ONCE_MORE = ['whatsapp.135000', 'whatsapp.131052', 'whatsapp.131053']

type Adapter = ChannelAdapter<CloudSettings>
type Post = (to: Dispatch['to']) => Promise<SendOutcome>

/** Sends of one process: they share uploaded files and the spellings that worked. */
export const createSend = (root: GraphRoot): { send: Adapter['send']; react: NonNullable<Adapter['react']> } => {
  const uploads = createMediaUploads()
  const spellings = new LRUCache<string, string>({ max: 20_000 })
  const patience = createPairPatience()
  return {
    send: async (dispatch, account, io) =>
      patience.taught(
        `${account.settings.phoneNumberId}/${dispatch.to.value}`,
        await inEitherSpelling(dispatch.to, account.settings, spellings, (to) => withFiles({ ...dispatch, to }, { root, account, io }, uploads)),
      ),
    react: async (dispatch, account, io) =>
      patience.taught(
        `${account.settings.phoneNumberId}/${dispatch.to.value}`,
        await inEitherSpelling(dispatch.to, account.settings, spellings, (to) =>
          post({ ...dispatch, to, quotes: null }, reactionBody(dispatch), { root, account, io }),
        ),
      ),
  }
}

const reactionBody = ({ providerMessageId, emoji }: ReactionDispatch): Json => ({ type: 'reaction', reaction: { message_id: providerMessageId, emoji } })

const failedWith = (outcome: SendOutcome, codes: string[]): boolean => outcome.result === 'failed' && codes.includes(outcome.error.code)

/**
 * An Argentine or Mexican number that Meta does not know is tried once in its other spelling (phone numbers, section 4); the spelling that
 * works is remembered and handed back as an alias. The first error stays the answer when both fail.
 */
const inEitherSpelling = async (to: Dispatch['to'], settings: CloudSettings, spellings: LRUCache<string, string>, send: Post): Promise<SendOutcome> => {
  const key = `${settings.phoneNumberId}/${to.value}`
  const worked = spellings.get(key)
  const outcome = await send(worked === undefined ? to : { kind: 'phone', value: worked })
  const why = outcome.result === 'failed' ? WRONG_FORM.get(outcome.error.code) : undefined
  const other = to.kind === 'phone' && worked === undefined && why ? otherNationalForm(to.value, why) : null
  if (other === null) return outcome
  const second = await send({ kind: 'phone', value: other })
  if (second.result === 'failed') return outcome
  if (second.result !== 'accepted') return second
  spellings.set(key, other)
  const aliases = addresses([...second.aliases.map((alias) => alias.value), other]).filter((alias) => alias.value !== to.value)
  return { ...second, aliases }
}

/** Uploads what the message carries, then posts it; once more when Meta could not process it, with a fresh upload when the file was the trouble. */
const withFiles = async (dispatch: Dispatch, call: GraphCall, uploads: MediaUploads): Promise<SendOutcome> => {
  const files = filesOf(dispatch.content)
  const first = await uploadAndPost(dispatch, files, call, uploads)
  const stale = files.length > 0 && failedWith(first, STALE_FILE)
  if (!stale && !failedWith(first, ONCE_MORE)) return first
  if (stale) for (const file of files) uploads.forget(file, call)
  return uploadAndPost(dispatch, files, call, uploads)
}

const uploadAndPost = async (dispatch: Dispatch, files: FileRef[], call: GraphCall, uploads: MediaUploads): Promise<SendOutcome> => {
  const ids = new Map<FileRef, string>()
  for (const file of files) {
    const uploaded = await uploads.idOf(file, call)
    if (uploaded.result !== 'uploaded') return uploaded
    ids.set(file, uploaded.id)
  }
  return post(
    dispatch,
    contentBody(dispatch.content, (file) => ids.get(file) ?? ''),
    call,
  )
}

type Envelope = { to: Dispatch['to']; clientRef: string; quotes: string | null; content?: OutboundContent }

/** `biz_opaque_callback_data` comes back in every status of the message: the only way to recognise one whose answer was lost. */
const post = async (envelope: Envelope, body: Json, call: GraphCall): Promise<SendOutcome> => {
  const to = addressee(envelope.to)
  if (!to) return failed('whatsapp.address_not_offered', 'WhatsApp cannot write to this kind of address', envelope.to.kind)
  const json = {
    messaging_product: 'whatsapp',
    ...to,
    ...body,
    ...(envelope.quotes !== null && { context: { message_id: envelope.quotes } }),
    biz_opaque_callback_data: envelope.clientRef,
  }
  const answer = readAnswer(await callGraph(call, { method: 'POST', path: numberPath(call.account.settings, 'messages'), json }), call.account, call.io.now())
  return answer.result === 'done' ? accepted(answer.body, envelope.to) : answer
}

/** 200 without a message id tells nothing: the message may be on its way. */
const accepted = (body: Json, to: Dispatch['to']): SendOutcome | Trouble => {
  const providerMessageId = text(record(list(body['messages'])[0])['id'])
  if (!providerMessageId) return uncertain('Answer without a message id')
  const contact = record(list(body['contacts'])[0])
  return { result: 'accepted', providerMessageId, aliases: addresses([contact['wa_id'], contact['user_id']]).filter((alias) => alias.value !== to.value) }
}
