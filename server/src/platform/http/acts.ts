import { isIP } from 'node:net'
import type { AuditAction, RouteContract } from '@chasqui/contracts'
import type { Author, Doer } from '../acts/act.ts'
import type { CallOfActs } from '../acts/sign.ts'
import type { Actor, AnyCall } from './handler.ts'

/** The code under which a call of this route is recorded; null when it leaves no record. */
export const actionOf = ({ audit }: RouteContract): AuditAction | null => (typeof audit === 'string' ? audit : null)

const textIn = (facts: unknown, ...names: string[]): string | null => {
  const found = names.map((name) => (facts as Record<string, unknown> | null | undefined)?.[name]).find((value) => typeof value === 'string')
  return found ?? null
}

/** What the act is done to: named by the address; for what is only being made, by the answer. */
export const subjectOf = (action: string, params: unknown, answer?: unknown): { kind: string; id: string } | null => {
  const id = textIn(params, 'messageId', 'id', 'channelId') ?? textIn(answer, 'id')
  return id === null ? null : { kind: action.split('.')[0]!, id }
}

/** Who is meant by a caller: a program by its key, somebody of the host by their own name also while they work as a member. */
const doerOf = ({ permission }: RouteContract, actor: Actor | null): Pick<Author, 'doer' | 'onBehalfOf'> => {
  if (!actor) return { doer: { kind: 'system', id: null, name: null }, onBehalfOf: null }
  const { userId: id, name = null, keyId, impersonation } = actor
  if (impersonation) return { doer: { kind: 'host', id: impersonation.hostUserId, name: impersonation.hostName }, onBehalfOf: { id, name } }
  const kind: Doer['kind'] = keyId ? 'key' : permission === 'host' ? 'host' : 'user'
  return { doer: { kind, id, name }, onBehalfOf: null }
}

/** Two letters that the proxy before this server tells of the caller's country; anything else in that header is none. */
const countryIn = (value: string | string[] | undefined): string | null => (typeof value === 'string' && /^[a-z]{2}$/i.test(value) ? value.toUpperCase() : null)

/** What every act within a call has in common: who does it, from where, and as what. */
export const actsOf = (contract: RouteContract, { actor, params, request, requestId }: AnyCall, countryHeader: string | null): CallOfActs => {
  const action = actionOf(contract)
  return {
    author: {
      ...doerOf(contract, actor),
      address: isIP(request.ip) ? request.ip : null,
      country: countryHeader === null ? null : countryIn(request.headers[countryHeader]),
      agent: request.headers['user-agent']?.slice(0, 300) ?? null,
      requestId,
    },
    action,
    subject: action === null ? null : subjectOf(action, params),
    byHost: contract.permission === 'host',
    recorded: false,
  }
}
