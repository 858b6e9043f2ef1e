import type { Network } from '../network.ts'

const ofPages = ['pages_show_list', 'pages_messaging', 'pages_manage_metadata']
const ofInstagram = ['instagram_basic', 'instagram_manage_messages']

/** Without these an account cannot be connected, heard or answered. */
export const neededFor = ({ object }: Network): string[] => (object === 'instagram' ? [...ofPages, ...ofInstagram] : ofPages)

/** What is asked for. Pages that belong to a business portfolio are listed to those only who may see that; everybody else does without. */
export const askedFor = (network: Network): string[] => [...neededFor(network), 'business_management']
