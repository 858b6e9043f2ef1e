/** All pages of the channels come in one piece: each alone would be small, and share most of it. */
export { ChannelPage } from './channel-page.tsx'
export { ChannelsPage } from './channels-page.tsx'
export { kindTexts } from './kinds/index.ts'
export { NewChannelPage } from './new-channel-page.tsx'
