/** The variables that every run has without setting them; `message.text` is the customer's last message. */
export const builtInVariables = [
  'contact.name',
  'contact.phone',
  'contact.email',
  'contact.language',
  'contact.company',
  'contact.city',
  'contact.stage',
  'business.name',
  'message.text',
] as const
