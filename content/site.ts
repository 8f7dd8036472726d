/** Who publishes, for every page of the site. */
export const site = {
  name: 'Pasar',
  /** Where readers report an error. */
  contact: 'corrections@pasar.example',
  /** What the words and drawings may be used for; figures belong to their sources. */
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
} as const
