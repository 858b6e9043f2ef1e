import type { Role } from '@chasqui/contracts'
import type { Sample } from '#conversations'
import { demoTenant, type NewTenant } from '#tenancy'
import { clinicTalks } from './clinic-talks.ts'
import { salonTalks } from './salon-talks.ts'
import { veterinaryTalks } from './veterinary-talks.ts'

type DemoPerson = { email: string; name: string; role: Role }
/** `people`: who works there, the owner first; the talks are theirs in turn. */
export type DemoTenant = { tenant: NewTenant & { slug: string }; people: DemoPerson[]; talks: Sample[] }

/** The demo that whoever installed the product owns. Its owner's name holds until they give their own on the welcome page. */
export const homeDemo = { tenant: demoTenant, ownerName: 'Lucía Paz', talks: clinicTalks }

/** The others, with people of their own: their accounts have no password, `admin link` lets somebody in, and the host looks into them from its console. */
export const neighbourDemos: DemoTenant[] = [
  {
    tenant: { name: 'Veterinaria Demo', slug: 'demo-veterinaria', country: 'MX', trade: 'veterinary', isDemo: true },
    people: [
      { email: 'renata@veterinaria.demo.local', name: 'Renata Ibarra', role: 'owner' },
      { email: 'omar@veterinaria.demo.local', name: 'Omar Salas', role: 'supervisor' },
      { email: 'paola@veterinaria.demo.local', name: 'Paola Nieto', role: 'agent' },
    ],
    talks: veterinaryTalks,
  },
  {
    tenant: { name: 'Salão Demo', slug: 'demo-salao', country: 'BR', trade: 'salon', isDemo: true },
    people: [
      { email: 'camila@salao.demo.local', name: 'Camila Nogueira', role: 'owner' },
      { email: 'thiago@salao.demo.local', name: 'Thiago Prates', role: 'supervisor' },
      { email: 'juliana@salao.demo.local', name: 'Juliana Reis', role: 'agent' },
    ],
    talks: salonTalks,
  },
]
