import type { Channel, ChannelKind } from '@chasqui/contracts'
import type { ComponentType } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'

/**
 * What the web knows of one kind of channel: a folder beside this file with `index.ts` and its `texts/`. Everything that the pages draw of a kind
 * (its line in the table of methods, its form, where to find what it asks for, its vendor's refusals) comes from here.
 */

/** What the methods are compared by. */
export const traits = ['cost', 'approval', 'outside', 'buttons', 'past', 'needs'] as const
export type Trait = (typeof traits)[number]

/** One setting that a person enters; `name` is the server's word for it. */
export type KindField = {
  name: string
  label: string
  hint: string
  /** Never shown again once it is stored. */
  secret?: boolean
  numeric?: boolean
  /** Chosen when the channel is made, and never after. */
  lasting?: boolean
  /** May stay empty; what that means stands in the hint. */
  optional?: boolean
  /** One of these; the first is what it is unless told. */
  choices?: readonly { value: string; label: string }[]
}

export type KindWords = {
  title: string
  summary: string
  traits: Record<Trait, string>
  /** Where the vendor shows what the form asks for, step by step. */
  steps: readonly string[]
  fields: readonly KindField[]
  /** What a field is told that the server takes for wrong. */
  invalid: string
  /** What has to be accepted before; null where nothing is risked. */
  risk: string | null
  /** What to do with the webhook's address at the vendor's; null where nothing is to be done. */
  webhook: string | null
  /** What a refusal means and what to do about it; null for codes that are not known. */
  causeOf(code: string): string | null
}

export type KindForm = {
  kind: ChannelKind
  /** Where the server has several ways of having this kind: the ones that this form is for; it is offered where the server has the first. */
  ways?: readonly string[]
  /** In `/channels/new?type=…`. */
  type: string
  /** The setting that the vendor shows to us when it verifies the address; made here, because it has to be told to the vendor too. */
  verifies: 'verifyToken' | null
  /** Of the product itself: there is no vendor to ask, and no phone that writes to it. */
  own?: true
  /** The product's own page where anybody can try the channel as those who write to it. */
  trialPath?(channelId: string): string
  /** The installation runs a server for each, whose log can be read. */
  hasServer?: true
  /** For kinds that are linked as a device: how the line stands, and what links it. Shown while it is not connected. */
  Line?: ComponentType<{ channel: Channel }>
  /** For kinds that bring along what was said before: how that goes. */
  Past?: ComponentType<{ channel: Channel }>
  /** For kinds whose settings are more than a few fields of an account. */
  Settings?: ComponentType<{ channel: Channel }>
  words(language: string): KindWords
}

/** What there is to say of a kind, in the language of the page. */
export const useWords = (form: KindForm): KindWords => {
  const { i18n } = useTexts('channels')
  return form.words(i18n.language)
}
