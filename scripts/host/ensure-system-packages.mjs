/**
 * Installs what the checks need from the system.
 *
 * Usage: node scripts/host/ensure-system-packages.mjs NAME …
 */
import { ensureSystemPackages } from './system-packages.mjs';

try {
  ensureSystemPackages(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
