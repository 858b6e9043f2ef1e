import type { Locator, Page } from 'playwright-core'

/** The inbox as a person finds their way in it: by what things are called in Spanish as it is written in Argentina. */
export const rows = (page: Page): Locator => page.getByRole('listbox', { name: 'Conversaciones' }).getByRole('option')
export const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name })
export const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) })
export const log = (page: Page, name: string): Locator => page.getByRole('log', { name: `Mensajes con ${name}` })
export const bubble = (page: Page, text: string): Locator => page.getByRole('log').getByRole('article').filter({ hasText: text })
export const replyField = (page: Page, name: string): Locator => page.getByRole('textbox', { name: `Mensaje para ${name}` })
export const noteField = (page: Page, name: string): Locator => page.getByRole('textbox', { name: `Nota interna sobre ${name}` })
/** What the last line of the screen says after an act, with the way to take it back. */
export const notice = (page: Page, text: string): Locator =>
  page
    .getByRole('region', { name: /^Avisos/ })
    .getByRole('listitem')
    .filter({ hasText: text })

/** Opens a conversation from the list at hand. */
export const openTalk = async (page: Page, name: string): Promise<void> => {
  await row(page, name).click()
  await log(page, name).waitFor()
}
