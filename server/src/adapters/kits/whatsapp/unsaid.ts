/**
 * What nobody says, by the names that WhatsApp's page in a browser has for it: what the network notes in a chat of itself, calls (told by an event of their own), the
 * announcement of an album, whose pictures come by themselves, and what cannot be read yet, which comes again under the same id.
 */
export const unsaid: ReadonlySet<string> = new Set(['ciphertext', 'e2e_notification', 'gp2', 'notification_template', 'call_log', 'album'])
