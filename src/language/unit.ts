/**
 * The closed vocabulary of units. A figure carries one of these; nothing is ever added, compared or joined across two of them
 * unless a derivation says by name how.
 *
 * `USD` and `IDR` are whole dollars and rupiah, never millions: 62 billion dollars is `62e9`.
 */
export const units = [
  'people',
  'accounts',
  'businesses',
  'companies',
  'parcels',
  'parcels/day',
  'parcels/year',
  'parcels/second',
  'USD',
  'IDR',
  'percent',
  'percentage points',
  'ratio',
] as const

export type Unit = (typeof units)[number]
