import { describe, it } from 'vitest';
import { documentHighlights } from './documentHighlight.js';
import { checkMarked } from './marked.testHelper.js';

describe('highlights', () => {
  it('mark all mentions of an entity', () => {
    checkMarked('Officials in ⟨mention|Ri$0ga⟩ said that the port would close. ⟨mention|Riga⟩ owes the bank.', documentHighlights);
  });

  it('mark the parts of a claim from its cue', () => {
    checkMarked('⟨source|Marta Ruusmann⟩ ⟨cue|sa$0id⟩ ⟨content|that the port would close⟩. Ruusmann left.', documentHighlights);
  });

  it('mark the parts of a claim from its content and from a source that is no name', () => {
    checkMarked('⟨source|A source⟩ ⟨cue|said⟩ ⟨content|that the port wo$0uld close⟩.', documentHighlights);
    checkMarked('⟨source|A sour$0ce⟩ ⟨cue|said⟩ ⟨content|that the port would close⟩.', documentHighlights);
  });

  it('mark the inner one of two claims', () => {
    checkMarked('Reuters reported that ⟨source|a source⟩ ⟨cue|said⟩ ⟨content|that the port wo$0uld close⟩.', documentHighlights);
  });

  it('follow a quotation into the next paragraph', () => {
    checkMarked('⟨content|“Nobody came,”⟩ ⟨source|a source⟩ ⟨cue|said⟩. ⟨content|“Nobody called.⟩\n\n⟨content|“And nob$0ody will.”⟩\n\nThe council met on Sunday and went home.', documentHighlights);
  });

  it('mark nothing elsewhere', () => {
    checkMarked('The council m$0et on Sunday and went home.', documentHighlights);
  });
});
