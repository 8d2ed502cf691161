/** One person with a server of their own, who decides on articles that lie on disk. */
import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect } from 'vitest';
import type { AnnotationItem, AnnotationsChangedParams, Decision, DecideResult } from '../../server/src/annotatingProtocol.js';
import { annotationsChangedNotification, annotationsRequest, decideRequest } from '../../server/src/annotatingProtocol.js';
import { LspSession } from './harness.js';

export class Person {
  readonly changes: AnnotationsChangedParams[] = [];

  private constructor(readonly session: LspSession) {
    session.connection.onNotification(annotationsChangedNotification, (params) => { this.changes.push(params); });
  }

  /** @param annotating settings of annotating */
  static async start(name = 'M. Kask', capabilities: Parameters<typeof LspSession.start>[0] = {}, annotating: object = {}): Promise<Person> {
    const person = new Person(await LspSession.start(capabilities));
    person.session.settings = { annotating: { name, id: `${name.charAt(0).toLowerCase()}@example.org`, ...annotating } };
    return person;
  }

  async open(path: string, text?: string): Promise<string> {
    const uri = pathToFileURL(path).href;
    await this.session.open(uri, text ?? (await readFile(path, 'utf8')));
    await this.session.whenAnalysed(uri);
    return uri;
  }

  async items(uri: string): Promise<readonly AnnotationItem[]> {
    return (await this.session.connection.sendRequest(annotationsRequest, { textDocument: { uri } }))!.items;
  }

  async item(uri: string, quote: string, review: AnnotationItem['review'] = 'undecided'): Promise<AnnotationItem | undefined> {
    return (await this.items(uri)).find((item) => item.quote === quote && item.review === review);
  }

  async decide(uri: string, decision: Decision, version = 1): Promise<DecideResult> {
    return (await this.session.connection.sendRequest(decideRequest, { textDocument: { uri }, version, decisions: [decision] }))!;
  }

  async accept(uri: string, quote: string, version = 1): Promise<string> {
    const item = await this.item(uri, quote);
    expect(item, quote).toBeDefined();
    const { ids } = await this.decide(uri, { do: 'accept', ids: [item!.id] }, version);
    return ids[0]!;
  }

  latest(uri: string): AnnotationsChangedParams | undefined {
    return [...this.changes].reverse().find((one) => one.uri === uri);
  }

  async saved(uri: string): Promise<AnnotationsChangedParams> {
    await this.session.until(() => this.latest(uri)?.saved === true);
    return this.latest(uri)!;
  }
}

export interface Newsroom {
  /** The path of a new folder, which is not made. */
  folder(): string;
  start(...given: Parameters<typeof Person.start>): Promise<Person>;
}

/** Where several people work for the length of a test file; at its end they stop, and their folders go. Opened at the top of the file. */
export function newsroom(name: string): Newsroom {
  const root = mkdtempSync(join(tmpdir(), `${name}-`));
  const people: Person[] = [];
  let made = 0;
  afterAll(async () => {
    await Promise.all(people.map(({ session }) => session.stop()));
    await rm(root, { recursive: true, force: true });
  });
  return {
    folder: () => join(root, String(++made)),
    start: async (...given) => {
      const person = await Person.start(...given);
      people.push(person);
      return person;
    },
  };
}
