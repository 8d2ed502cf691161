/**
 * Offline facts: the gazetteer that the analysis asks, and where each entry comes from.
 * Does no I/O, reads no clock, uses no Node built-ins, and never throws for any text that is looked up.
 */
export { Facts, PACKS, type Fact, type FactRecord } from './facts.js';
export { COLUMNS, GLOSSARY_PATH, TYPE_NAMES, columnOf, isGlossary, type Column, type GlossaryType } from './glossary/columns.js';
export { HouseList } from './glossary/house.js';
export type { GlossaryEntry, GlossaryProblem } from './glossary/read.js';
export { isValidOn } from './glossary/validity.js';
export { loadGazetteer } from './gazetteer.js';
export { SOURCES, type Source } from './sources.js';
