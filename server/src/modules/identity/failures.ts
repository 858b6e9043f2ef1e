import { Failure } from '#platform/failure'

/** One answer for an unknown account, a wrong password, an account without password and one that was switched off. */
export const wrongCredentials = () => new Failure('unauthenticated', 'auth.invalid_credentials', 'E-mail or password is wrong.')

export const wrongPassword = (path: 'currentPassword' | 'password' = 'currentPassword') =>
  new Failure('invalid', 'auth.wrong_password', 'The current password is wrong.', {
    errors: [{ path, code: 'auth.wrong_password', message: 'The current password is wrong.' }],
  })

export const lockedOut = (seconds: number) =>
  new Failure('limited', 'auth.locked', `Too many failed attempts. Try again in ${seconds} s.`, { retryAfter: seconds })

export const emailInvalid = () => {
  const [code, message] = ['identity.email', 'This is not an e-mail address.']
  return new Failure('invalid', code, message, { errors: [{ path: 'email', code, message }] })
}

/** One answer for a key that never existed, was used or has run out. */
export const linkInvalid = () => new Failure('unauthenticated', 'auth.link_invalid', 'This sign-in link was used already or has run out. Ask for a new one.')

/** Said only to whoever gave the right password. */
export const codeRequired = () => new Failure('unauthenticated', 'auth.totp_required', 'This account also asks for the code of the authenticator app.')

/** One answer for a wrong code, one that was used already and a recovery code that is spent. */
export const codeInvalid = () => new Failure('unauthenticated', 'auth.totp_invalid', 'This code is wrong, used already or too old.')

/** The same to somebody who is signed in: what is wrong is a field and not the session. */
export const codeWrong = () => {
  const { code, message } = codeInvalid()
  return new Failure('invalid', code, message, { errors: [{ path: 'code', code, message }] })
}

export const twoFactorOn = () => new Failure('conflict', 'auth.totp_enabled', 'Sign-in in two steps is on already.')

export const twoFactorOff = () => new Failure('conflict', 'auth.totp_disabled', 'Sign-in in two steps is not set up.')

export const twoFactorNeeded = () => new Failure('conflict', 'auth.totp_required_by_role', 'Your role asks for sign-in in two steps. It cannot be turned off.')

/** One answer for a link that never existed, was used, replaced or has run out. */
export const resetInvalid = () =>
  new Failure('unauthenticated', 'auth.reset_invalid', 'This link was used already, replaced or has run out. Ask for a new one.')

/** One answer for a key of somebody else, one that has run out, and one from before the password was changed by a link. */
export const confirmationInvalid = () =>
  new Failure('conflict', 'auth.confirm_invalid', 'This link has run out or belongs to another account. Ask for a new one.')

export const noMail = () => new Failure('conflict', 'auth.no_mail', 'This installation sends no mail.')

export const resetNotYours = () =>
  new Failure('forbidden', 'auth.reset_not_yours', 'This account opens more than you may do here. Whoever runs the server can help.')

export const helpYourself = () => new Failure('conflict', 'auth.reset_self', 'This is your own account: change it where you look after it.')

export const registrationClosed = () => new Failure('forbidden', 'auth.registration_closed', 'This installation makes accounts by invitation only.')

export const sessionEnded = () => new Failure('unauthenticated', 'auth.session_ended', 'This session has ended. Sign in again.')

export const tokenExpired = () => new Failure('unauthenticated', 'auth.token_expired', 'The access token has run out. Refresh it.')

/** One answer for a secret that never existed, was revoked, rotated away or has run out. */
export const keyInvalid = () => new Failure('unauthenticated', 'auth.key_invalid', 'This API key does not work, or not any more.')

export const tokenInvalid = () => new Failure('unauthenticated', 'auth.token_invalid', 'This is no access token of this installation.')

export const renewedTooOften = (seconds: number) =>
  new Failure('limited', 'limited', 'This session is renewed too often. Wait a little.', { retryAfter: seconds })

export const tokenReused = () =>
  new Failure('unauthenticated', 'auth.token_reused', 'An old refresh token was presented, so its session was ended. Sign in again.')

export const notMember = () => new Failure('forbidden', 'auth.not_a_member', 'You do not belong to this organisation.')

export const tenantSuspended = () => new Failure('forbidden', 'tenant.suspended', 'This organisation is suspended.')
