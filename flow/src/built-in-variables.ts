/** The variables that every run has without setting them; `message.text` is the customer's last message, `contact.tags` their tags with commas between them. */
export const builtInVariables = [
  'contact.name',
  'contact.phone',
  'contact.email',
  'contact.language',
  'contact.company',
  'contact.city',
  'contact.stage',
  'contact.tags',
  'business.name',
  'message.text',
] as const
