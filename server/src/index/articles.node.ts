/** The bundle of the index on Node. */
export { openIndex } from './sqlite.node.js';
export { FolderLibrary } from './library.node.js';
