import { isJidBroadcast, isJidGroup, isJidNewsletter } from 'baileys'

/**
 * Whether something is said to many at once: in a group, a channel, a list or the status. Named one by one: the network itself speaks under a name that is no
 * person's either.
 */
export const isToMany = (jid: string | undefined): boolean => isJidGroup(jid) === true || isJidBroadcast(jid) === true || isJidNewsletter(jid) === true
