/** Short messages of what a command did or found: in the status bar, and aloud where the editor is heard. */
import { ProgressLocation, window } from 'vscode';
import type { Hearing } from './hearing.js';

const SHOWN_MS = 6_000;
/** The editor speaks a message when it appears; it need not stay. */
const SPOKEN_MS = 1_500;

let hearing: Hearing | undefined;
let endSpeaking = (): void => undefined;

/** Each bundle has a copy of this module, and is told once whom it speaks to. */
export function tellWith(given: Hearing): void {
  hearing = given;
}

/** A line in the status bar, for a while. */
export function say(message: string): void {
  show(message);
  sayAloud(message);
}

/** For who sees it only. */
export function show(message: string): void {
  window.setStatusBarMessage(`$(info) ${message}`, SHOWN_MS);
}

/**
 * Has a screen reader speak while the focus stays in the text; takes the place of what was said before. Of what an extension can show,
 * an editor announces notifications and nothing else (its status bar is `aria-live: off`), and only that of a progress goes by itself.
 */
export function sayAloud(sentence: string): void {
  if (hearing?.isOn !== true) return;
  endSpeaking();
  void window.withProgress({ location: ProgressLocation.Notification, title: sentence }, () => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, SPOKEN_MS);
    endSpeaking = () => {
      clearTimeout(timer);
      resolve();
    };
  }));
}
