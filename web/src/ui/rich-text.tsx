export { RichText } from '../features/inbox/bubbles/rich-text.tsx'
