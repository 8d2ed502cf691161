/** The command line: the same engine for files and corpora, and the language server on stdio. */
import { indexOnDisk } from './indexHost.node.js';
import { packsOnDisk } from './packHost.node.js';
import { textFilesOnDisk } from './textFiles.node.js';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import pc from 'picocolors';
import type { Article } from './analysis/article.js';
import { ArticleEngine } from './analysis/engine.js';
import { checkReadable, dateFromFileName, recogniseProse } from './analysis/structure/index.js';
import type { EntityType } from './analysis/types.js';
import { installMergeDriver, mergeFiles } from './cli/mergeSidecar.js';
import { explain } from './cli/explain.js';
import type { Paint } from './cli/explain.js';
import type { ArticleRecord } from './cli/record.js';
import { emptyRecord, recordOf } from './cli/record.js';
import { PatientModel } from './cli/model.js';
import { filesOnDisk } from './annotations/store/files.node.js';
import { whoIsHere } from './annotations/store/who.node.js';
import { loadGazetteer } from './knowledge/gazetteer.js';
import { keepHeapSmall } from './base/leanHeap.node.js';
import { serve } from './lsp/server.js';
import { stdioConnection } from './lsp/stdio.node.js';
import { modelOnDisk, placeOnDisk, startOnDisk } from './modelHost.node.js';

declare const __VERSION__: string;

const FAILED = 1;
const MAX_BYTES = 50_000_000;

const NO_MODEL = 'rules and lists only, which takes a tenth of the time';
const OWN_CLAIMS = 'adds what articles state in their own voice, with neither source nor cue: sourceKind "article"';
const MODEL_FOLDER = 'another model than the one that comes with the program';

interface ModelOptions {
  readonly model: boolean;
  readonly modelFolder?: string;
}

/** What the model adds to an article. */
type ReadAll = (engine: ArticleEngine, article: Article) => Promise<Article>;

const program = new Command('article-annotator')
  .description('Finds the entities and claims in news articles saved as text. Nothing leaves this machine.')
  .version(__VERSION__);

program
  .command('annotate')
  .description('writes one JSON record an article')
  .argument('[files...]', 'article text files; none with --jsonl')
  .option('--jsonl', 'reads lines {"id","text"} on stdin and writes one record a line, in their order')
  .option('--own-claims', OWN_CLAIMS)
  .option('--no-model', NO_MODEL)
  .option('--model-folder <folder>', MODEL_FOLDER)
  .action(async (files: string[], options: ModelOptions & { jsonl?: boolean; ownClaims?: boolean }) => {
    await withModel(options, async (read) => {
      if (options.jsonl === true) await annotateLines(read, options.ownClaims === true);
      else for (const file of requireFiles(files)) await withText(file, async (text) => { write(await annotate(file, text, read, options.ownClaims === true)); });
    });
  });

program
  .command('explain')
  .description('prints the article with its entities coloured and a list of its claims')
  .argument('<files...>', 'article text files')
  .option('--no-model', NO_MODEL)
  .option('--model-folder <folder>', MODEL_FOLDER)
  .action(async (files: string[], options: ModelOptions) => {
    await withModel(options, async (read) => {
      for (const file of files) await withText(file, (text) => explainFile(file, text, read));
    });
  });

program
  .command('merge-sidecar')
  .description('merges two versions of an annotations file, as git asks of a merge driver; status 1 where people have to look')
  .argument('<base>', 'common ancestor, %O')
  .argument('<ours>', 'our version, %A; the result is written here')
  .argument('<theirs>', 'their version, %B')
  .argument('[name]', 'name of the file in the repository, %P')
  .action((base: string, ours: string, theirs: string, name?: string) => { process.exitCode = mergeFiles(base, ours, theirs, name ?? ours); });

program
  .command('install-merge-driver')
  .description('has git merge annotations files of this repository with merge-sidecar')
  .option('--print', 'only says what would be written')
  .action(({ print }: { print?: boolean }) => { process.exitCode = installMergeDriver(process.cwd(), print === true); });

program
  .command('lsp')
  .description('speaks the Language Server Protocol on stdin and stdout')
  .option('--stdio', 'accepted since many editors add it; stdio is the only transport')
  .action(() => {
    keepHeapSmall();
    const connection = stdioConnection(process.stdin, process.stdout);
    serve(connection, loadGazetteer, modelOnDisk, packsOnDisk, { sidecars: { files: filesOnDisk, who: whoIsHere }, files: textFilesOnDisk, index: indexOnDisk });
    connection.listen();
  });

// A reader that stops early ("| head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

program.parseAsync().catch((error: unknown) => { fail(error instanceof Error ? error.message : String(error)); });

function requireFiles(files: string[]): string[] {
  if (files.length === 0) program.error('annotate: name at least one file, or use --jsonl and stdin', { exitCode: FAILED });
  return files;
}

async function withModel({ model, modelFolder }: ModelOptions, action: (read: ReadAll) => Promise<void>): Promise<void> {
  if (!model) {
    await action((_, article) => Promise.resolve(article));
    return;
  }
  const patient = new PatientModel(startOnDisk, () => placeOnDisk(modelFolder ?? '', true), (line) => { process.stderr.write(`article-annotator: ${line}\n`); });
  try {
    await action((engine, article) => patient.readAll(engine, article));
  } finally {
    patient.stop();
  }
}

async function annotateLines(read: ReadAll, ownClaims: boolean): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const input = parseLine(line);
    if (typeof input === 'string') fail(`stdin, line ${number}: ${input}`);
    else write(await annotate(input.id, input.text, read, ownClaims));
  }
}

function parseLine(line: string): { id: string; text: string } | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value)) return 'needs the fields "id" and "text"';
  const { id, text } = value;
  if (typeof id !== 'string' || typeof text !== 'string') return '"id" and "text" must be strings';
  return { id, text };
}

async function annotate(id: string, text: string, read: ReadAll, ownClaims: boolean): Promise<ArticleRecord> {
  const article = await analysed(id, text, read);
  return article === null ? emptyRecord(id) : recordOf(id, article, ownClaims);
}

/** `null`, and a line on stderr, for a text that is left alone. Whoever names a file here wants it annotated, so lists and logs are, too. */
async function analysed(id: string, text: string, read: ReadAll): Promise<Article | null> {
  const unreadable = checkReadable(text);
  if (unreadable !== null) {
    fail(`${id}: ${unreadable}`);
    return null;
  }
  const found = recogniseProse(text.slice(0, 8192));
  if (found.kind === 'other-language') {
    process.stderr.write(`${id}: ${found.reason}; left alone\n`);
    return null;
  }
  const engine = new ArticleEngine(loadGazetteer());
  return read(engine, engine.update(text, undefined, { fileName: dateFromFileName(id) }));
}

async function explainFile(file: string, text: string, read: ReadAll): Promise<void> {
  const article = await analysed(file, text, read);
  if (article !== null) process.stdout.write(explain(article, terminalPaint()));
}

async function withText(file: string, action: (text: string) => Promise<void>): Promise<void> {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > MAX_BYTES) throw new RangeError(`has ${bytes.length} bytes; at most ${MAX_BYTES} are read`);
    await action(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    const invalid = error instanceof TypeError;
    fail(`${file}: ${invalid ? 'is not UTF-8 text' : error instanceof Error ? error.message : String(error)}`);
  }
}

function write(record: ArticleRecord): void {
  process.stdout.write(`${JSON.stringify(record)}\n`);
}

function fail(message: string): void {
  process.stderr.write(`article-annotator: ${message}\n`);
  process.exitCode = FAILED;
}

function terminalPaint(): Paint {
  const colours: Partial<Record<EntityType, (text: string) => string>> = {
    PERSON: pc.cyan, NORP: pc.magenta, ORG: pc.yellow, GPE: pc.green, LOC: pc.green, FAC: pc.green, DATE: pc.blue, TIME: pc.blue,
  };
  const other = pc.red;
  return {
    colours: pc.isColorSupported,
    bold: pc.bold,
    dim: pc.dim,
    name: (type, text) => pc.underline((colours[type] ?? other)(text)),
  };
}
