/**
 * Properties draw their examples from one seed, so that one commit always gives one result. Any other seed is tried with
 * `PROPERTY_SEED=N npx vitest run …`, a new one each time with `PROPERTY_SEED=new`.
 */
import fc from 'fast-check';

const { PROPERTY_SEED: wanted = '20261129' } = process.env;
if (wanted !== 'new') {
  const seed = Number(wanted);
  if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED is a whole number or "new", not ${JSON.stringify(wanted)}.`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
