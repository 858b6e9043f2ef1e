import type { AdapterIo, GrantedAccount, SignIn } from '#channels'
import { shownName } from '#platform/foreign-json/display-text'
import { list, record, text, type Json } from '#platform/foreign-json/loose-json'
import type { Network } from '../network.ts'
import { GraphId, Token } from '../settings.ts'
import type { AskAsApp } from './ask.ts'
import { troubleOf } from './grant.ts'

/** Pages read at once, and times that more are asked for: nobody chooses among more than some hundred. */
const AT_ONCE = 100
const MOST_TIMES = 4

const FIELDS = 'id,name,access_token,tasks,instagram_business_account{id,username,name}'

/** A page that can be connected: its id, its token, and the Instagram account that is linked to it. */
type Page = { id: string; token: string; instagram: string | null }
export type SettingsOfPage = (page: Page) => Record<string, unknown>

/** The pages of whoever signed in, as accounts of this network. */
export const createPages = (network: Network, ask: AskAsApp, settingsOf: SettingsOfPage): SignIn['accounts'] => {
  const read = (token: string, after: string, io: AdapterIo) =>
    ask('me/accounts', { fields: FIELDS, limit: String(AT_ONCE), ...(after !== '' && { after }) }, token, io)
  return async (grant, io) => {
    const accounts = new Map<string, GrantedAccount>()
    let after = ''
    for (let times = 0; times < MOST_TIMES; times++) {
      const answer = await read(grant, after, io)
      if (answer.result !== 'done') return troubleOf(answer)
      for (const page of list(answer.body['data']).map(record)) {
        const account = accountOf(network, page, settingsOf)
        if (account) accounts.set(account.account, account)
      }
      const paging = record(answer.body['paging'])
      // The address in `next` holds the token and is not followed: what it goes on after is told besides.
      after = text(paging['next']) === '' ? '' : text(record(paging['cursors'])['after'])
      if (after === '') break
    }
    return { result: 'read', accounts: [...accounts.values()], more: after !== '' }
  }
}

/** Null for what no page looks like. */
const accountOf = (network: Network, page: Json, settingsOf: SettingsOfPage): GrantedAccount | null => {
  const id = GraphId.safeParse(text(page['id'])).data
  if (id === undefined) return null
  const linked = record(page['instagram_business_account'])
  const instagram = GraphId.safeParse(text(linked['id'])).data ?? null
  const name = shownName(text(page['name']), 100) ?? id
  if (network.object === 'instagram' && instagram === null) return { account: id, name, handle: null, refusal: 'no_professional_account' }
  const username = shownName(text(linked['username']), 100)
  const known = {
    account: network.object === 'instagram' ? instagram! : id,
    name,
    handle: network.object === 'instagram' && username !== null ? `@${username}` : null,
  }
  const token = Token.safeParse(text(page['access_token'])).data
  const answers = list(page['tasks']).includes('MESSAGING')
  return answers && token !== undefined ? { ...known, refusal: null, settings: settingsOf({ id, token, instagram }) } : { ...known, refusal: 'no_messaging' }
}
