import type { Channel } from '@chasqui/contracts'
import type { ResourceKey } from 'i18next'
import { offerTexts } from '#lib/i18n/load-texts.ts'
import { grantedForm } from '../sign-in/granted-form.ts'
import { instagram } from './instagram/index.ts'
import type { KindForm } from './kind.ts'
import { messenger } from './messenger/index.ts'
import { telegram } from './telegram/index.ts'
import { waha, wahaContainer } from './waha/index.ts'
import { webchat } from './webchat/index.ts'
import { whatsappCloud } from './whatsapp-cloud/index.ts'
import { whatsappWeb } from './whatsapp-web/index.ts'
import { wppconnect } from './wppconnect/index.ts'

/** Kinds that can be connected by a form, in the order in which they are offered. Each shows up where the server has its adapter. */
export const kindForms: readonly KindForm[] = [whatsappCloud, whatsappWeb, webchat, telegram, messenger, instagram, waha, wahaContainer, wppconnect]

/** The form that a channel was made by. */
export const formOf = ({ kind, settings }: Pick<Channel, 'kind' | 'settings'>): KindForm | null => {
  const forms = kindForms.filter((form) => form.kind === kind)
  const form = forms.find(({ ways }) => ways?.includes(String(settings['hosting']))) ?? forms[0] ?? null
  return form && settings['app'] === 'host' ? grantedForm(form) : form
}

offerTexts(import.meta.glob<ResourceKey>('./*/texts/*.json', { import: 'default' }))

/** Where their words are. */
export const kindTexts = ['channels', 'whatsapp-cloud', 'whatsapp-web', 'webchat', 'telegram', 'messenger', 'instagram', 'waha', 'wppconnect'] as const
