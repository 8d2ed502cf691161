import { DecorationRangeBehavior, ThemeColor, window } from 'vscode';
import type { DecorationRenderOptions, TextEditorDecorationType } from 'vscode';
import type { Look } from './layout.js';

/** The looks, as the editor draws them: told apart by the line's form, and by colour only besides. */
export function createStyles(): Readonly<Record<Look, TextEditorDecorationType>> {
  return {
    named: underline('solid', 'claimNamed'),
    official: underline('double', 'claimOfficial'),
    unnamed: underline('dashed', 'claimUnnamed'),
    document: underline('dotted', 'claimDocument'),
    // Quieter than the others: there is a sentence of this kind in every third paragraph.
    article: underline('dotted', 'claimArticle', '1px'),
    // A border, because a source may stand inside the content of another claim and then needs a line of its own.
    source: create({ borderWidth: '0 0 1px 0', borderStyle: 'solid', borderColor: new ThemeColor('articleAnnotator.claimSource') }),
    cue: create({ fontStyle: 'italic', color: new ThemeColor('articleAnnotator.claimCueForeground') }),
    boilerplate: create({ color: new ThemeColor('articleAnnotator.boilerplateForeground') }),
  };
}

/** `textDecoration` takes no ThemeColor; a contributed colour is also there as a CSS variable. */
function underline(line: string, color: string, thickness = line === 'double' ? '1px' : '2px'): TextEditorDecorationType {
  return create({
    textDecoration: `underline ${line} ${thickness} var(--vscode-articleAnnotator-${color}); text-underline-offset: 3px; text-decoration-skip-ink: none`,
  });
}

function create(options: DecorationRenderOptions): TextEditorDecorationType {
  return window.createTextEditorDecorationType({ rangeBehavior: DecorationRangeBehavior.ClosedClosed, ...options });
}
