import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkZones } from './checkZones.js';
import { classify, isSamePlace } from './classify.js';
import { splitRaw, typedIn } from './paragraphs.js';
import type { RawShape } from './shape.js';
import { rawShape } from './shape.js';
import type { Span } from '../../base/span.js';
import { analyseStructure } from './structure.js';

describe('splitRaw', () => {
  const paragraphs = (text: string): string[] => splitRaw(text).map((s) => text.slice(s.start, s.end));

  test('blank lines part paragraphs', () => {
    expect(paragraphs('\ufeffOne\ntwo.\r\n \t\r\n Three. \n\n\n')).toEqual(['One\ntwo.', 'Three.']);
  });

  test('single line ends part them only in a text that is not hard-wrapped', () => {
    expect(paragraphs('One is here.\nTwo is here.\nThree!')).toEqual(['One is here.', 'Two is here.', 'Three!']);
    expect(paragraphs('One is\nhere. Two\nis here.')).toEqual(['One is\nhere. Two\nis here.']);
  });

  test('lines too long to be wrapped are paragraphs', () => {
    const long = `${'word '.repeat(40)}and`;
    expect(paragraphs(`Title\n\n${long}\n${long}`)).toEqual(['Title', long, long]);
  });

  test('old line ends', () => {
    expect(paragraphs('One is\rhere.\r\rTwo.')).toEqual(['One is\rhere.', 'Two.']);
  });
});

describe('typedIn', () => {
  const again = (text: string, start: number, oldEnd: number, insert: string): unknown => {
    const after = text.slice(0, start) + insert + text.slice(oldEnd);
    const found = typedIn(splitRaw(text), text, after, { start, oldEnd, newEnd: start + insert.length });
    return found === undefined ? undefined : after.slice(found.paragraph.start, found.paragraph.end);
  };

  test('gives the paragraph that has changed, wherever in it that was', () => {
    expect(again('One here.\n\nTwo is.\n\nThree.', 14, 14, 'wo t')).toBe('Twowo t is.');
    expect(again('One here.\n\nTwo is.  \n\nThree.', 19, 19, 'x')).toBe('Two is. x');
    expect(again('One here.\n\nTwo\nis.\n\nThree.', 11, 14, '')).toBeUndefined();
    expect(again('One here.\n\nTwo\nis.\n\nThree.', 12, 14, '')).toBe('T\nis.');
  });

  test('leaves to a full cut what may move more than that', () => {
    const long = 'word '.repeat(31);
    expect(again(`One.\n\n${long}\ntwo.`, 8, 8, 'word word')).toBeUndefined();
    expect(again('One is here.\nTwo is here.\nThree!', 15, 16, '')).toBeUndefined();
    expect(again('One.\n\nT\n\nThree.', 6, 7, '')).toBeUndefined();
  });

  test('gives with those around it what a full cut gives', () => {
    const piece = fc.constantFrom('x', ' ', '.', '\n', '\n\n', '\r\n', '\r', ' \n\t\n', 'One is here', 'word '.repeat(12), '\ufeff', '\u2028');
    const text = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
    let local = 0;
    fc.assert(fc.property(text, fc.nat(), fc.nat(4), piece, (before, at, remove, insert) => {
      const start = at % (before.length + 1);
      const oldEnd = Math.min(before.length, start + remove);
      const after = before.slice(0, start) + insert + before.slice(oldEnd);
      const raw = splitRaw(before);
      const delta = insert.length - (oldEnd - start);
      const found = typedIn(raw, before, after, { start, oldEnd, newEnd: start + insert.length });
      if (found === undefined) return;
      local++;
      expect(raw.map((s, i) => (i < found.index ? s : i === found.index ? found.paragraph : { start: s.start + delta, end: s.end + delta }))).toEqual(splitRaw(after));
    }), { numRuns: 5000 });
    expect(local).toBeGreaterThan(300);
  });
});

describe('header', () => {
  test('a date before the story on its line', () => {
    const found = checkZones(`⟨date|date 2025-03-24⟩ ⟨1|The council will meet on Monday.⟩`);
    expect(found.articleDate).toEqual({ iso: '2025-03-24', span: { start: 5, end: 15 }, from: 'header' });
  });

  test('headline, deck, byline, dates', () => {
    const found = checkZones(`
⟨headline|Talks Resume in Ashby After Long Pause⟩

⟨headline|Both sides hope for a result by May⟩

⟨byline|By Jane Roe and JOHN DOE, Example Press⟩
⟨date|Updated 14:30 GMT, Friday, January 4, 2019⟩

⟨1|The talks resumed on Friday.⟩`);
    expect(found.articleDate?.iso).toBe('2019-01-04');
  });

  test('fields and addresses', () => {
    const found = checkZones(`
⟨field|title: Orchards fear late frost⟩
⟨byline|author: Jane Roe⟩
⟨date|date: 3 April 2026⟩
⟨url|https://news.example.org/orchards⟩

⟨1|Growers light fires between the trees.⟩`);
    expect(found.articleDate?.iso).toBe('2026-04-03');
  });

  test('headlines under a label, in one paragraph with it', () => {
    checkZones(`
⟨1|The talks resumed on Friday, and both sides hope for a result by the end of the month of May.⟩

⟨boilerplate|Also in this section⟩
⟨boilerplate|- Ashby to reopen its port⟩
⟨boilerplate|- Heatwave kills 31 in Exampleton⟩
⟨boilerplate|Copyright Example Wire. Terms & conditions apply⟩`);
  });

  test('fields without colons, on lines of their own and on one', () => {
    const found = checkZones(`
⟨field|title Orchards fear late frost⟩
⟨byline|author By Jane Roe and John Doe⟩
⟨date|date 2026-04-03⟩
⟨1|Growers light fires between the trees.⟩`);
    expect(found.articleDate?.iso).toBe('2026-04-03');
    expect(checkZones('⟨field|title Orchards fear late frost⟩ ⟨byline|author Jane Roe⟩ ⟨date|date 2026-04-03⟩ ⟨1|Growers light fires between the trees.⟩').articleDate?.iso).toBe('2026-04-03');
    checkZones('⟨1|source code of the plant leaked, and title fights followed on the date that was set.⟩');
  });

  test('the head of a forwarded message', () => {
    const found = checkZones(`
⟨byline|From: Jane Roe <roe@example.org>⟩
⟨field|To: The night desk⟩
⟨date|Date: Fri, 3 Apr 2026 18:22:04 +0200⟩
⟨field|Subject: Orchards fear late frost⟩

⟨headline|Orchards Fear Late Frost⟩

⟨1|Growers light fires between the trees.⟩`);
    expect(found.articleDate?.iso).toBe('2026-04-03');
  });

  test('datelines', () => {
    checkZones('⟨dateline|LAGOS, Nigeria (AP) —⟩ ⟨1|The talks resumed.⟩');
    checkZones('⟨dateline|SEOUL/BUDAPEST, Feb 11 (Newswire) -⟩ ⟨1|The talks resumed.⟩');
    checkZones('⟨dateline|KYIV, March 24 (Newswire) –⟩ ⟨1|The talks resumed.⟩');
    checkZones('⟨dateline|afrol News, 26 March -⟩ ⟨1|The talks resumed.⟩');
    checkZones('⟨dateline|Pretoria –⟩ ⟨1|The former chief left.⟩');
    checkZones('⟨1|Pretoria – the old capital – is far. He – they say – left.⟩');
    const found = checkZones('⟨dateline|Nairobi, Jun 16 2022 (IPS) -⟩ ⟨1|The talks resumed.⟩');
    expect(found.articleDate).toMatchObject({ iso: '2022-06-16', from: 'dateline' });
  });

  test('the speakers of a transcript are no dateline', () => {
    checkZones('⟨1|QUESTION: What now?⟩\n\n⟨2|MINISTER: We wait.⟩');
    checkZones('⟨dateline|NEW DELHI:⟩ ⟨1|The talks resumed.⟩\n\n⟨2|They ended soon.⟩');
  });

  test('prose that begins like a header', () => {
    checkZones('⟨1|Published March 3, 2020, the report says little.⟩');
    checkZones('⟨1|By Monday, the city will know.⟩\n\n⟨2|It waits.⟩');
    expect(analyseStructure('Published: 3/4/2020\n\nThe city waits.').articleDate).toBeNull();
  });

  test('a lone line is a story', () => {
    checkZones('⟨1|Talks resume in Ashby⟩');
  });
});

describe('furniture', () => {
  test('calls, advertisements and teasers, in paragraphs of their own', () => {
    checkZones(`
⟨1|The talks resumed on Friday.⟩

⟨boilerplate|JOIN US ON TELEGRAM Follow our coverage of the strike on the @Ashby_desk.⟩

⟨2|They ended on Sunday.⟩

⟨boilerplate|Advertisement⟩

⟨3|Nobody was pleased.⟩

⟨boilerplate|Other Topics of Interest Ferry Strike Enters Second Week After ‘Final’ Offer The union wants more than the company will pay.⟩

⟨4|The talks go on.⟩`);
  });

  test('the same inside a line', () => {
    checkZones('⟨1|The talks resumed. He left.⟩ ⟨boilerplate|JOIN US ON TELEGRAM Follow our coverage of the strike on the @Ashby_desk.⟩ ⟨1|They ended.⟩ ⟨boilerplate|Advertisement⟩ ⟨1|The mayor left.⟩');
    checkZones('⟨1|The talks resumed.⟩\n\n⟨boilerplate|JOIN US ON TELEGRAM⟩\n\n⟨boilerplate|Follow our coverage of the ports.⟩\n\n⟨2|Follow our lead, she said, and the river will fall.⟩');
    checkZones('⟨1|The talks resumed.⟩ ⟨boilerplate|Sign up for our daily newsletter. Follow us on Facebook!⟩ ⟨1|He left.⟩');
  });

  test('a line of its own inside a wrapped paragraph', () => {
    checkZones('⟨1|The mayor left the city and\ndid not return.⟩\n⟨boilerplate|Subscribe now⟩\n⟨1|He was tired of it, he\nsaid.⟩\n\n⟨2|He is back.⟩');
  });

  test('a label with its teaser in the next paragraphs', () => {
    checkZones(`
⟨1|The talks resumed on Friday.⟩

⟨boilerplate|Other Topics of Interest⟩

⟨boilerplate|Ferry Strike Enters Second Week⟩

⟨boilerplate|The ferry strike goes on, and the second week brings no end.⟩

⟨2|The mayor left. He is tired.⟩

⟨boilerplate|READ MORE: Ferry strike enters second week⟩`);
  });

  test('a teaser whose headline and summary are one paragraph', () => {
    checkZones(`
⟨1|The talks resumed on Friday.⟩

⟨boilerplate|Other Topics of Interest⟩

⟨boilerplate|Ashby Shuts Port as Storm Hits Coast
The city said its crews had returned by 6 a.m.⟩

⟨2|The mayor left the city and
did not return.⟩

⟨boilerplate|Related⟩

⟨3|Mayor Jane Roe left the city by the old road and
Deputy Mayor Lowe did not.⟩`);
  });

  test('the foot of an article', () => {
    checkZones(`
⟨1|The talks resumed.⟩ ⟨boilerplate|(Reporting by Jane Roe in Ashby; editing by John Doe)⟩

⟨boilerplate|This article was originally published in the Ashby Courier.⟩

⟨boilerplate|Have an opinion on this article? Please share it with us!⟩

⟨boilerplate|© 2025 Ashby Media. All rights reserved.⟩

⟨boilerplate|12 Comments⟩

⟨boilerplate|Sources⟩

⟨boilerplate|- Jane Roe. "Talks resume" — Ashby Courier, March 4, 2019⟩`);
  });

  test('captions', () => {
    checkZones(`
⟨1|The talks resumed.⟩

⟨caption|FILE PHOTO: The mayor speaks, 3 May 2020.⟩

⟨caption|A boat leaves Ashby. (AP Photo/Jane Roe)⟩

⟨caption|Image: Harbour office/Getty⟩

⟨2|They ended.⟩`);
  });

  test.each([
    'Subscribe to the paper he did not, and he said so.',
    'Follow the money, the judge said on Friday.',
    'Reporting by the Post found that he had left.',
    '“Subscribe to our newsletter,” she said. “Click here to read more.”',
    'Share prices fell. Sign up for war, they told him. This article of the law was broken.',
    'Advertisement spending rose by 3 percent. Related costs fell.',
    'Like us, on the day of the vote, they had no idea. Get the facts first, he said.',
    'Readers were told to follow us on Twitter by the paper.',
    'Support independent candidates, he said. Become a doctor, she told him.',
    'Page two of the report is missing. Sources said so.',
  ])('is prose: %s', (line) => {
    checkZones(`⟨1|The talks resumed.⟩\n\n⟨2|${line}⟩\n\n⟨3|They ended.⟩`);
  });

  test('lists and crossheads', () => {
    checkZones(`
⟨1|He asked for three things:⟩
⟨list|- a boat⟩
⟨list|- a house with
  a garden⟩
⟨list|- a dog⟩

⟨headline|What comes next⟩

⟨2|The council will meet on Monday.⟩`);
  });
});

describe('any text', () => {
  const line = fc.constantFrom(
    'The talks resumed on Friday.', 'Advertisement', 'Related:', 'Sources', 'By Jane Roe', '- an item', 'Follow us on Twitter.', 'A Headline Without End', 'KYIV (AP) —', 'date 2020-01-02 The end', '', '', ' ', '\ufeff', 'Photo: Jane Roe', '\ud800', 'שלום עולם.', 'QUESTION: Why?', 'He left. Advertisement The end.',
  );
  const text = fc.oneof(
    fc.array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 }).chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => lines.join(end))),
    fc.string({ unit: 'binary' }),
  );

  test('blocks are ordered, disjoint and trimmed, and white space lies between them', () => {
    fc.assert(fc.property(text, (t) => {
      const { blocks, articleDate } = analyseStructure(t);
      let at = 0;
      let paragraph = 0;
      for (const block of blocks) {
        expect(t.slice(at, block.start).trim()).toBe('');
        const words = t.slice(block.start, block.end);
        expect(words).not.toBe('');
        expect(words.trim()).toBe(words);
        if (block.zone === 'body') {
          expect(block.paragraph === paragraph || block.paragraph === paragraph + 1).toBe(true);
          paragraph = block.paragraph;
        } else expect(block.paragraph).toBe(0);
        at = block.end;
      }
      expect(t.slice(at).trim()).toBe('');
      if (articleDate?.span !== undefined) expect(articleDate.span.end).toBeLessThanOrEqual(t.length);
    }), { numRuns: 500 });
  });

  test('a paragraph that may stand in another’s place changes nothing there, whatever is around it', () => {
    const prose = fc.integer({ min: 1, max: 60 }).map((count) => `The ferry crews ${'waited here '.repeat(count)}until noon.`);
    const around = fc.oneof({ weight: 2, arbitrary: prose }, { weight: 3, arbitrary: fc.oneof(line, fc.constantFrom('Most popular', 'Read more:', '1', '12.', 'Ferry Crews Wait', 'Related stories', 'What next', '- A ferry', 'Ferry Crews Wait\nThe ferry crews waited.')) });
    let same = 0;
    fc.assert(fc.property(fc.array(around, { maxLength: 4 }), fc.oneof(prose, around), prose, fc.array(around, { maxLength: 4 }), (before, one, other, after) => {
      const made = (words: string): { raw: Span[]; shapes: RawShape[]; zones: string[] } => {
        const whole = [...Array.from({ length: 18 }, (_, i) => `Sentence ${i} of the story stands here.`), ...before, words, ...after].join('\n\n');
        const raw = splitRaw(whole);
        const shapes = raw.map((span) => rawShape(whole.slice(span.start, span.end)));
        return { raw, shapes, zones: classify(whole, raw, (i) => shapes[i] ?? rawShape('')).blocks.map(({ zone, paragraph }) => `${zone} ${paragraph}`) };
      };
      const [was, is] = [made(one), made(other)];
      const index = splitRaw([...Array.from({ length: 18 }, () => 'A sentence stands here.'), ...before].join('\n\n')).length;
      const [from, to] = [was.shapes[index], is.shapes[index]];
      if (was.raw.length !== is.raw.length || from === undefined || to === undefined || !isSamePlace(index, is.shapes[index - 1], from, to)) return;
      same++;
      expect(is.zones).toEqual(was.zones);
    }), { numRuns: 2000 });
    expect(same).toBeGreaterThan(200);
  });

  test('the document pass asks for shapes in proportion to the paragraphs', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const unit = lines.join('\n\n');
      const asked = (times: number): number => {
        const whole = Array.from({ length: times }, () => unit).join('\n\n');
        const raw = splitRaw(whole);
        const shapes: RawShape[] = raw.map((s) => rawShape(whole.slice(s.start, s.end)));
        let count = 0;
        classify(whole, raw, (i) => {
          count++;
          return shapes[i] ?? rawShape('');
        });
        return count;
      };
      expect(asked(80)).toBeLessThanOrEqual(2.2 * asked(40) + 40);
    }), { numRuns: 60 });
  });
});

describe('pages as readers save them', () => {
  test('parts a line of pieces between bars, and the calls under it', () => {
    const found = checkZones('⟨headline|Drones Hit Harbour Depot, Council Blames Guards⟩\n⟨byline|By Anna Brandt | Published March 24, 2025, 10:15 am | Updated 3 hours ago⟩\n⟨boilerplate|Share on Facebook⟩\n\n⟨1|The council said on Monday that it would answer.⟩');
    expect(found.articleDate?.iso).toBe('2025-03-24');
  });

  test('dims calls to correct the story, and the most read stories with their numbers', () => {
    checkZones('⟨1|The talks resumed on Monday.⟩\n\n⟨boilerplate|To suggest a correction or clarification, write to us here⟩\n\n⟨boilerplate|You can also highlight the text and press Ctrl + Enter⟩\n\n⟨boilerplate|Most popular⟩\n\n⟨boilerplate|1⟩\n\n⟨boilerplate|Survivors of the ferry fire speak⟩\n\n⟨boilerplate|2⟩\n\n⟨boilerplate|Envoy to travel to Ashby⟩');
    checkZones('⟨1|The talks resumed on Monday.⟩\n\n⟨boilerplate|Get all the latest news updates on our Telegram channel.⟩\n\n⟨2|To report an error is a duty, the mayor said.⟩\n\n⟨3|Get the children out, he had shouted.⟩');
  });
});
