import { Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { StatusBarItem } from 'vscode';
import { isArticle } from '../articleAtHand.js';
import type { AnnotationStates, DocumentStates } from '../documentStates.js';
import { reviewText } from './reviewText.js';

/** Beside what was found in the article. */
const PRIORITY = 104;
/** After what the editor says of problems, where there is room. */
const KEYS_PRIORITY = -10;

/** Leads into review mode, tells its keys while it is on, and says when the annotations are not kept. */
export class ReviewBar implements Disposable {
  private readonly item: StatusBarItem = window.createStatusBarItem('articleAnnotator.review', StatusBarAlignment.Right, PRIORITY);
  private readonly keys: StatusBarItem = window.createStatusBarItem('articleAnnotator.reviewKeys', StatusBarAlignment.Left, KEYS_PRIORITY);
  private readonly subscriptions: Disposable;
  private isOn = false;
  private left: number | undefined;

  constructor(private readonly states: DocumentStates, private readonly annotations: AnnotationStates) {
    this.item.name = 'Article Annotator: Review';
    this.item.command = 'articleAnnotator.toggleReview';
    this.keys.name = 'Article Annotator: Keys of Review Mode';
    this.keys.command = 'articleAnnotator.showReviewKeys';
    this.keys.tooltip = 'Click to see all keys.';
    this.subscriptions = Disposable.from(
      this.item, this.keys,
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
    if (document === undefined || !isArticle(document, this.states)) {
      this.item.hide();
      this.keys.hide();
      return;
    }
    const { text, keys, tooltip, label, isWarning } = reviewText(this.isOn, this.left, this.annotations.get(document.uri));
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label };
    this.item.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : this.isOn ? new ThemeColor('statusBarItem.prominentBackground') : undefined;
    this.item.show();
    this.keys.text = keys;
    if (keys === '') this.keys.hide();
    else this.keys.show();
  }
}
