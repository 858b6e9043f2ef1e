import { unfit } from '@chasqui/contracts/abilities-check'
import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { OutboundContent } from '@chasqui/contracts/content'
import type { NodeOf } from '../../engine/nodes.ts'
import type { Found } from '../../problems/found.ts'
import { error, notOffered, warning } from '../../problems/found.ts'
import type { AddressFault } from '../api_call/address.ts'
import { isLinked, kindOfFile } from './is-linked.ts'
import { linkFault } from './link.ts'

type Media = NodeOf<'media'>

const faultWords: Record<AddressFault, string> = {
  unreadable: 'The link has to begin with https:// or http:// and name a host, or be one variable.',
  variable_in_host: 'Variables stand behind the host of the link, or are the whole of it.',
  credentials: 'The link must not contain a user or password.',
}

/** `content`: what is sent as far as that is known, null where it is missing. */
export const problemsOfMedia = (node: Media, content: OutboundContent | null, abilities: ChannelAbilities | null): Found[] => {
  if (isLinked(node)) return [...linkProblems(node), ...offerProblems(node, abilities), ...branchProblems(node)]
  const field = fieldOf(node.kind)
  if (node[field] === undefined) return [error('media_missing', 'There is nothing to send here.', { field })]
  return abilities && content && unfit(content, abilities)?.code === 'content.type_not_offered' ? [notOffered('kind')] : []
}

const fieldOf = (kind: Media['kind']): 'file' | 'place' | 'card' => (kind === 'location' ? 'place' : kind === 'contact' ? 'card' : 'file')

const linkProblems = ({ fileUrl = '' }: Media): Found[] => {
  if (fileUrl.trim() === '') return [error('media_missing', 'There is nothing to send here.', { field: 'fileUrl' })]
  const fault = linkFault(fileUrl)
  return fault === null ? [] : [error(`media_link_${fault}`, faultWords[fault], { field: 'fileUrl' })]
}

const offerProblems = (node: Media, abilities: ChannelAbilities | null): Found[] => {
  const kind = kindOfFile(node)
  return abilities && kind && !abilities.media[kind]
    ? [warning('media_link_not_offered', 'This channel does not carry that: the link cannot be sent there.', { field: 'kind' })]
    : []
}

const branchProblems = ({ onError }: Media): Found[] =>
  onError === null ? [warning('media_error_unhandled', 'When the link cannot be sent a person takes over: no step is named for it.', { field: 'onError' })] : []
