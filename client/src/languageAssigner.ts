/**
 * Gives documents the language `article` that a person chose it for, by command or by a file pattern, and takes it away again.
 * A language picked in the editor's own list wins: each document is looked at once, when it is opened.
 */
import { Disposable, RelativePattern, languages, workspace } from 'vscode';
import type { TextDocument, Uri } from 'vscode';
import { ARTICLE, PLAIN_TEXT } from './languages.js';
import type { FileChoices } from './fileChoices.js';

const PATTERNS = 'articleAnnotator.filePatterns';

export class LanguageAssigner implements Disposable {
  private readonly seen = new WeakSet<TextDocument>();
  /** The language that a document had before a pattern matched it. */
  private readonly before = new WeakMap<TextDocument, string>();
  private readonly assigning = new Set<TextDocument>();
  private readonly subscriptions: Disposable;

  constructor(private readonly choices: FileChoices, private readonly report: (error: unknown) => void) {
    this.subscriptions = Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.opened(document)),
      workspace.onDidCloseTextDocument((document) => this.closed(document)),
      workspace.onDidRenameFiles(({ files }) => this.renamed(files)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(PATTERNS)) for (const document of workspace.textDocuments) this.applyPatterns(document);
      }),
    );
    for (const document of workspace.textDocuments) this.opened(document);
  }

  /** The document that now stands for the same text. */
  async assign(document: TextDocument, language: string): Promise<TextDocument> {
    if (document.languageId === language) return document;
    this.seen.add(document);
    this.assigning.add(document);
    try {
      return await languages.setTextDocumentLanguage(document, language);
    } finally {
      this.assigning.delete(document);
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private opened(document: TextDocument): void {
    if (this.seen.has(document)) {
      this.languagePicked(document);
      return;
    }
    this.seen.add(document);
    const choice = this.choices.get(document.uri);
    if (choice === 'always') this.assignLater(document, ARTICLE);
    else if (choice === undefined) this.applyPatterns(document);
    else if (document.languageId === ARTICLE) this.assignLater(document, PLAIN_TEXT);
  }

  /** A change of language is reported as closing, too; a document that is really closed is no longer listed. */
  private closed(document: TextDocument): void {
    if (!document.isUntitled || workspace.textDocuments.includes(document)) return;
    this.choices.set(document.uri, undefined).catch(this.report);
  }

  /** VS Code reports another language as a document opened anew: if it was not us, the person has changed their mind. */
  private languagePicked(document: TextDocument): void {
    if (this.assigning.has(document)) return;
    const chosen = this.choices.get(document.uri);
    const overruled = document.languageId === ARTICLE ? 'never' : 'always';
    if (chosen === overruled) this.choices.set(document.uri, undefined).catch(this.report);
    this.before.delete(document);
  }

  private applyPatterns(document: TextDocument): void {
    if (this.choices.get(document.uri) !== undefined) return;
    const original = this.before.get(document);
    if (matchesPattern(document)) {
      if (document.languageId === ARTICLE) return;
      this.before.set(document, document.languageId);
      this.assignLater(document, ARTICLE);
    } else if (original !== undefined && document.languageId === ARTICLE) {
      this.before.delete(document);
      this.assignLater(document, original);
    }
  }

  private assignLater(document: TextDocument, language: string): void {
    this.assign(document, language).catch(this.report);
  }

  private renamed(files: readonly { oldUri: Uri; newUri: Uri }[]): void {
    for (const { oldUri, newUri } of files) this.choices.move(oldUri, newUri).catch(this.report);
  }
}

function matchesPattern(document: TextDocument): boolean {
  const configured: unknown = workspace.getConfiguration(undefined, document.uri).get(PATTERNS);
  if (!Array.isArray(configured)) return false;
  const folder = workspace.getWorkspaceFolder(document.uri);
  return configured.some((pattern: unknown) => {
    if (typeof pattern !== 'string' || pattern === '') return false;
    const inFolder = pattern.includes('/') && folder !== undefined;
    const glob = inFolder ? new RelativePattern(folder, pattern) : `**/${pattern}`;
    return languages.match({ pattern: glob }, document) > 0;
  });
}
