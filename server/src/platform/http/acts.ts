import type { AuditAction, RouteContract } from '@chasqui/contracts'
import type { CallOfActs } from '../acts/sign.ts'
import type { AnyCall } from './handler.ts'

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

/** What every act within a call has in common: who does it, from where, and as what. */
export const actsOf = (contract: RouteContract, { actor, params, request, requestId }: AnyCall): CallOfActs => {
  const action = actionOf(contract)
  return {
    author: {
      doer: actor ? { kind: 'user', id: actor.userId, name: actor.name ?? null } : { kind: 'system', id: null, name: null },
      onBehalfOf: null,
      address: request.ip,
      agent: request.headers['user-agent']?.slice(0, 300) ?? null,
      requestId,
    },
    action,
    subject: action === null ? null : subjectOf(action, params),
    recorded: false,
  }
}
