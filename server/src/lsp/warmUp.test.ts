import { expect, it } from 'vitest';
import { loadGazetteer } from '../knowledge/index.js';
import { warmUpCards } from './warmUp.js';

it('lets others have their turn between the parts of cards', async () => {
  let turns = 0;
  const timer = setInterval(() => { turns++; }, 1);
  await warmUpCards(loadGazetteer);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});
