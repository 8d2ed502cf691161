/** What a reader does with an article beside looking at it: the views and the commands. A bundle of its own, loaded when the first of them is used. */
import { Disposable, window } from 'vscode';
import type { ExtensionContext, TextEditor } from 'vscode';
import type { Direction, NeighbourKind } from '../../server/src/protocol.js';
import { articleAtHand } from './articleAtHand.js';
import { addToHouseList } from './commands/addToHouseList.js';
import { openSample, openWalkthrough, showKeys } from './commands/help.js';
import { foldBoilerplate } from './commands/foldBoilerplate.js';
import { compareElsewhere, indexArticles, saidElsewhere } from './commands/elsewhere.js';
import { reveal } from './commands/reveal.js';
import { showJumpList } from './commands/jumpList.js';
import { countWords, findAllMentions, goToFullestMention, goToNeighbour, respell, whoSaysWhat } from './commands/moving.js';
import type { ReadingCommand } from './commands/readingCommands.js';
import type { DocumentStates } from './documentStates.js';
import type { Hearing } from './hearing.js';
import type { Session } from './session.js';
import { Spotlight } from './spotlight.js';
import { sayAloud, tellWith } from './telling.js';
import { ClaimsContent } from './views/claims.js';
import type { ClaimLines } from './views/claims.js';
import { EntitiesContent } from './views/entities.js';
import type { EntityLines } from './views/entities.js';
import type { Frames } from './views/frames.js';
import { clearFilter, copyList, filterList, searchList, sortList } from './views/listCommands.js';
import { ListView } from './views/listView.js';

export interface ReadingParts {
  readonly context: ExtensionContext;
  readonly states: DocumentStates;
  readonly frames: Frames;
  /** Undefined until there is an article. */
  readonly session: () => Session | undefined;
  readonly report: (error: unknown) => void;
  readonly hearing: Hearing;
}

export class Reading implements Disposable {
  readonly entities: ListView<EntityLines>;
  readonly claims: ListView<ClaimLines>;
  private readonly spotlight = new Spotlight();

  constructor(private readonly parts: ReadingParts) {
    const { context, states, frames, session, report } = parts;
    tellWith(parts.hearing);
    const common = { states, report, spotlight: this.spotlight, memento: context.globalState };
    const requests = (): Session['requests'] | undefined => session()?.requests;
    this.entities = new ListView(new EntitiesContent(requests), frames.entities, common);
    this.claims = new ListView(new ClaimsContent(requests), frames.claims, common);
  }

  view(name: 'entities' | 'claims'): ListView<EntityLines> | ListView<ClaimLines> {
    return this[name];
  }

  async run(command: ReadingCommand, args: readonly unknown[] = []): Promise<void> {
    await this.commands[command](args);
  }

  /** Goes to the place of a link on a card, or lists its places; anything else is no link of ours and does nothing. */
  async reveal(given: readonly unknown[]): Promise<void> {
    await reveal(this.spotlight, given);
  }

  dispose(): void {
    Disposable.from(this.entities, this.claims, this.spotlight).dispose();
  }

  private readonly commands: Readonly<Record<ReadingCommand, (args: readonly unknown[]) => Promise<void> | void>> = {
    nextEntity: () => this.goTo('entity', 'next'),
    previousEntity: () => this.goTo('entity', 'previous'),
    nextClaim: () => this.goTo('claim', 'next'),
    previousClaim: () => this.goTo('claim', 'previous'),
    nextUnnamedSource: () => this.goTo('unnamedSource', 'next'),
    previousUnnamedSource: () => this.goTo('unnamedSource', 'previous'),
    showJumpList: () => this.inArticle(({ requests }, editor) => showJumpList(requests, this.spotlight, editor)),
    lookUp: () => this.inArticle(({ cards }, editor) => cards.lookUp(editor)),
    describe: () => this.inArticle(({ cards }, editor) => cards.describe(editor)),
    goToFullestMention: () => this.inArticle(goToFullestMention),
    findAllMentions: () => this.inArticle(findAllMentions),
    respell: () => this.inArticle(respell),
    whoSaysWhat: () => this.inArticle(({ calls }, editor) => whoSaysWhat(calls, editor)),
    foldBoilerplate: () => this.inArticle((_session, editor) => foldBoilerplate(editor)),
    addToHouseList: () => this.inArticle(({ requests }, editor) => addToHouseList(requests, editor)),
    lookUpOnline: (args) => this.asked(args, async (session, editor) => (await import('./lookUps.js')).lookUpOnline(this.parts.context, session, editor, this.parts.report)),
    howToCheck: (args) => this.asked(args, ({ cards }, editor) => cards.howToCheck(editor)),
    confirmIdentity: (args) => this.inArticle(async (session) => (await import('./lookUps.js')).confirmIdentity(session, args)),
    forgetIdentity: () => this.inArticle(async (session, editor) => (await import('./lookUps.js')).forgetIdentity(session, editor)),
    clearLookUps: async () => (await import('./lookUps.js')).clearLookUps(this.parts.context),
    searchEntities: () => searchList(this.entities),
    filterEntities: () => filterList(this.entities),
    clearEntitiesFilter: () => clearFilter(this.entities),
    sortEntities: () => sortList(this.entities),
    copyEntities: () => copyList(this.entities),
    searchClaims: () => searchList(this.claims),
    filterClaims: () => filterList(this.claims),
    clearClaimsFilter: () => clearFilter(this.claims),
    sortClaims: () => sortList(this.claims),
    copyClaims: () => copyList(this.claims),
    saidElsewhere: (args) => this.asked(args, ({ requests }, editor) => saidElsewhere(requests, this.spotlight, editor)),
    compareElsewhere: (args) => this.asked(args, ({ requests }, editor) => compareElsewhere(requests, editor)),
    indexArticles: () => this.inArticle(({ requests }) => indexArticles(requests)),
    openSample: () => openSample(this.parts.context),
    showKeys: () => showKeys(this.parts.context),
    openWalkthrough: () => openWalkthrough(this.parts.context, articleAtHand(this.parts.states) !== undefined),
  };

  /** With arguments it comes from a link on a card: what that is about gets the cursor. */
  private async asked(args: readonly unknown[], run: (session: Session, editor: TextEditor) => Promise<void>): Promise<void> {
    if (args.length > 0) await this.reveal(args);
    await this.inArticle(run);
  }

  private goTo(kind: NeighbourKind, direction: Direction): Promise<void> {
    return this.inArticle(async ({ requests, cards }, editor) => {
      const found = await goToNeighbour(requests, this.spotlight, editor, kind, direction);
      if (found === null || !this.parts.hearing.isOn) return;
      const sentence = await cards.sentenceAt(editor);
      sayAloud(found.count === null ? sentence : `${countWords(found.count)}. ${sentence}`);
    });
  }

  /** The article takes the focus, so that a command which was clicked in a side bar or in the walkthrough works on it. */
  private async inArticle(run: (session: Session, editor: TextEditor) => Promise<void>): Promise<void> {
    const session = this.parts.session();
    const article = articleAtHand(this.parts.states);
    if (session === undefined || article === undefined) {
      void window.showInformationMessage('Open an article first.');
      return;
    }
    const shown = window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => document === article);
    await run(session, await window.showTextDocument(article, { viewColumn: shown?.document === article ? shown.viewColumn : undefined, preview: false }));
  }
}
