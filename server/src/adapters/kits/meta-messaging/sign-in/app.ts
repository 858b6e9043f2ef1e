import { createHmac } from 'node:crypto'

/** The app that the host has at Meta. `loginUrl`: where people sign in; a setting, so that a stand-in can take its place. */
export type HostApp = { id: string; secret: string; verifyToken: string; loginUrl: string }

/** `appsecret_proof` of Meta's "Secure Graph API Calls": that whoever uses a token has the app's secret too. */
export const proofOf = ({ secret }: HostApp, token: string): string => createHmac('sha256', secret).update(token).digest('hex')
