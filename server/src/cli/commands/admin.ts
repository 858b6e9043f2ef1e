import { readConfig } from '../../config.ts'
import type { Command } from '../command.ts'
import { runningUrl } from '../running-url.ts'
import { signInUrl } from '../start-addresses.ts'
import { withProduct } from '../with-product.ts'

/** A new one-use link for the owner, or for the person with the address given. */
export const adminLink: Command = {
  usage: 'admin link [email]',
  summary: 'print a new one-use sign-in link',
  takes: 1,
  run: async ({ env, terminal, arguments: [email] }) => {
    const config = readConfig(env)
    const key = await withProduct(config, terminal, (product) => product.operations.createSignInLink(email))
    const url = signInUrl(config, runningUrl(config), key)
    terminal.say(`\n  Open      ${url}\n            signs in ${email ?? config.adminEmail}, one use, 30 min\n`)
    terminal.event({ event: 'link', url, email: email ?? config.adminEmail })
    return 0
  },
}

export const adminResetPassword: Command = {
  usage: 'admin reset-password [email]',
  summary: 'give a person a new generated password',
  takes: 1,
  run: async ({ env, terminal, arguments: [given] }) => {
    const config = readConfig(env)
    const email = given ?? config.adminEmail
    const password = await withProduct(config, terminal, (product) => product.operations.resetPassword(email))
    terminal.say(`\n  User      ${email}\n  Password  ${password}   shown only now\n`)
    terminal.event({ event: 'password', email, password })
    return 0
  },
}

export const adminResetTwoFactor: Command = {
  usage: 'admin reset-two-factor [email]',
  summary: 'let a person who lost the phone sign in without the second step',
  takes: 1,
  run: async ({ env, terminal, arguments: [given] }) => {
    const config = readConfig(env)
    const email = given ?? config.adminEmail
    await withProduct(config, terminal, (product) => product.operations.resetTwoFactor(email))
    terminal.say(`\n  User      ${email}\n            signs in with the password alone until it is set up again\n`)
    terminal.event({ event: 'two-factor-reset', email })
    return 0
  },
}
