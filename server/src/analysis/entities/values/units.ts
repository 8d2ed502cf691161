/**
 * Units of measure and currencies. Keys are lower case and single-spaced; values are the unit as cards print it (SI
 * symbol or plain name), or the ISO 4217 code.
 */

const spelled: Record<string, string> = {
  kilometre: 'km', kilometres: 'km', kilometer: 'km', kilometers: 'km', km: 'km', kms: 'km', metre: 'm', metres: 'm', meter: 'm', meters: 'm', m: 'm', centimetre: 'cm', centimetres: 'cm',
  centimeter: 'cm', centimeters: 'cm', cm: 'cm', millimetre: 'mm', millimetres: 'mm', millimeter: 'mm', millimeters: 'mm', mm: 'mm', nanometres: 'nm', nanometers: 'nm', nanometer: 'nm',
  micrometers: 'µm', micrometres: 'µm', microns: 'µm', mile: 'mi', miles: 'mi', yard: 'yd', yards: 'yd', yd: 'yd', foot: 'ft', feet: 'ft', ft: 'ft', inch: 'in', inches: 'in', in: 'in',
  acre: 'acre', acres: 'acre', hectare: 'ha', hectares: 'ha', ha: 'ha', tonne: 't', tonnes: 't', ton: 'ton', tons: 'ton', kilo: 'kg', kilos: 'kg', kilogram: 'kg', kilograms: 'kg',
  kilogramme: 'kg', kilogrammes: 'kg', kg: 'kg', kgs: 'kg', gram: 'g', grams: 'g', gramme: 'g', grammes: 'g', g: 'g', milligram: 'mg', milligrams: 'mg', mg: 'mg', microgram: 'µg', micrograms: 'µg', mcg: 'µg',
  pound: 'lb', pounds: 'lb', lb: 'lb', lbs: 'lb', ounce: 'oz', ounces: 'oz', oz: 'oz', stone: 'st', carat: 'ct', carats: 'ct', karat: 'kt', karats: 'kt', litre: 'L', litres: 'L', liter: 'L', liters: 'L', l: 'L',
  millilitre: 'mL', millilitres: 'mL', milliliter: 'mL', milliliters: 'mL', ml: 'mL', gallon: 'gal', gallons: 'gal', pint: 'pint', pints: 'pint', quart: 'quart', quarts: 'quart', barrel: 'bbl', barrels: 'bbl', bpd: 'bbl/d', bushel: 'bushel',
  bushels: 'bushel', mph: 'mph', kph: 'km/h', kmh: 'km/h', knot: 'kn', knots: 'kn', watt: 'W', watts: 'W', kilowatt: 'kW', kilowatts: 'kW', kw: 'kW', megawatt: 'MW', megawatts: 'MW',
  mw: 'MW', gigawatt: 'GW', gigawatts: 'GW', gw: 'GW', terawatt: 'TW', kwh: 'kWh', mwh: 'MWh', gwh: 'GWh', twh: 'TWh', 'kilowatt-hours': 'kWh', 'megawatt-hours': 'MWh', volt: 'V', volts: 'V', kilovolt: 'kV', kilovolts: 'kV', kv: 'kV', hertz: 'Hz', hz: 'Hz', mhz: 'MHz', ghz: 'GHz', degrees: '°', degree: '°',
  '°': '°', c: '°C', f: '°F', celsius: '°C', fahrenheit: '°F', kelvin: 'K', horsepower: 'hp', hp: 'hp', bhp: 'hp', joule: 'J', joules: 'J', calorie: 'cal', calories: 'cal', kilocalories: 'kcal',
  byte: 'B', bytes: 'B', kilobytes: 'kB', megabyte: 'MB', megabytes: 'MB', mb: 'MB', gigabyte: 'GB', gigabytes: 'GB', gb: 'GB', terabyte: 'TB', terabytes: 'TB', tb: 'TB', megapixel: 'MP', megapixels: 'MP',
  mbps: 'Mbit/s', gbps: 'Gbit/s', magnitude: 'magnitude', furlong: 'furlong', furlongs: 'furlong', fathom: 'fathom', fathoms: 'fathom', parsecs: 'pc', decibel: 'dB', decibels: 'dB', db: 'dB', millibars: 'mbar', mb_: 'mbar',
  hectopascals: 'hPa', kilotons: 'kt', kiloton: 'kt', kilotonnes: 'kt', megaton: 'Mt', megatons: 'Mt', megatonnes: 'Mt', gigatons: 'Gt', gigatonnes: 'Gt', teu: 'TEU', tablespoons: 'tbsp', teaspoons: 'tsp', teaspoon: 'tsp', tablespoon: 'tbsp', cups: 'cup',
  'lightyears': 'ly', ppm: 'ppm', 'm²': 'm²', 'km²': 'km²', 'm2': 'm²', 'km2': 'km²', sqft: 'sq ft', sqm: 'm²', millisieverts: 'mSv',
};
delete spelled['mb_'];

/** One word of unit. */
export const UNITS: ReadonlyMap<string, string> = new Map(Object.entries(spelled));

/** Units of one or two letters, or with another meaning, that count only after digits. */
export const AFTER_DIGITS: ReadonlySet<string> = new Set(['m', 'g', 'l', 'c', 'f', 'in', 'ha', 'kw', 'mw', 'gw', 'kv', 'mb', 'gb', 'tb', 'hp', 'db', 'hz', '°']);

/** Words that go with a unit from the left: "square miles", "US gallons", "metric tons". */
export const UNIT_PREFIXES: ReadonlySet<string> = new Set(['square', 'sq', 'sq.', 'cubic', 'cu', 'nautical', 'metric', 'imperial', 'us', 'u.s.', 'light', 'short', 'long', 'fluid', 'troy', 'astronomical', 'linear', 'board']);

/** Two-word units whose second word is no unit by itself. */
export const TWO_WORD_UNITS: ReadonlyMap<string, string> = new Map(Object.entries({
  'light years': 'ly', 'light year': 'ly', 'light-years': 'ly', 'light-year': 'ly', 'astronomical units': 'au', 'astronomical unit': 'au', 'kilowatt hours': 'kWh', 'megawatt hours': 'MWh', 'gigawatt hours': 'GWh', 'kilowatt hour': 'kWh', 'terawatt hours': 'TWh',
}));

/** What may follow "per" or a slash in a unit of speed or rate. */
export const PER: ReadonlySet<string> = new Set(['hour', 'h', 'hr', 's', 'second', 'sec', 'minute', 'gallon', 'litre', 'liter', 'kg', 'kilogram', 'hectare', 'acre', 'km', 'mile', 'd', 'ml', 'l']);

/** Units that form a speed or rate with "per" or a slash; "barrels per day" does not, its mention ends with "barrels". */
export const RATED: ReadonlySet<string> = new Set(['km', 'mi', 'm', 'ft', 'L', 'g', 'mg', 'µg', 'kg', 'gal', 'cm', 'in', 'mm']);

export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map(Object.entries({
  $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₦': 'NGN', '₽': 'RUB', '₩': 'KRW', '₪': 'ILS', '₴': 'UAH', '₺': 'TRY', '₫': 'VND', '₱': 'PHP', '฿': 'THB', '₿': 'BTC', '₵': 'GHS', '₡': 'CRC', '₸': 'KZT', '₼': 'AZN', '₾': 'GEL', '₲': 'PYG', '₭': 'LAK', '₮': 'MNT', '¢': 'USD',
}));

/** Letters before a dollar or pound sign: "US$", "A$", "HK$". */
export const SIGN_PREFIXES: ReadonlyMap<string, string> = new Map(Object.entries({
  us: 'USD', 'u.s.': 'USD', a: 'AUD', au: 'AUD', aud: 'AUD', c: 'CAD', ca: 'CAD', can: 'CAD', cad: 'CAD', cdn: 'CAD', nz: 'NZD', hk: 'HKD', s: 'SGD', sg: 'SGD', r: 'BRL', nt: 'TWD', mex: 'MXN', tt: 'TTD', j: 'JMD', z: 'ZWL', fj: 'FJD', g: 'GYD', n: 'NAD', bz: 'BZD', e: 'EGP', le: 'EGP', ec: 'XCD', gh: 'GHS', b: 'BND', usd: 'USD', ar: 'ARS',
}));

/** ISO codes and abbreviations written before the figure, as capitals in the text: "KES 300", "Rs 500", "Sh2 billion". */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map(Object.entries({
  USD: 'USD', EUR: 'EUR', GBP: 'GBP', JPY: 'JPY', CNY: 'CNY', RMB: 'CNY', INR: 'INR', NGN: 'NGN', KES: 'KES', Ksh: 'KES', KSh: 'KES', KSH: 'KES', Sh: '', Shs: '', Ush: 'UGX', UGX: 'UGX', TZS: 'TZS', Tsh: 'TZS', ZAR: 'ZAR', GHS: 'GHS', GHC: 'GHS', GH: 'GHS',
  AUD: 'AUD', CAD: 'CAD', NZD: 'NZD', CHF: 'CHF', SEK: 'SEK', NOK: 'NOK', DKK: 'DKK', ISK: 'ISK', PLN: 'PLN', CZK: 'CZK', HUF: 'HUF', RON: 'RON', RUB: 'RUB', UAH: 'UAH', TRY: 'TRY', ILS: 'ILS', NIS: 'ILS', AED: 'AED', Dh: 'AED', Dhs: 'AED', SAR: 'SAR', QAR: 'QAR', KWD: 'KWD', EGP: 'EGP',
  PKR: 'PKR', LKR: 'LKR', BDT: 'BDT', Tk: 'BDT', Php: 'PHP', SSP: 'SSP', TSh: 'TZS', TSHS: 'TZS', Kshs: 'KES', KShs: 'KES', USh: 'UGX', UShs: 'UGX', Ushs: 'UGX', Nu: 'BTN', MK: 'MWK', Kz: 'AOA', Le: 'SLE', LRD: 'LRD', SDG: 'SDG', SYP: 'SYP', LBP: 'LBP', JOD: 'JOD', OMR: 'OMR', BHD: 'BHD', KZT: 'KZT', UZS: 'UZS', GEL: 'GEL', AMD: 'AMD', RSD: 'RSD', BGN: 'BGN', CDF: 'CDF', BIF: 'BIF', MUR: 'MUR', MZN: 'MZN', AOA: 'AOA', SOS: 'SOS', GMD: 'GMD', SZL: 'SZL', LSL: 'LSL', FJD: 'FJD', PGK: 'PGK', JMD: 'JMD', TTD: 'TTD', BBD: 'BBD', XCD: 'XCD', NPR: 'NPR', Rs: '', 'Rs.': '', Re: '', PHP: 'PHP', IDR: 'IDR', Rp: 'IDR', MYR: 'MYR', RM: 'MYR', SGD: 'SGD', HKD: 'HKD', TWD: 'TWD', KRW: 'KRW', THB: 'THB', VND: 'VND', MMK: 'MMK', BRL: 'BRL', MXN: 'MXN', ARS: 'ARS', CLP: 'CLP', COP: 'COP', PEN: 'PEN',
  XAF: 'XAF', XOF: 'XOF', FCFA: '', CFA: '', ETB: 'ETB', RWF: 'RWF', ZMW: 'ZMW', BWP: 'BWP', NAD: 'NAD', MAD: 'MAD', DZD: 'DZD', TND: 'TND', LYD: 'LYD', IQD: 'IQD', IRR: 'IRR', Bs: 'VES', N: 'NGN', R: 'ZAR', P: 'PHP', K: '', S: '', BTC: 'BTC', ETH: 'ETH',
}));

/** Codes of one or two letters that mean a currency only when written against the figure ("R500", "N2bn"). */
export const CODES_AGAINST_FIGURE: ReadonlySet<string> = new Set(['N', 'R', 'P', 'K', 'S', 'GH', 'Re', 'Le', 'Nu', 'MK', 'SOS', 'GEL', 'AMD', 'LE']);

/** Currency nouns after the figure. An empty code: the noun is shared by several countries and the text must say which. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(Object.entries({
  dollar: 'USD', dollars: 'USD', cent: 'USD', cents: 'USD', euro: 'EUR', euros: 'EUR', pence: 'GBP', penny: '', sterling: 'GBP', pounds: 'GBP', pound: 'GBP', quid: 'GBP', yen: 'JPY', yuan: 'CNY', renminbi: 'CNY', rupee: '', rupees: '', naira: 'NGN', kobo: 'NGN', ruble: 'RUB', rubles: 'RUB', rouble: 'RUB', roubles: 'RUB',
  franc: '', francs: '', krona: 'SEK', kronor: 'SEK', krone: '', kroner: '', kronur: 'ISK', crown: '', crowns: '', zloty: 'PLN', zlotys: 'PLN', 'złoty': 'PLN', 'złotys': 'PLN', forint: 'HUF', forints: 'HUF', koruna: 'CZK', korunas: 'CZK', lei: '', leu: '', lev: 'BGN', leva: 'BGN', hryvnia: 'UAH', hryvnias: 'UAH', hryvna: 'UAH', lira: 'TRY', liras: 'TRY',
  shekel: 'ILS', shekels: 'ILS', dirham: '', dirhams: '', dinar: '', dinars: '', riyal: '', riyals: '', rial: '', rials: '', toman: 'IRR', tomans: 'IRR', shilling: '', shillings: '', rand: 'ZAR', cedi: 'GHS', cedis: 'GHS', birr: 'ETB', kwacha: '', kwanza: 'AOA', pula: 'BWP', metical: 'MZN', meticais: 'MZN', peso: '', pesos: '', real: 'BRL', reais: 'BRL', sol: 'PEN', soles: 'PEN', bolivar: 'VES', bolivars: 'VES', 'bolívars': 'VES', baht: 'THB',
  won: 'KRW', dong: 'VND', rupiah: 'IDR', ringgit: 'MYR', taka: 'BDT', kyat: 'MMK', kyats: 'MMK', riel: 'KHR', tenge: 'KZT', som: '', manat: '', lari: 'GEL', dram: 'AMD', drams: 'AMD', afghani: 'AFN', afghanis: 'AFN', bitcoin: 'BTC', bitcoins: 'BTC', ether: 'ETH', guilders: '', quetzals: 'GTQ', lempiras: 'HNL', 'hong-kong-dollar': 'HKD',
  usd: 'USD', eur: 'EUR', gbp: 'GBP', jpy: 'JPY', cny: 'CNY', rmb: 'CNY', inr: 'INR', ngn: 'NGN', kes: 'KES', ugx: 'UGX', aud: 'AUD', cad: 'CAD', cdn: 'CAD', nzd: 'NZD', chf: 'CHF', sek: 'SEK', nok: 'NOK', dkk: 'DKK', pln: 'PLN', czk: 'CZK', huf: 'HUF', rub: 'RUB', uah: 'UAH', zar: 'ZAR', ghs: 'GHS', aed: 'AED', sar: 'SAR', egp: 'EGP', pkr: 'PKR', hkd: 'HKD', krw: 'KRW', brl: 'BRL', mxn: 'MXN', php: 'PHP', btc: 'BTC', cfa: '', fcfa: '',
}));

/** Hundredths: their amount is divided by one hundred. */
export const MINOR_UNITS: ReadonlySet<string> = new Set(['cent', 'cents', 'pence', 'penny', 'kobo', '¢', 'p']);

/** Which country's currency a shared noun means: "Australian dollars", "Swiss francs". */
export const NATIONAL: ReadonlyMap<string, string> = new Map(Object.entries({
  'us dollars': 'USD', 'us dollar': 'USD', 'u.s. dollars': 'USD', 'u.s. dollar': 'USD', 'american dollars': 'USD', 'australian dollars': 'AUD', 'canadian dollars': 'CAD', 'singapore dollars': 'SGD', 'hong kong dollars': 'HKD', 'taiwan dollars': 'TWD', 'zealand dollars': 'NZD', 'kong dollars': 'HKD', 'zimbabwean dollars': 'ZWL', 'jamaican dollars': 'JMD', 'namibian dollars': 'NAD',
  'swiss francs': 'CHF', 'cfa francs': '', 'congolese francs': 'CDF', 'rwandan francs': 'RWF', 'swedish kronor': 'SEK', 'swedish crowns': 'SEK', 'norwegian kroner': 'NOK', 'norwegian crowns': 'NOK', 'danish kroner': 'DKK', 'danish crowns': 'DKK', 'czech crowns': 'CZK', 'czech koruna': 'CZK', 'icelandic kronur': 'ISK', 'icelandic krona': 'ISK', 'indian rupees': 'INR', 'pakistani rupees': 'PKR', 'sri lankan rupees': 'LKR', 'lankan rupees': 'LKR', 'nepali rupees': 'NPR', 'kenyan shillings': 'KES', 'kenya shillings': 'KES',
  'ugandan shillings': 'UGX', 'uganda shillings': 'UGX', 'tanzanian shillings': 'TZS', 'somali shillings': 'SOS', 'mexican pesos': 'MXN', 'argentine pesos': 'ARS', 'argentinian pesos': 'ARS', 'chilean pesos': 'CLP', 'colombian pesos': 'COP', 'philippine pesos': 'PHP', 'cuban pesos': 'CUP', 'egyptian pounds': 'EGP', 'sudanese pounds': 'SDG', 'syrian pounds': 'SYP', 'lebanese pounds': 'LBP', 'british pounds': 'GBP',
  'turkish lira': 'TRY', 'lebanese lira': 'LBP', 'syrian lira': 'SYP', 'saudi riyals': 'SAR', 'qatari riyals': 'QAR', 'yemeni rials': 'YER', 'iranian rials': 'IRR', 'omani rials': 'OMR', 'emirati dirhams': 'AED', 'moroccan dirhams': 'MAD', 'uae dirhams': 'AED', 'kuwaiti dinars': 'KWD', 'iraqi dinars': 'IQD', 'jordanian dinars': 'JOD', 'serbian dinars': 'RSD', 'libyan dinars': 'LYD', 'tunisian dinars': 'TND', 'algerian dinars': 'DZD', 'romanian lei': 'RON', 'moldovan lei': 'MDL', 'bulgarian leva': 'BGN', 'polish zlotys': 'PLN',
  'russian rubles': 'RUB', 'russian roubles': 'RUB', 'chinese yuan': 'CNY', 'japanese yen': 'JPY', 'korean won': 'KRW', 'nigerian naira': 'NGN', 'zambian kwacha': 'ZMW', 'malawian kwacha': 'MWK', 'brazilian reais': 'BRL', 'brazilian real': 'BRL', 'ukrainian hryvnias': 'UAH', 'pounds sterling': 'GBP',
}));
