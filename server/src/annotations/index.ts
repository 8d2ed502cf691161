/**
 * What people decide about an article, kept in a file beside it. Does no I/O, reads no clock, makes no ids and never decides where a
 * thing belongs when that is not sure. Readers never throw, for any bytes.
 */
export type { Agent, Annotation, Body, Review, StoredAnchor } from './annotation.js';
export { changed, newAnnotation } from './annotation.js';
export { CanonicalText, SplitSurrogate } from './canonicalText.js';
export type { Merged } from './merge.js';
export { mergeSidecars } from './merge.js';
export type { Pace } from './reanchor/index.js';
export { reanchor, reanchorInSlices } from './reanchor/index.js';
export type { AnchorPlacement, Lost, Placement, Rule } from './reanchor/placement.js';
export type { SpanToKeep } from './selectors.js';
export { anchorsFor } from './selectors.js';
export { positionsOutside } from './sidecar/positions.js';
export type { ReadOptions } from './sidecar/read.js';
export { readSidecar } from './sidecar/read.js';
export type { Problem, Sidecar, SidecarRead } from './sidecar/sidecar.js';
export { emptySidecar, FORMAT_VERSION, sidecarName, SUFFIX } from './sidecar/sidecar.js';
export { writeSidecar } from './sidecar/write.js';
