import type { CheckState } from '../../../server/src/annotatingProtocol.js';

/** How far checking has come; nothing is said of what it has shown. */
export const CHECK_WORDS: Readonly<Record<CheckState, string>> = { unchecked: 'Unchecked', asked: 'Asked', checked: 'Checked', 'cannot-tell': 'Cannot tell' };
export const CHECK_ORDER = ['unchecked', 'asked', 'checked', 'cannot-tell'] as const satisfies readonly CheckState[];
