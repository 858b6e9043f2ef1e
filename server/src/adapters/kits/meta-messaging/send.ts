import type { Dispatch, ReactionDispatch, SendOutcome } from '#channels'
import { bubblesOf, filesOf } from '@chasqui/contracts'
import { text, type Json } from '#platform/foreign-json/loose-json'
import { failed, problem } from '../outbound/trouble.ts'
import type { Graph, MessagingCall } from './account.ts'
import { attachmentType, messageBody } from './outbound.ts'
import { ownMetadata, partMetadata } from './own-reference.ts'
import { createUploads, type Uploads } from './upload.ts'

/** The vendor no longer has, or does not know, a file that was uploaded before: once more with a fresh upload. */
const staleFile = (outcome: SendOutcome, vendor: string): boolean => outcome.result === 'failed' && outcome.error.code === `${vendor}.100`

/** Sends of one process: they share uploaded files. */
export const createSend = (graph: Graph) => {
  const uploads = createUploads(graph)
  return {
    send: async (dispatch: Dispatch, call: MessagingCall): Promise<SendOutcome> => {
      const refusal = elsewhere(graph, dispatch.to)
      if (refusal) return refusal
      const files = filesOf(dispatch.content)
      const first = await uploadAndPost(graph, dispatch, call, uploads)
      if (files.length === 0 || !staleFile(first, graph.network.vendor.code)) return first
      for (const file of files) uploads.forget(file, call)
      return uploadAndPost(graph, dispatch, call, uploads)
    },
    react: async ({ to, providerMessageId, emoji }: ReactionDispatch, call: MessagingCall): Promise<SendOutcome> => {
      const refusal = elsewhere(graph, to)
      if (refusal) return refusal
      const reaction = reactions.get(emoji.replaceAll('\uFE0F', ''))
      if (emoji !== '' && reaction === undefined)
        return failed(`${graph.network.vendor.code}.reaction_not_offered`, `${graph.network.vendor.name} has no such reaction`, emoji)
      const payload = { message_id: providerMessageId, ...(reaction !== undefined && { reaction }) }
      const json = { recipient: { id: to.value }, sender_action: emoji === '' ? 'unreact' : 'react', payload }
      const answer = await graph.ask(call, { method: 'POST', path: `${call.sender.path}/messages`, json })
      // Reactions have no id of their own.
      return answer.result === 'done' ? { result: 'accepted', providerMessageId, aliases: [] } : answer
    },
  }
}

/** The names of reactions, by the sign that the apps show for them. */
const reactions = new Map([
  ['❤', 'love'],
  ['👍', 'like'],
  ['👎', 'dislike'],
  ['😆', 'smile'],
  ['😂', 'smile'],
  ['😠', 'angry'],
  ['😢', 'sad'],
  ['😮', 'wow'],
])

const elsewhere = ({ network: { vendor, identity } }: Graph, to: Dispatch['to']): SendOutcome | null =>
  to.kind === identity ? null : failed(`${vendor.code}.address_not_offered`, `${vendor.name} cannot write to this kind of address`, to.kind)

const uploadAndPost = async (graph: Graph, dispatch: Dispatch, call: MessagingCall, uploads: Uploads): Promise<SendOutcome> => {
  const { content } = dispatch
  let attachmentId = ''
  if (content.type === 'image' || content.type === 'video' || content.type === 'audio' || content.type === 'document') {
    const uploaded = await uploads.idOf(content.file, attachmentType(content.type), call)
    if (uploaded.result !== 'uploaded') return uploaded
    attachmentId = uploaded.id
  }
  if (content.type === 'text') return postText(graph, dispatch, content.text, call)
  const message = messageBody(content, () => attachmentId)
  if (!message) return failed(`${graph.network.vendor.code}.content_not_offered`, `${graph.network.vendor.name} does not carry this kind of message`)
  return post(graph, dispatch, message, call)
}

/** A text in as many messages as the network needs for it; the first one names what it answers. What went wrong after the first one arrived cannot be repeated. */
const postText = async (graph: Graph, dispatch: Dispatch, words: string, call: MessagingCall): Promise<SendOutcome> => {
  const [vendor, bubbles] = [graph.network.vendor, bubblesOf(words, graph.network.text)]
  for (const [index, bubble] of bubbles.entries()) {
    const isLast = index === bubbles.length - 1
    const outcome = await post(
      graph,
      index === 0 ? dispatch : { ...dispatch, quotes: null },
      { text: bubble, ...(!isLast && { metadata: partMetadata }) },
      call,
    )
    if (outcome.result !== 'accepted' && index > 0)
      return { result: 'uncertain', error: problem(`${vendor.code}.partly_sent`, 'Only a part of the message was sent', false, outcome.error.title) }
    if (outcome.result !== 'accepted' || isLast) return outcome
  }
  return failed(`${vendor.code}.content_not_offered`, `${vendor.name} does not carry blanks`)
}

/**
 * What a person writes after the window closed needs a tag, and the app the permission for it (reference 3.1). A window may close while the
 * message waits: it is then refused for that reason, has surely not arrived, and goes once more with the tag.
 */
const post = async (graph: Graph, dispatch: Dispatch, message: Json, call: MessagingCall): Promise<SendOutcome> => {
  if (dispatch.person === 'after_window') return postAs(humanAgent, graph, dispatch, message, call)
  const outcome = await postAs(response, graph, dispatch, message, call)
  return dispatch.person && outcome.result === 'failed' && outcome.windowClosed ? postAs(humanAgent, graph, dispatch, message, call) : outcome
}

const response: Json = { messaging_type: 'RESPONSE' }
const humanAgent: Json = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }

/** `metadata` comes back in the echo: the way to recognise a message whose answer was lost. */
const postAs = async (
  as: Json,
  graph: Graph,
  { clientRef, to, quotes }: Dispatch,
  { metadata = ownMetadata(clientRef), ...message }: Json,
  call: MessagingCall,
): Promise<SendOutcome> => {
  const { hasMetadata, hasReplies } = graph.network
  const json = {
    recipient: { id: to.value },
    ...as,
    message: {
      ...message,
      ...(hasMetadata && { metadata }),
      ...(hasReplies && quotes !== null && { reply_to: { mid: quotes } }),
    },
  }
  const answer = await graph.ask(call, { method: 'POST', path: `${call.sender.path}/messages`, json })
  if (answer.result !== 'done') return answer
  const providerMessageId = text(answer.body['message_id'])
  // 200 without an id tells nothing: the message may be on its way.
  if (!providerMessageId) return graph.uncertain('Answer without a message id')
  return { result: 'accepted', providerMessageId, aliases: [], ...(answer.restSeconds !== undefined && { restSeconds: answer.restSeconds }) }
}
