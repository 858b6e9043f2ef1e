import type { HiddenField, Me, Permission, Session } from '@chasqui/contracts'
import { authRoutes } from '@chasqui/contracts/http/auth'
import { acceptSession, bindToken, boundTenant, forgetToken, renewAnew, renewFor, renewToken, stopAsking } from './access-token.ts'
import { borrowedToken } from './borrowed-token.ts'
import { ApiProblem, isProblem } from './api-problem.ts'
import { call, onSignInNeeded } from './api.ts'
import { keep, readKept } from './kept.ts'
import { queryClient } from './query-client.ts'
import { createStore, useStore } from './store.ts'

/**
 * Who is signed in, for which tenant, with which permissions.
 *   useUser()  useTenant()  useCan('conversations.reply')  useSight()  useIsHidden('phone')     inside the shell, where somebody is signed in
 *   restoreSession()  signIn()  signInByLink()  signOut()  enterTenant(slug)
 * `expired` keeps the page and its drafts; the shell asks to sign in over it and waiting requests go on afterwards.
 */
export type User = Me['user']
export type Tenant = Me['tenants'][number]
export type SignedIn = {
  status: 'signed-in'
  user: User
  tenants: Tenant[]
  tenant: Tenant | null
  permissions: ReadonlySet<Permission>
  sight: Pick<Me, 'reach' | 'hides'>
  isHostAdmin: boolean
  /** What is missing before the pages of the installation open: a second step to set up, or to sign in again with it. */
  hostStepMissing: Me['hostStepMissing']
  /** Nobody has shown yet that they read the mail of this address, and mail is set up here. */
  addressUnconfirmed: boolean
  /** How one is shown in the tenant at hand; null for initials. */
  photo: string | null
  /** The role asks for a second step of the sign-in: nothing else works before it is set up. */
  twoFactorMissing: boolean
  impersonation: Me['impersonation']
  /** The number of the tenant's newest event before anything of it was read here; null without a tenant. */
  readFrom: number | null
  expired: boolean
}
export type SessionState = { status: 'unknown' } | { status: 'signed-out' } | SignedIn

export const session = createStore<SessionState>({ status: 'unknown' })

const asSignedIn = (me: Me): SignedIn => ({
  status: 'signed-in',
  user: me.user,
  tenants: me.tenants,
  permissions: new Set(me.impersonation?.write === false ? me.permissions.filter((permission) => permission.endsWith('.read')) : me.permissions),
  sight: { reach: me.reach, hides: me.hides },
  isHostAdmin: me.isHostAdmin,
  hostStepMissing: me.hostStepMissing,
  addressUnconfirmed: me.addressUnconfirmed,
  photo: me.photoUrl,
  twoFactorMissing: me.twoFactorMissing,
  impersonation: me.impersonation,
  readFrom: me.newestEvent,
  expired: false,
  tenant: me.tenants.find((tenant) => tenant.tenantId === me.tenantId) ?? null,
})

/** Whether this browser was signed in when last seen, so that strangers are not asked for a cookie they cannot have. */
const remember = (signedIn: boolean) => keep('signed-in', signedIn ? 'yes' : null)

const nobody = () => {
  remember(false)
  session.set({ status: 'signed-out' })
  return null
}

/** Who is signed in for a suspended organisation is nobody there, and yet signed in: the page that says so comes from the refusal. */
const askWhoIAm = () =>
  call(authRoutes.me).catch((problem: unknown) => {
    if (isProblem(problem, 'tenant.suspended')) remember(true)
    throw problem
  })

/** What was read of a tenant stays, and so does from where on it is followed. */
const goingOn = (state: SignedIn): SignedIn => {
  const before = session.get()
  const isSame = before.status === 'signed-in' && before.tenant !== null && before.tenant.tenantId === state.tenant?.tenantId
  return isSame ? { ...state, readFrom: before.readFrom } : state
}

const learnWhoIAm = async (): Promise<SignedIn> => {
  const state = goingOn(asSignedIn(await askWhoIAm()))
  session.set(state)
  remember(true)
  // Whoever administers the installation is let in, but into no organisation that is suspended.
  if (!state.tenant && boundTenant()) throw new ApiProblem({ status: 403, code: 'tenant.suspended' })
  if (state.tenant) bindToken(state.tenant.tenantId)
  return state
}

const admitted = async (granted: Session): Promise<SignedIn> => {
  const before = session.get()
  const sameUser = before.status === 'signed-in' && before.user.id === granted.user.id
  if (!sameUser) {
    forgetToken()
    queryClient.clear()
  }
  acceptSession(granted)
  if (sameUser) await renewAnew()
  return learnWhoIAm()
}

const restore = async (): Promise<SignedIn | null> => {
  if (!readKept('signed-in')) return nobody()
  try {
    if (!borrowedToken()) await renewToken()
    return await learnWhoIAm()
  } catch (problem) {
    if (!isProblem(problem) || problem.status !== 401) throw problem
    return nobody()
  }
}

let restoring: Promise<SignedIn | null> | null = null
/**
 * At start: continues an earlier sign-in, for the tenant used last. Answers null when nobody is signed in; throws when the server cannot be reached.
 * Whoever asks while it is under way gets the same answer.
 */
export const restoreSession = (): Promise<SignedIn | null> => {
  restoring ??= restore().finally(() => {
    restoring = null
  })
  return restoring
}

export type Credentials = { email: string; password: string; totp?: string }
export const signIn = async (credentials: Credentials) => admitted(await call(authRoutes.login, { body: { ...credentials, tokenDelivery: 'cookie' } }))

const exchanges = new Map<string, Promise<SignedIn>>()
/** Spends a one-use key; asked twice for the same key (re-render, double click) it is still spent once. */
export const signInByLink = (key: string): Promise<SignedIn> => {
  const exchange = exchanges.get(key) ?? call(authRoutes.link, { body: { key, tokenDelivery: 'cookie' } }).then(admitted)
  exchanges.set(key, exchange)
  return exchange
}

/** Signing out always succeeds here, even when the server cannot be told. */
export const signOut = async () => {
  stopAsking()
  await queryClient.cancelQueries()
  await call(authRoutes.logout, { body: {} }).catch(() => undefined)
  forgetToken()
  queryClient.clear()
  nobody()
}

/** Goes on as whom the server just admitted by an invitation. */
export const enterAs = (granted: Session) => admitted(granted)

/** The tenant at hand lets this person in no more: their others stay open to them; without any they are signed out. */
export const putOut = async () => {
  forgetToken()
  const { tenants } = await renewToken().catch(() => ({ tenants: [] }))
  if (tenants.length > 0) location.assign('/')
  else await signOut()
}

const bindTo = async (tenantId: string): Promise<SignedIn> => {
  queryClient.clear()
  try {
    await renewFor(tenantId)
    // What the page at hand asked meanwhile was answered for the tenant that is left.
    queryClient.clear()
    return await learnWhoIAm()
  } catch (problem) {
    // The token is the refusing tenant's by now: this person is in none until one lets them in.
    const state = session.get()
    if (state.status === 'signed-in') session.set({ ...state, tenant: null, permissions: new Set() })
    throw problem
  }
}

/** Makes the tenant of an address the current one. Answers null when the person is not a member of it. */
export const enterTenant = async (slug: string): Promise<SignedIn | null> => {
  const state = session.get()
  if (state.status !== 'signed-in') return null
  const wanted = state.tenants.find((tenant) => tenant.slug === slug)
  if (!wanted) return null
  return state.tenant?.tenantId === wanted.tenantId ? state : bindTo(wanted.tenantId)
}

/** After the business profile or the own profile changed. */
export const refreshSession = async () => {
  const state = session.get()
  if (state.status !== 'signed-in') return
  await learnWhoIAm()
}

const signInAgain = (signal?: AbortSignal) => {
  const state = session.get()
  if (state.status !== 'signed-in') return Promise.reject(new DOMException('Signed out', 'AbortError'))
  session.set({ ...state, expired: true })
  return new Promise<void>((resolve, reject) => {
    const stop = session.subscribe(() => {
      const now = session.get()
      if (now.status === 'signed-in' && now.expired) return
      stop()
      if (now.status === 'signed-in') resolve()
      else reject(new DOMException('Signed out', 'AbortError'))
    })
    signal?.addEventListener('abort', () => (stop(), reject(signal.reason)))
  })
}
onSignInNeeded(signInAgain)

export const useSession = () => useStore(session)

const signedIn = (state: SessionState): SignedIn => {
  if (state.status !== 'signed-in') throw new Error('used outside of the signed-in pages')
  return state
}
export const useUser = () => useStore(session, (state) => signedIn(state).user)
export const usePhoto = () => useStore(session, (state) => signedIn(state).photo)
export const useTenant = () => {
  const tenant = useStore(session, (state) => signedIn(state).tenant)
  if (!tenant) throw new Error('used outside of a tenant')
  return tenant
}
const holds = (state: SessionState, permission: Permission): boolean => state.status === 'signed-in' && state.permissions.has(permission)
export const useCan = (permission: Permission) => useStore(session, (state) => holds(state, permission))
/** The same outside of components, as it is now. */
export const may = (permission: Permission): boolean => holds(session.get(), permission)
/** How far this person's permissions go, and what is masked for them. */
export const useSight = () => useStore(session, (state) => signedIn(state).sight)
export const useIsHidden = (field: HiddenField) => useStore(session, (state) => state.status === 'signed-in' && state.sight.hides.includes(field))
/** Whether this person administers the installation. */
export const useIsHostAdmin = () => useStore(session, (state) => state.status === 'signed-in' && state.isHostAdmin)
