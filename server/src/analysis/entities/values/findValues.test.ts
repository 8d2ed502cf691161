import { describe, it } from 'vitest';
import { checkValues } from './values.testHelper.js';

function marks(name: string, texts: readonly string[]): void {
  it.each(texts)(`${name}: %s`, (text) => checkValues(text));
}

describe('dates', () => {
  marks('calendar days', [
    'The court sat on [Monday, March 24, 2025]DATE and again on [10 April]DATE.',
    'Open from [March 10 to April 2]DATE, closed on [Oct. 31]DATE and [July 4th]DATE.',
    'The fair runs [10–12 March 2025]DATE; it was [3/24/2025]DATE, filed as [2025-03-24]DATE.',
    'She keeps the [5th of November]DATE and the [second of May]DATE.',
  ]);
  marks('prepositions, articles and parts of the day stay out', [
    'Early on [Monday]DATE morning, the [Friday]DATE night shift left.',
    'It snowed in the [1990s]DATE and in [early 2019]DATE, but not in the [late ’70s]DATE.',
    'A [year ago]DATE she left; in the [past three weeks]DATE she came back.',
    'She wrote [last week]DATE, [this year]DATE and [late last year]DATE, and will [next month]DATE.',
  ]);
  marks('ranges', [
    'Brel was mayor from [1967 to 1995]DATE and again [2001–2008]DATE.',
    'It happened between [2010]DATE and [2015]DATE.',
    'The shop opens [Monday to Friday]DATE.',
  ]);
  marks('ages', [
    'The [34-year-old]DATE baker, Ines Varga, [34]DATE, lives with a man [aged 41]DATE.',
    'He was [86]DATE. The deceased were [aged nine]DATE, [ten]DATE and [thirteen]DATE.',
    'At the [age of 95]DATE, she is in her [mid-90s]DATE, he [82 years old]DATE.',
  ]);
  marks('years, fiscal years and quarters', [
    'Sales rose in [fiscal year 2019]DATE, in [Q3 2019]DATE and in the [third quarter]DATE.',
    'The [13th century]DATE church stood in [664 b.c.e.]DATE and burned in [1985]DATE.',
    'The [2018]DATE film about the 2020 Lund presidential election opened in [2019]DATE.',
  ]);
  marks('relative days', [
    'He came [yesterday]DATE, left [two days ago]DATE and phoned the [same day]DATE.',
    'They meet [every other year]DATE; [two days later]DATE they stop, after a [few weeks]DATE.',
    'It rained over the [weekend]DATE, and for [days]DATE the road was shut, a [week-long]DATE mess.',
    'The gala is on [Christmas Eve]DATE, the parade on [Labour Day]DATE.',
  ]);
  marks('words that only look like dates', [
    'April Oduya told the Sun newspaper that May Brandt may march.',
    'May said so. The 9/11 attacks. The Sunday Times wrote it. Easter Island is far.',
    'The company is open 24/7 and once a year, twice a week.',
    'It is due in [May]DATE, or in [March]DATE and [April]DATE.',
  ]);
});

describe('times', () => {
  marks('clock times with their zone', [
    'At [6 a.m.]TIME on [Monday]DATE the siren went, at [8:00 p.m. AST]TIME it stopped ([0000 UTC]TIME).',
    'From [5–7pm]TIME, at [15:30 local time]TIME, by [noon]TIME, until [half past nine]TIME.',
  ]);
  marks('spans under a day', [
    'The [thirty-hour]TIME siege ended [this morning]TIME, [two hours]TIME after [last night]TIME.',
    'He ran it in [1 hour 59 minutes 40.2 seconds]TIME, an [hour later]TIME they left.',
    'It holds for the [next few hours]TIME, [15 to 20 seconds]TIME at a time.',
  ]);
  marks('scores and verses are no times', ['The final ended 25:10 in Lund.', 'Wait for a second.']);
});

describe('money', () => {
  marks('any currency', [
    'It cost [$3.5 million]MONEY, [US$3.6 bn]MONEY, [€7,000]MONEY, [£2.5m]MONEY, [¥500]MONEY and [₦3.2 trillion]MONEY.',
    'They paid [Rs 500 crore]MONEY, [Sh2 billion]MONEY, [KES 300]MONEY, [A$5]MONEY, [R$40 million]MONEY and [SEK9 million]MONEY.',
    'A fine of [995 million dollars]MONEY, [5 cents]MONEY, [38.8 million euro]MONEY, [half a million US dollars]MONEY.',
    'About [24 million pounds]MONEY, [300 Swiss francs]MONEY, [$1m-$2m]MONEY, [$5-7 billion]MONEY.',
    'Bids of [Shs500m]MONEY, [N1.5bn]MONEY, [GH¢200]MONEY, [R1.2-billion]MONEY and [3m euros]MONEY, in all [tens of millions of dollars]MONEY.',
    'Shares rose from [$5]MONEY to [$10]MONEY; the wage is [$15]MONEY an hour.',
    'They sang [one]CARDINAL-and done, [two]CARDINAL-and then waited [one-and-a-half years]DATE.',
    'Repairs cost between [$5 and $7 billion]MONEY or between [US$30 and 40 billion]MONEY, a ticket between [$5]MONEY and [$7]MONEY.',
  ]);
  marks('weights and names are no money', ['The bag weighs [24 pounds]QUANTITY.', 'The K9 unit wore N95 masks; its R0 is low.']);
});

describe('percentages and quantities', () => {
  marks('percent', [
    'Turnout was [12 percent]PERCENT, [12 per cent]PERCENT, [85%]PERCENT or [half a percent]PERCENT.',
    'It rose by [3 percentage points]PERCENT, [10 to 15 percent]PERCENT, [16–17 percent]PERCENT.',
  ]);
  marks('units', [
    'It is [100 km]QUANTITY away, [30 C]QUANTITY hot, [6ft 2in]QUANTITY tall and [2,000 sq km]QUANTITY wide.',
    'Winds of [60–80 mph]QUANTITY ([95–130 km/h]QUANTITY) hit [48 acres]QUANTITY, [half a mile]QUANTITY off.',
    'A [5.8 magnitude]QUANTITY quake spilled [3 million barrels]QUANTITY from a [five-foot]QUANTITY hole.',
  ]);
});

describe('ranks and counts', () => {
  marks('ranks', [
    'The [first]ORDINAL round, the [3rd]ORDINAL place, the [second]ORDINAL-largest town, his [twenty-sixth]ORDINAL win.',
    'At first the First Lady spoke to third-party groups on 5th Avenue.',
  ]);
  marks('counts', [
    '[Forty-two]CARDINAL schools, [dozens]CARDINAL of people, [half]CARDINAL the staff, [two-thirds]CARDINAL of it.',
    '[One]CARDINAL of the [hundreds of thousands]CARDINAL left; no one saw the other one.',
    'They won [3–1]CARDINAL and [66 to 27]CARDINAL, in [two in three]CARDINAL towns, [29 out of 30]CARDINAL times.',
    'The staff fell from [180]CARDINAL to [5]CARDINAL; about [40,000]CARDINAL stayed, between [5]CARDINAL and [10]CARDINAL left.',
    'A [three]CARDINAL-judge panel, a half-sister, [1.5m]CARDINAL people.',
  ]);
  marks('figures in names', [
    'A Keld 737 left for the G20 on Route 66 under Article 5 with COVID-19 tests.',
    'Call 555-0100 or +1 555-0100; see example.com/2019 and write to desk42@example.com. He phoned 911.',
  ]);
});
