import { Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { StatusBarItem } from 'vscode';
import { isArticle } from '../articleAtHand.js';
import type { AnnotationStates, DocumentStates } from '../documentStates.js';
import { reviewText } from './reviewText.js';

/** Beside what was found in the article. */
const PRIORITY = 104;
/** After what the editor says of problems. */
const PRIORITY_INSIDE = -10;

/** Leads into review mode, tells its keys while it is on, and says when the annotations are not kept. */
export class ReviewBar implements Disposable {
  private readonly outside: StatusBarItem = window.createStatusBarItem('articleAnnotator.review', StatusBarAlignment.Right, PRIORITY);
  /** At the left, where there is room for the keys. */
  private readonly inside: StatusBarItem = window.createStatusBarItem('articleAnnotator.reviewing', StatusBarAlignment.Left, PRIORITY_INSIDE);
  private readonly subscriptions: Disposable;
  private isOn = false;
  private left: number | undefined;

  constructor(private readonly states: DocumentStates, private readonly annotations: AnnotationStates) {
    this.outside.name = 'Article Annotator: Review';
    this.inside.name = 'Article Annotator: Keys of Review Mode';
    for (const item of [this.outside, this.inside]) item.command = 'articleAnnotator.toggleReview';
    this.subscriptions = Disposable.from(
      this.outside, this.inside,
      window.onDidChangeActiveTextEditor(() => this.update()),
      states.onDidChange(() => this.update()),
      annotations.onDidChange(() => this.update()),
    );
    this.update();
  }

  show(isOn: boolean, left: number | undefined): void {
    this.isOn = isOn;
    this.left = left;
    this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(): void {
    const document = window.activeTextEditor?.document;
    const shown = document === undefined || !isArticle(document, this.states) ? undefined : this.isOn ? this.inside : this.outside;
    for (const item of [this.outside, this.inside]) if (item !== shown) item.hide();
    if (shown === undefined || document === undefined) return;
    const { text, tooltip, label, isWarning } = reviewText(this.isOn, this.left, this.annotations.get(document.uri));
    shown.text = text;
    shown.tooltip = tooltip;
    shown.accessibilityInformation = { label };
    shown.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    shown.show();
  }
}
