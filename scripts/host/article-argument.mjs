import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A text longer than this is no article, and the editor would not hand it to extensions. */
const MAX_BYTES = 50 * 1024 * 1024;

/**
 * @typedef {object} Article
 * @property {string} file absolute path
 * @property {string} folder the folder to open beside it
 */

/**
 * @param {string} root the project
 * @param {string | undefined} named what the user typed: a file or a folder, relative to where it was typed
 * @returns {Article}
 * @throws {Error} if that cannot be opened as an article
 */
export function chooseArticle(root, named) {
  if (named === undefined) return firstArticle(join(root, 'samples'));
  // npm runs scripts in the project's root and tells where the user was.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), named);
  if (!existsSync(path)) throw new Error(`There is no such file: ${path}`);
  if (statSync(path).isDirectory()) return firstArticle(path);
  checkText(path);
  return { file: path, folder: dirname(path) };
}

/**
 * @param {string} folder
 * @returns {Article}
 */
function firstArticle(folder) {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const name = names.find((each) => each.endsWith('.article.txt')) ?? names.find((each) => /\.(txt|article)$/.test(each));
  if (!name) throw new Error(`There is no article (*.article.txt or *.txt) in ${folder}. Name a text file: npm start -- path/to/article.txt`);
  return { file: join(folder, name), folder };
}

/** @param {string} path */
function checkText(path) {
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error(`This is not a file: ${path}`);
  if (stats.size > MAX_BYTES) throw new Error(`This file has ${Math.round(stats.size / 1024 / 1024)} MB; articles may have 50 at most: ${path}`);
  if (readFileSync(path).subarray(0, 8192).includes(0)) throw new Error(`This is not a text file: ${path}. Save the article as plain text first.`);
}
