import type { HostApp } from '../adapters/kits/meta-messaging/sign-in/app.ts'
import type { Config } from '../config.ts'

/** The host's app at Meta with its secrets; null where there is none. */
export const facebookAppOf = ({ facebookApp, secrets }: Pick<Config, 'facebookApp' | 'secrets'>): HostApp | null =>
  facebookApp && { ...facebookApp, secret: secrets.facebookAppSecret!, verifyToken: secrets.facebookVerifyToken! }
