/** How long the bot stays silent after a person took over; `sliding`: until some minutes after the last word of a person. */
export const botPauses = ['until_closed', 'sliding', 'hour', 'tomorrow'] as const
