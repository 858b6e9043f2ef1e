export type Place = { name: string; latitude: number; longitude: number }

/** A place that everybody in the country knows, to have something to send. */
const places: Record<string, Place> = {
  AR: { name: 'Obelisco, Buenos Aires', latitude: -34.6037, longitude: -58.3816 },
  BR: { name: 'Avenida Paulista, São Paulo', latitude: -23.5614, longitude: -46.6559 },
  MX: { name: 'Zócalo, Ciudad de México', latitude: 19.4326, longitude: -99.1332 },
  CO: { name: 'Plaza de Bolívar, Bogotá', latitude: 4.5981, longitude: -74.076 },
  CL: { name: 'Plaza de Armas, Santiago', latitude: -33.4378, longitude: -70.6505 },
  PE: { name: 'Plaza Mayor, Lima', latitude: -12.0458, longitude: -77.0306 },
  UY: { name: 'Plaza Independencia, Montevideo', latitude: -34.9067, longitude: -56.1997 },
  ES: { name: 'Puerta del Sol, Madrid', latitude: 40.4169, longitude: -3.7035 },
  US: { name: 'Bryant Park, New York', latitude: 40.7536, longitude: -73.9832 },
}
const elsewhere: Place = { name: 'Greenwich', latitude: 51.4779, longitude: 0 }

export const samplePlace = (country: string | null): Place => places[country ?? ''] ?? elsewhere
