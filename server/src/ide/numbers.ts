/** Made once: a formatter costs more than a card. */
const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** "2,500,000". */
export function numberText(value: number): string {
  return NUMBERS.format(value);
}
