/** Recognises texts that are no running prose by how their lines look. Each gives the words for the status bar. */

export interface Lines {
  /** Lines of the text, without trailing white space; blank ones are kept as ''. */
  readonly all: readonly string[];
  /** The lines that are not blank. */
  readonly full: readonly string[];
  /** Share of small English words among all words. */
  readonly smallWords: number;
}

type Layout = (lines: Lines, text: string) => string | null;

/** What files for machines look like, in any language; null if it may be prose. */
export function machineLayout(lines: Lines, text: string): string | null {
  return firstOf(MACHINE_LAYOUTS, lines, text);
}

/** Texts for people that are no running prose: verse, lists, recipes, licences. */
export function looseLayout(lines: Lines, text: string): string | null {
  return firstOf(LOOSE_LAYOUTS, lines, text);
}

function firstOf(layouts: readonly Layout[], lines: Lines, text: string): string | null {
  for (const layout of layouts) {
    const name = layout(lines, text);
    if (name !== null) return name;
  }
  return null;
}

function share(lines: Lines, pattern: RegExp): number {
  return lines.full.length === 0 ? 0 : lines.full.filter((line) => pattern.test(line)).length / lines.full.length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const subtitles: Layout = (lines) => (lines.full.some((line) => /^\d{1,2}:\d{2}(?::\d{2})?[.,]\d{3} --> /.test(line)) ? 'subtitles' : null);

const log: Layout = (lines) => {
  if (lines.full.length < 2) return null;
  const stamped = share(lines, /^\W{0,2}(?:\d{4}[-/]\d\d[-/]\d\d[T ,]+\d\d:\d\d|\d\d\/[A-Z][a-z]{2}\/\d{4}|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d\d:\d\d:\d\d[.,\s\]]|\d{1,3}(?:\.\d{1,3}){3} )/);
  const levels = share(lines, /(?:^|[\s[(])(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE)(?:[\s\]):]|$)/);
  const trace = share(lines, /^\s+at [\w.$<>]+ ?\(|^\s+File ".+", line \d+/);
  return stamped >= 0.5 || levels >= 0.4 || trace >= 0.3 ? 'a log' : null;
};

const CHAT_NAME = /^<?@?([\p{L}\w.'’-]{1,20}(?: [\p{L}\w.'’-]{1,20})?)[:>]:? /u;

const chat: Layout = (lines) => {
  if (lines.full.length < 3) return null;
  if (share(lines, /^[[(]?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?[\])]?[ \t]*[-–]?[ \t]*<?@?\p{L}[\p{L}\w .'’-]{0,24}>?[:>]/u) >= 0.5) return 'a chat log';
  const named = lines.full.filter((line) => CHAT_NAME.test(line));
  const names = new Set(named.map((line) => CHAT_NAME.exec(line)?.[1]));
  if (named.length < 0.6 * lines.full.length || names.size > 0.7 * named.length) return null;
  const short = named.filter((line) => line.split(/\s+/).length <= 9 && !/[.?!”"]$/.test(line)).length;
  return short >= 0.5 * named.length ? 'a chat log' : null;
};

const markup: Layout = (_lines, text) => {
  if (/^\s*(?:<\?xml|<!doctype|<html|<svg)/i.test(text)) return 'markup';
  const tags = count(text, /<\/?[a-z][\w:-]{0,40}(?:\s[^<>]{0,200})?\/?>/gi);
  if (tags >= 4 && tags > text.length / 300) return 'markup';
  return count(text, /\\(?:begin|section|documentclass|usepackage|cite|textbf|item)\b/g) >= 2 ? 'LaTeX' : null;
};

const markdown: Layout = (lines, text) => {
  let points = 0;
  if (/^ {0,3}(?:```|~~~)/m.test(text)) points += 3;
  if (count(text, /(?<!`)`[^`\n]{1,80}`(?!`)/g) >= 2) points += 2;
  const headings = lines.full.filter((line) => /^#{1,6} \S/.test(line)).length;
  if (headings >= 2) points += 1.5;
  if (/!\[[^\]\n]{0,80}\]\(/.test(text)) points += 2;
  if (/(?<!!)\[[^\]\n]{1,80}\]\([^)\n]{1,200}\)/.test(text)) points += 1;
  if (/^\|? ?:?-{3,}:? ?\|/m.test(text)) points += 2;
  if (share(lines, /^\s*[-*+] \S/) >= 0.25) points += 1;
  if (/^(?:={4,}|-{4,}|~{4,})$/m.test(text) && headings === 0) points += 1;
  return points >= 3 ? 'Markdown documentation' : null;
};

const diff: Layout = (lines) =>
  (share(lines, /^(?:diff --git |index [0-9a-f]{7}|@@ -\d|\+\+\+ |--- [ab]\/)/) > 0 && share(lines, /^[+@-]/) >= 0.3) || share(lines, /^commit [0-9a-f]{7,40}$/) > 0 ? 'a diff' : null;

const changelog: Layout = (lines) => {
  const versions = lines.full.filter((line) => /^(?:#* ?)?(?:version |release |v)?\[?\d+\.\d+(?:\.\d+)?(?:[-.][\w.]+)?\]?(?:$|:$| ?[-–(:] ?(?:\d{4}|\w+ \d|unreleased))/i.test(line)).length;
  return versions >= 2 || (versions === 1 && share(lines, /^\s*[-*+•] /) >= 0.4) ? 'a changelog' : null;
};

const CODE_LINE = /[;{}]\s*$|^\s*(?:[})\]]+[;,]?|\/\/|\/\*|\*\/|#!|#include\b|@\w+\(|<\?php)|^\s*(?:export |public |private |protected |static |async )*(?:def|class|function|fn|func|const|let|var|import|from|package|using|namespace|struct|enum|interface|return|elif|else if|if|for|while|switch|try|catch|except|with)\b.*(?:[({:=;]|\bimport\b)\s*\S*$|=>|\w\(\w*\)\s*[.{:;]|^\s*\w+(?:\.\w+)*\s*(?::=|[+-]?=)\s*\S|::|\$\w+ ?=|^\s*(?:FROM|RUN|COPY|CMD|ENTRYPOINT|WORKDIR|ENV|EXPOSE) \S|^\$ \w|^\s*(?:fi|done|esac|then|end)$/;
const SQL_LINE = /^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:TABLE|INDEX|VIEW)|ALTER TABLE|DROP|WHERE|JOIN|LEFT JOIN|INNER JOIN|GROUP BY|ORDER BY|VALUES|FROM \w+(?: \w)?$)\b/i;

const code: Layout = (lines) => {
  if (share(lines, SQL_LINE) >= 0.3 && lines.full.length >= 2) return 'SQL';
  return share(lines, CODE_LINE) >= 0.3 ? 'source code' : null;
};

const table: Layout = (lines) => {
  if (lines.full.length < 3 || lines.smallWords > 0.28) return null;
  for (const mark of ['\t', ',', ';', '|']) {
    const counts = lines.full.map((line) => line.split(mark).length - 1);
    const usual = counts.slice().sort((a, b) => a - b)[counts.length >> 1] ?? 0;
    if (usual === 0) continue;
    const same = counts.filter((n) => n === usual).length / counts.length;
    const tight = mark === ',' || mark === ';' ? share(lines, /[,;]\S/) : 1;
    if (same >= 0.75 && tight >= 0.75) return 'a table';
  }
  return share(lines, /\S {3,}\S.* {3,}\S/) >= 0.6 ? 'a table' : null;
};

const PAIR = /^\s*(?:- )?(?:export )?["']?[\w.$/-]+["']?\s*[=:](?:\s|$|\S{1,60}$)|^\s*\[[\w.\s"-]+\]$|^\s*[#;]/;

const config: Layout = (lines) => {
  if (lines.full.length < 2 || lines.smallWords > 0.3) return null;
  if (share(lines, /^[\w.-]+(?:\[[\w,-]+\])?\s*(?:==|>=|<=|~=|!=|>|<)\s*\d/) >= 0.4) return 'a list of packages';
  const pairs = lines.full.filter((line) => PAIR.test(line));
  const length = (list: readonly string[]): number => list.reduce((sum, line) => sum + line.length, 0);
  return pairs.length >= 0.7 * lines.full.length && length(pairs) >= 0.6 * length(lines.full) ? 'a configuration file' : null;
};

const recipe: Layout = (lines) => {
  const counted = lines.full.filter((line) => /^\W{0,3}(?:\d|[½¼¾⅓⅔])\S* \p{Ll}/u.test(line)).length;
  if (counted < 3) return null;
  const amounts = lines.full.filter((line) =>
    /^\W{0,3}(?:\d+(?:[./]\d+)?|[½¼¾⅓⅔]|an?)(?: ?[½¼¾⅓⅔]| \d\/\d)? ?(?:g|kg|ml|l|dl|cl|cups?|tbsps?|tsps?|tablespoons?|teaspoons?|oz|ounces?|lbs?|pounds?|cloves?|pinch(?:es)?|cans?|sticks?|slices?|handfuls?)\b/i.test(line)).length;
  return amounts >= 2 ? 'a recipe' : null;
};

const ITEM = /^\s*(?:[-*+•●▪‣◦–—☐☑✓]|\[[ x]\]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/;

const list: Layout = (lines) => {
  const items = lines.full.filter((line) => ITEM.test(line));
  if (items.length < 3 || items.length < 0.5 * lines.full.length) return null;
  const sentences = items.filter((line) => line.split(/\s+/).length >= 9 && /[.?!]["”’)]*$/.test(line)).length;
  return sentences >= 0.5 * items.length ? null : 'a list';
};

/** Lines that break where no sentence and no margin ends. */
const verse: Layout = (lines) => {
  const { all, full } = lines;
  if (full.length < 3) return null;
  if (full.length === 3) return full.slice(0, 2).every((line) => line.length < 32 && !/[.?!:]$/.test(line)) ? 'verse or a list' : null;
  const longest = Math.max(...full.map((line) => line.length));
  const mean = full.reduce((sum, line) => sum + line.length, 0) / full.length;
  if (longest > 90) return null;
  let broken = 0;
  let capital = 0;
  const inner: number[] = [];
  for (let i = 0; i + 1 < all.length; i++) {
    const line = all[i] ?? '';
    const next = all[i + 1] ?? '';
    if (line === '' || next === '') continue;
    inner.push(line.length);
    if (/[.?!]["”’)]*$/.test(line)) continue;
    broken++;
    if (/^\s*["“‘'(]?\p{Lu}/u.test(next)) capital++;
  }
  if (broken >= 3 && broken >= 0.25 * full.length && capital >= 0.7 * broken && mean < 65) return 'verse or a list';
  const innerMean = inner.reduce((sum, n) => sum + n, 0) / Math.max(1, inner.length);
  if (inner.length >= 4 && inner.length >= 0.5 * full.length && longest < 80 && innerMean < 0.7 * longest) return 'verse or a list';
  return full.length >= 6 && mean < 34 ? 'short lines' : null;
};

const licence: Layout = (_lines, text) =>
  /permission is hereby granted|redistribution and use in source|\bas is\b[\s\S]{0,200}warrant(?:y|ies)|licen[cs]e terms|terms and conditions for use/i.test(text) ? 'a licence' : null;

const MACHINE_LAYOUTS: readonly Layout[] = [subtitles, log, markup, diff, changelog, markdown, config, code, chat, table];
const LOOSE_LAYOUTS: readonly Layout[] = [recipe, list, verse, licence];
