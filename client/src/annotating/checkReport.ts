/** The checking log as a report in Markdown: what was done to check each claim, name and figure, and no word on what is true. Pure. */
import type { CheckLine, CheckingLog, Evidence } from '../../../server/src/annotatingProtocol.js';
import { capitalised } from '../../../server/src/base/capitalised.js';
import { escapeMarkdown, oneLine } from '../../../server/src/base/markdown.js';
import { webAddress } from '../../../server/src/base/webAddress.js';
import { CHECK_ORDER, CHECK_WORDS } from './checkWords.js';
import { typeWords } from './keys.js';

export interface ReportedArticle extends Pick<CheckingLog, 'title' | 'date'> {
  /** Name of its file. */
  readonly file: string;
  /** Lines of the whole log, of which only some may be reported. */
  readonly logged: number;
}

const DATE_WORDS: Readonly<Record<NonNullable<CheckingLog['date']>['from'], string>> = {
  header: 'as its header says', dateline: 'as its dateline says', fileName: 'as its file’s name says', person: 'as a person has set it',
};

/** The lines that are given, by how far the checking has come, what is unchecked first; in each group in their order. */
export function checkReport(lines: readonly CheckLine[], article: ReportedArticle): string {
  const groups = CHECK_ORDER.map((state) => ({ state, lines: lines.filter((line) => line.state === state) })).filter((group) => group.lines.length > 0);
  return [...headOf(lines, article, groups.map((group) => `${group.lines.length} ${CHECK_WORDS[group.state].toLowerCase()}`)), ...groups.flatMap((group) => [`## ${CHECK_WORDS[group.state]} (${group.lines.length})`, ...group.lines.map(partOf)])].join('\n\n').concat('\n');
}

function headOf(lines: readonly CheckLine[], { title, date, file, logged }: ReportedArticle, counts: readonly string[]): string[] {
  const name = escapeMarkdown(file);
  const day = date === null ? 'no date given' : `${date.iso}, ${DATE_WORDS[date.from]}`;
  const listed = lines.length === logged ? '' : ` Only ${lines.length} of the ${logged} in the log are listed: the view was filtered.`;
  return [
    `# Checking log: ${title === '' ? name : escapeMarkdown(title)}`,
    `Article: ${name}  \nDate: ${day}`,
    `${counts.length === 0 ? 'Nothing is listed.' : `${lines.length} listed: ${counts.join(', ')}.`}${listed} This tells what was done to check, not what is true.`,
  ];
}

function partOf(line: CheckLine): string {
  const { quote, evidence, by, when } = line;
  const who = [oneLine(by), when.slice(0, 10)].filter((words) => words !== '').join(', ');
  const items = [whatItIs(line), ...evidence.map(evidenceOf), ...(who === '' ? [] : [`Noted by ${escapeMarkdown(who)}`])];
  return [`### ${quote.trim() === '' ? 'Words that are not known' : escapeMarkdown(quote)}`, items.map((item) => `- ${item}`).join('\n')].join('\n\n');
}

/** "Claim of Ruth Oduya (named person), line 3". */
function whatItIs({ kind, type, source, range }: CheckLine): string {
  const words = escapeMarkdown(typeWords(kind, type));
  const place = range === null ? 'its place in the text is lost' : `line ${range.start.line + 1}`;
  if (kind === 'entity') return `${words === '' ? 'Name or figure' : capitalised(words)}, ${place}`;
  // The words of a source may end with the comma that closes its description.
  const speaker = source.replace(/[\s,;:]+$/, '');
  const from = speaker === '' ? 'Claim without a named source' : `Claim of ${escapeMarkdown(speaker)}`;
  return `${from}${words === '' ? '' : ` (${words})`}, ${place}`;
}

/** Only an address that is one of a page becomes a link. */
function evidenceOf({ kind, value }: Evidence): string {
  switch (kind) {
    case 'link': {
      const page = webAddress(value.trim());
      return `Link: ${page === undefined ? escapeMarkdown(value) : `<${page.href}>`}`;
    }
    case 'file': return `File: ${escapeMarkdown(value)}`;
    case 'note': return `Note: ${escapeMarkdown(value)}`;
  }
}
