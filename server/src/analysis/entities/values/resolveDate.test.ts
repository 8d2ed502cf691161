import { describe, expect, it } from 'vitest';
import { amountIn, datesOf } from './values.testHelper.js';

describe('resolveDate, for an article of Thursday, March 12, 2026', () => {
  it.each<readonly [string, string | undefined]>([
    ['It began on Monday, March 24, 2025.', '2025-03-24'],
    ['It began on 24 March 2025.', '2025-03-24'],
    ['It began on 3/24/2025.', '2025-03-24'],
    ['It began in March 2025.', '2025-03'],
    ['It began in 2025.', '2025'],
    ['It began in early 2019.', '2019-01-01/2019-04-30'],
    ['It began in late February.', '2026-02-21/2026-02-28'],
    ['It began in the 1990s.', '1990-01-01/1999-12-31'],
    ['It began in the late 1990s.', '1997-01-01/1999-12-31'],
    ['It began in the 20th century.', '1901-01-01/2000-12-31'],
    ['It ran from 1967 to 1995.', '1967-01-01/1995-12-31'],
    ['It ran from March 10 to March 11.', '2026-03-10/2026-03-11'],
    ['It began in Q3 2019.', '2019-07-01/2019-09-30'],
    ['It began yesterday.', '2026-03-11'],
    ['It began last week.', '2026-03-02/2026-03-08'],
    ['It began last month.', '2026-02'],
    ['It ends next year.', '2027'],
    ['It lasted the past three weeks.', '2026-02-19/2026-03-12'],
    ['It began two days ago.', '2026-03-10'],
    ['It began three years ago.', '2023'],
    ['It began in January of last year.', '2025-01'],
    ['It began last October.', '2025-10'],
  ])('%s', (text, iso) => {
    expect(datesOf(text)).toEqual([iso]);
  });

  it('reads a weekday by the tense beside it, the article’s own day included', () => {
    expect(datesOf('He died on Thursday.')).toEqual(['2026-03-12']);
    expect(datesOf('They will meet on Thursday.')).toEqual(['2026-03-12']);
    expect(datesOf('He died on Monday.')).toEqual(['2026-03-09']);
    expect(datesOf('They will meet on Monday.')).toEqual(['2026-03-16']);
    expect(datesOf('The post could reopen on Monday.')).toEqual(['2026-03-16']);
    expect(datesOf('The mayor could not be reached on Monday.')).toEqual(['2026-03-09']);
    expect(datesOf('She is to be sworn in on Monday.')).toEqual(['2026-03-16']);
    expect(datesOf('On Monday, the council voted.')).toEqual(['2026-03-09']);
    expect(datesOf('The vote is scheduled for Monday.')).toEqual(['2026-03-16']);
    expect(datesOf('Sorel to visit Lund on Monday', '2026-03-12', 'headline')).toEqual(['2026-03-16']);
    expect(datesOf('A storm on Monday.')).toEqual(['2026-03-09']);
    expect(datesOf('Talks resumed last Thursday, and next Thursday they end.')).toEqual(['2026-03-05', '2026-03-19']);
  });

  it('reads a day without its year by the tense', () => {
    expect(datesOf('He died on March 20.')).toEqual(['2025-03-20']);
    expect(datesOf('It will open on March 2.')).toEqual(['2027-03-02']);
    expect(datesOf('They said that a hearing was likely on March 20.')).toEqual(['2026-03-20']);
    expect(datesOf('It was likely sold on March 20.')).toEqual(['2025-03-20']);
    expect(datesOf('It opened in May and closed in February.')).toEqual(['2025-05', '2026-02']);
  });

  it.each<readonly [string, string | undefined]>([
    ['The court postponed the trial until April.', '2026-04'],
    ['The school was closed until Monday.', '2026-03-16'],
    ['The bridge is closed until April.', '2026-04'],
    ['The bridge will be closed until Monday.', '2026-03-16'],
    ['The council extended the curfew to Friday.', '2026-03-13'],
    ['Flights were suspended effective April 1.', '2026-04-01'],
    ['The judge ordered the firm to pay by April.', '2026-04'],
    ['Residents were told to stay home until Friday.', '2026-03-13'],
    ['They hoped to finish by June.', '2026-06'],
    ['She denied that the firm had threatened to close the mill by June.', '2026-06'],
    ['The work was finished by June.', '2025-06'],
    ['They left before April.', '2025-04'],
    ['He stayed until Tuesday.', '2026-03-10'],
    ['She served as mayor until January.', '2026-01'],
    ['The city had been closed until Monday.', '2026-03-09'],
    ['The bridge did not open until March.', '2026-03'],
    ['They failed to pay by Friday.', '2026-03-06'],
    ['Since Monday, the port will have lost four ships.', '2026-03-09'],
    ['The bridge is closed since December.', '2025-12'],
    ['The rule applies from April.', '2026-04'],
    ['Footage from Monday showed smoke.', '2026-03-09'],
    ['The strike lasted from Monday until Friday.', '2026-03-02/2026-03-06'],
    ['The strike will last from Monday until Friday.', '2026-03-16/2026-03-20'],
    ['The fair ran from February until April.', '2025-02-01/2025-04-30'],
  ])('reads a term: %s', (text, iso) => {
    expect(datesOf(text)).toEqual([iso]);
  });

  it('never moves a day that does not exist, nor swaps a range', () => {
    expect(datesOf('It was due on February 30, 2025.')).toEqual([undefined]);
    expect(datesOf('It was due on 31 April.')).toEqual([undefined]);
    expect(datesOf('It was due on February 29.')).toEqual([undefined]);
    expect(datesOf('It is filed under 2025-13-04.')).toEqual([undefined]);
    expect(datesOf('Open from March 12 to March 9.')).toEqual([undefined]);
    expect(datesOf('He reigned from 1995 to 1967.')).toEqual([undefined]);
  });

  it('leaves open what the text does not fix', () => {
    expect(datesOf('It was filed on 3/4/2025.')).toEqual([undefined]);
    expect(datesOf('It took three weeks. The 34-year-old left two days later.')).toEqual([undefined, undefined, undefined]);
    expect(datesOf('It was hot last summer.')).toEqual([undefined]);
  });

  it('needs an article date only for what is told from it', () => {
    expect(datesOf('He left on Monday, in 2019, on March 24, 2025.', null)).toEqual([undefined, '2019', '2025-03-24']);
    expect(datesOf('He left yesterday.', 'no day')).toEqual([undefined]);
  });
});

describe('amounts', () => {
  it.each<readonly [string, string]>([
    ['There were 480 people.', '480..480'],
    ['There were 40,000 people.', '39500..40500'],
    ['There were about 40,000 people.', '38000..42000 ~about'],
    ['There were nearly 900 houses.', '810..900 ~nearly'],
    ['There were more than 300 houses.', '300..375 ~more than'],
    ['There were up to 20 houses.', '15..20 ~up to'],
    ['There were 1.2 million people.', '1150000..1250000'],
    ['There were 10–15 people.', '10..15'],
    ['There were two to three hundred cars.', '200..300'],
    ['It was 20%.', '19.5..20.5 %'],
    ['It was 0.25 percentage points.', '0.245..0.255 points'],
    ['It was 100 km.', '95..105 km'],
    ['It was 6ft 2in.', '6.125..6.2083333 ft'],
    ['It cost $3.5 million.', '3450000..3550000 USD'],
    ['It cost 50 cents.', '0.495..0.505 USD'],
    ['It cost 300 Swiss francs.', '295..305 CHF'],
    ['It cost forty-two euros.', '41.5..42.5 EUR'],
  ])('%s', (text, amount) => {
    expect(amountIn(text)).toBe(amount);
  });
});
