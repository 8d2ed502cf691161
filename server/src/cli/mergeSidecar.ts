/** Git's merge of annotations files: the driver, and what tells git of it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SUFFIX, mergeSidecars } from '../annotations/index.js';

const OK = 0;
const CONFLICT = 1;
/** Git takes anything above 128 for a failed driver, and then leaves our version as it was. */
const FAILED = 129;

const NAME = 'article-annotator';
const ATTRIBUTES = `*${SUFFIX} text eol=lf merge=${NAME}`;

/** The result goes over our version. Where a side cannot be read without loss, git's own merge does its work, with conflict markers. */
export function mergeFiles(base: string, ours: string, theirs: string, name: string): number {
  try {
    const { text, messages } = mergeSidecars(readFileSync(base, 'utf8'), readFileSync(ours, 'utf8'), readFileSync(theirs, 'utf8'));
    for (const message of messages) tell(`${name}: ${message}`);
    if (text !== null) {
      writeFileSync(ours, text);
      return OK;
    }
    tell(`${name}: merged line by line, as any text`);
    const { status } = spawnSync('git', ['merge-file', '-L', 'ours', '-L', 'base', '-L', 'theirs', ours, base, theirs], { stdio: ['ignore', 'ignore', 'inherit'] });
    return status === null || status > 127 ? FAILED : CONFLICT;
  } catch (error) {
    tell(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return FAILED;
  }
}

/** Into `.gitattributes`, which goes with the repository, and this clone's configuration, which does not. */
export function installMergeDriver(folder: string, onlyPrint: boolean): number {
  const driver = `${quoted(process.execPath)} ${quoted(resolve(process.argv[1] ?? ''))} merge-sidecar %O %A %B %P`;
  const settings = [[`merge.${NAME}.name`, 'annotations of articles, merged one by one'], [`merge.${NAME}.driver`, driver]] as const;
  if (onlyPrint) {
    process.stdout.write(`.gitattributes:\n${ATTRIBUTES}\n\n${settings.map(([key, value]) => `git config ${key} ${quoted(value)}\n`).join('')}`);
    return OK;
  }
  try {
    const root = execFileSync('git', ['rev-parse', '--show-toplevel'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
    const file = join(root, '.gitattributes');
    const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (!old.split(/\r?\n/).includes(ATTRIBUTES)) appendFileSync(file, `${old === '' || old.endsWith('\n') ? '' : '\n'}${ATTRIBUTES}\n`);
    for (const [key, value] of settings) execFileSync('git', ['config', key, value], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    process.stdout.write(`${file} and the configuration of this clone now name the merge driver; commit .gitattributes. Others run the same command once in their clones.\n`);
    return OK;
  } catch (error) {
    tell(error instanceof Error ? error.message.trim() : String(error));
    return CONFLICT;
  }
}

/** For the shell that git starts. */
function quoted(text: string): string {
  return /^[\w./:\\-]+$/.test(text) && !text.includes('\\') ? text : `'${text.replace(/'/g, "'\\''")}'`;
}

function tell(line: string): void {
  process.stderr.write(`article-annotator: ${line}\n`);
}
