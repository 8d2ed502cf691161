/** A model directory → a reader, or one line that says why it cannot be used. */
import { MODEL_FILES, readLabels } from './labels.js';
import type { Labels } from './labels.js';
import type { Session } from './outputs.js';
import { Pieces } from './pieces.js';
import { Reader } from './reader.js';

/** How the place we run in reads a file of the model directory and runs the model. */
export interface Runtime {
  /** Undefined if there is no such file. */
  file(name: string): Promise<Uint8Array | undefined>;
  /** The session answers by `labels` or rejects. */
  session(model: Uint8Array, labels: Labels): Promise<Session>;
}

/** Words that every model is asked once before it counts as usable: an answer of the wrong size shows a foreign file. */
const PROBE = 'The mayor of Riga said on Monday that the bridge is safe.';

/** Why a model cannot be used: one line for a person. */
export class Unusable extends Error {}

/** @throws {Unusable} */
export async function loadReader(runtime: Runtime): Promise<Reader> {
  const labels = readLabels(UTF8.decode(await needed(runtime, MODEL_FILES.labels)));
  if (typeof labels === 'string') throw new Unusable(labels);
  const tokenizer = await checked(runtime, MODEL_FILES.tokenizer, labels, 'does not belong to this model');
  const pieces = Pieces.read(UTF8.decode(tokenizer));
  if (typeof pieces === 'string') throw new Unusable(pieces);
  const model = await checked(runtime, MODEL_FILES.model, labels, 'is damaged or belongs to another model');
  try {
    const reader = new Reader(labels, pieces, await runtime.session(model, labels));
    await reader.read(PROBE, []);
    return reader;
  } catch (error) {
    throw new Unusable(`${MODEL_FILES.model} cannot be run: ${firstLine(error)}`);
  }
}

const UTF8 = new TextDecoder();

async function needed(runtime: Runtime, name: string): Promise<Uint8Array> {
  const bytes = await runtime.file(name);
  if (bytes === undefined) throw new Unusable(`${name} is missing`);
  return bytes;
}

async function checked(runtime: Runtime, name: 'news.onnx' | 'tokenizer.json', labels: Labels, wrong: string): Promise<Uint8Array> {
  const bytes = await needed(runtime, name);
  if (await sha256(bytes) !== labels.sha256[name]) throw new Unusable(`${name} ${wrong}: its checksum is not the one in ${MODEL_FILES.labels}`);
  return bytes;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? '';
}
