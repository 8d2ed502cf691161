import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, api, card, closeAll, drawn, edit, entities, extension, file, show } from './support/annotator.js';
import { eventually } from './support/eventually.js';

describe('an article', () => {
  afterEach(closeAll);

  it('is known by its name, and wakes the extension', async () => {
    const editor = await show(file('ferry-talks.article.txt'));
    assert.equal(editor.document.languageId, 'article');
    await eventually(() => assert.ok(extension().isActive));
    await eventually(() => assert.equal(api().clientState(), 'Running'));
  });

  it('shows its entities', async () => {
    const editor = await show(file('ferry-talks.article.txt'));
    await annotated(editor);
    const found = await eventually(async () => {
      const tokens = await entities(editor.document);
      assert.ok(tokens.length > 20, `${String(tokens.length)} tokens`);
      return tokens;
    });
    for (const token of ['Petra Osei: entityPerson', 'Riga: entityGpe', 'European Commission: entityOrg', '$3.5 million: entityMoney', '40 percent: entityPercent', 'Friday: entityDate']) {
      assert.ok(found.includes(token), `${token} is not among ${found.join(', ')}`);
    }
  });

  it('has its claims underlined by who answers for them, and its boilerplate dimmed', async () => {
    const editor = await show(file('ferry-talks.article.txt'));
    await annotated(editor);
    const named = drawn(editor, 'named').join('\n');
    assert.match(named, /We came here to sign something/);
    assert.match(drawn(editor, 'unnamed').join('\n'), /will hold another round of ferry talks/);
    assert.match(drawn(editor, 'source').join('\n'), /two people familiar with the negotiations/);
    assert.match(drawn(editor, 'cue').join('\n'), /according to/);
    assert.deepEqual(drawn(editor, 'boilerplate').filter((line) => line.startsWith('Advert')), ['Advertisement']);
  });

  it('explains an entity on hover', async () => {
    const editor = await show(file('ferry-talks.article.txt'));
    await annotated(editor);
    assert.match(await card(editor.document, 'Petra Osei'), /Petra Osei.*person/s);
  });

  it('explains a claim on hover', async () => {
    const editor = await show(file('ferry-talks.article.txt'));
    await annotated(editor);
    assert.match(await card(editor.document, 'came here to sign'), /Ilmar Tamme/);
  });

  it('is followed while it is edited', async () => {
    const editor = await show(file('ferry-talks.article.txt'));
    await annotated(editor);
    await edit(editor, (builder) => builder.insert(new vscode.Position(0, 0), 'Talks go on\n\n“It was not us,” said Agnese Krūmiņa on Sunday.\n\n'));
    await annotated(editor);
    assert.ok(drawn(editor, 'named').some((words) => words.includes('It was not us')));
    assert.ok((await entities(editor.document)).includes('Agnese Krūmiņa: entityPerson'));
    await edit(editor, (builder) => builder.delete(new vscode.Range(0, 0, 4, 0)));
    await annotated(editor);
    assert.ok(!(await entities(editor.document)).includes('Agnese Krūmiņa: entityPerson'));
  });

  it('may hold a byte order mark, carriage returns and emoji', async () => {
    const editor = await show(file('emoji-crlf.article.txt'));
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    await annotated(editor);
    const found = await entities(editor.document);
    for (const token of ['Petra Osei: entityPerson', 'Monday: entityDate', 'Tallinn: entityGpe', '$3.5 million: entityMoney']) {
      assert.ok(found.includes(token), `${token} is not among ${found.join(', ')}`);
    }
    assert.ok(drawn(editor, 'named').some((words) => words.includes('The ships 🚢🚢 are back')), drawn(editor, 'named').join('\n'));
    assert.deepEqual(drawn(editor, 'boilerplate'), ['Advertisement']);
  });
});
