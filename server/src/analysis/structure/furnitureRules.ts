/**
 * Phrases of page furniture: what a news page puts around and between the paragraphs of its story. Each is imperative, or a label,
 * or bound to a word such as "newsletter", so that a sentence of the story that merely begins with "Follow" or "Subscribe" is none.
 */

const PLATFORM = String.raw`(?:twitter|x|facebook|instagram|telegram|whatsapp|linkedin|youtube|tiktok|threads|bluesky|mastodon|google news|social media|viber|flipboard|apple news)`;
const MAILING = String.raw`(?:newsletters?|briefings?|bulletins?|alerts?|updates|e-?mails?|digests?|round-?ups?|free trial|notifications|mailing list|podcasts?|channel|feed)`;
const STORY = '(?:article|story|post|piece|report|interview|page|content|column)';

/** A sentence that calls on the reader. Tested where a sentence begins; it runs to that sentence's end. */
const CALLS = [
  String.raw`follow (?:(?:us|me|our)\b(?=[^.!?\n]{0,90}(?:\bon\b|\bat\b|\bvia\b|@))|@\w|[^.!?\n“"]{2,60}? on (?:the )?(?:@\w|${PLATFORM}\b))`,
  String.raw`follow our (?:[\w'’-]+ ){0,2}?(?:coverage|reporting|live ?blog|stories|updates)\b(?: (?:of|on|from|about|in|at)\b[^.!?\n]{1,60})?(?=[.!?]|\s*$)`,
  String.raw`(?:join|find|like|watch|add) us (?:also )?on (?:the )?(?:@\w|our\b|${PLATFORM}\b)`,
  String.raw`join (?:our|the) (?:[\w'’-]+ ){0,3}?(?:channel|community|group|newsletter|mailing list|conversation|discussion|telegram|whatsapp)\b`,
  String.raw`sign up (?:here\b|now\b|today\b|(?:for|to) (?:our|the|a|this|free|daily|weekly|your)\b[^.!?\n]{0,80}?\b${MAILING}\b)`,
  String.raw`subscribe (?:now|today|here)\b`,
  String.raw`subscribe (?:to|for) (?:our|us\b|the [^.!?\n]{0,50}?\b${MAILING}\b|[^.!?\n]{0,40}?\b(?:newsletter|podcast|channel|youtube)\b)`,
  String.raw`(?:please )?click (?:here|on the link|the link|below) (?:to|for|and)\b`,
  String.raw`(?:please )?share this (?:${STORY}|on)\b`,
  String.raw`share (?:it )?(?:on|via|with) (?:${PLATFORM}|e-?mail|us)\b`,
  String.raw`download (?:our|the|[A-Z][\w ]{2,30}?['’]s) (?:[\w'’-]+ ){0,4}?app\b`,
  String.raw`get (?:our|the latest|the best|all the|more|your|breaking)\b[^.!?\n]{0,90}?\b(?:inbox|newsletter|app|alerts|delivered|channel|(?:on|via|from) our)\b`,
  String.raw`to (?:suggest|report|submit|request|flag) (?:an? )?(?:correction|clarification|error|mistake|typo|tip)\b[^.!?\n]{0,60}\b(?:write|click|contact|e-?mail|use|here|us)\b`,
  String.raw`you can also (?:highlight|select) (?:the|a|any) (?:text|error|mistake|typo)\b`,
  String.raw`(?:found|spotted|see|seen|noticed) an? (?:error|mistake|typo|bug)\b[^.!?\n]{0,80}(?:\?|\b(?:highlight|select|press|ctrl|let us know|tell us)\b)`,
  String.raw`(?:highlight|select) (?:it|the text|the error|the mistake) and press\b`,
  String.raw`(?:please )?(?:consider )?support(?:ing)? (?:our|independent|quality|local|public-interest) (?:[\w'’-]+ ){0,2}?(?:journalism|newsroom|reporting|work)\b(?=[.!?]|\s*$| (?:today|now|by|with|and|from|for)\b)`,
  String.raw`become an? (?:[\w'’-]+ ){0,3}?(?:member|subscriber|patron|supporter|friend)\b(?=[.!?]|\s*$| (?:today|now|of [A-Z]|for|to|from)\b)`,
  String.raw`(?:please )?(?:donate|make a donation)\b(?= (?:now|today|here|to us|to support|via)\b|\s*$)`,
  String.raw`have an? (?:opinion|view|story|question|tip|comment)\b[^.!?\n]{0,60}(?:\?|\bthis ${STORY}\b)`,
  String.raw`(?:please )?(?:share it with us|let us know in the comments|leave a comment|tell us what you think|send us your|send your|e-?mail us|contact us|write to us|get in touch with us)\b`,
  String.raw`do you have (?:a|any|an|something)\b[^.!?\n]{0,60}\b(?:tips?|stor(?:y|ies)|information|questions?|comments?|concerns?)\b[^.!?\n]{0,60}\?`,
  String.raw`this ${STORY} (?:(?:was|is|has been|have been) )?(?:(?:first|originally|also|previously|initially|automatically) )?(?:published|appeared|posted|republished|reproduced|syndicated|translated|generated|produced|made possible|corrected|amended|updated)\b`,
  String.raw`(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed\b`,
  String.raw`(?:we|this (?:web ?site|site|page)|our (?:partners|web ?site|site)) (?:and our partners )?uses? cookies\b`,
  String.raw`by (?:continuing|clicking|using|browsing|signing up)\b[^.!?\n]{0,100}\b(?:cookies|privacy policy|terms)\b`,
  String.raw`(?:accept|reject|manage) (?:all )?(?:cookies|cookie settings)\b`,
  String.raw`all rights reserved\b`,
  String.raw`(?:©|\(c\)|copyright) ?(?:©|\(c\))? ?(?:[\w.,’'&-]+ ){0,6}?(?:19|20)\d\d\b`,
  String.raw`this material may not be (?:published|broadcast)\b`,
  String.raw`(?:article|story|content|text) continues (?:below|after)\b`,
  String.raw`(?:scroll|keep scrolling|swipe) (?:down )?(?:to continue|for more)\b`,
];

/** What a call may begin with; most sentences begin with none of these words, and are then done. */
export const TRIGGER = /(?<![\w“"‘«(@#-])(?:(?:[Ff]ollow|[Jj]oin|[Ff]ind|[Ll]ike|[Ww]atch|[Aa]dd|[Ss]ign up|[Ss]ubscribe|[Pp]lease|[Cc]lick|[Ss]hare|[Dd]ownload|[Gg]et|[Cc]onsider|[Ss]upport|[Bb]ecome|[Dd]onate|[Mm]ake a donation|[Hh]ave an?|[Ss]end|[Ee]-?mail us|[Cc]ontact us|[Ww]rite to us|[Dd]o you have|[Tt]his|[Vv]iews|[Oo]pinions|The (?:views|opinions)|[Ww]e use|[Ww]e and|[Oo]ur (?:partners|web|site)|By (?:c|u|b|s)|[Aa]ccept|[Rr]eject|[Mm]anage|All [Rr]ights|[Cc]opyright|Article|Story|Content|Scroll|Swipe|Other Topics|Advertisement|ADVERTISEMENT|[Tt]o (?:suggest|report|submit|request|flag)|[Yy]ou can also|[Ff]ound an?|[Ss]potted an?|[Ss]een? an?|[Nn]oticed an?|[Hh]ighlight|[Ss]elect|JOIN|FOLLOW|SUBSCRIBE|SIGN UP|FIND|DOWNLOAD|WATCH|LIKE)\b|©)|\(c\) ?\d/y;

export const CALL = new RegExp(CALLS.join('|'), 'iy');

/** A call in capitals ("JOIN US ON TELEGRAM") and what is called for behind it. */
export const SHOUTED_CALL = /(?:JOIN|FOLLOW|SUBSCRIBE|SIGN UP|FIND|DOWNLOAD|WATCH|LIKE)\b(?: [A-Z0-9&’'-]{1,20}){1,8}(?![a-z])[!:.]?/y;

/** A label in front of the teaser of another story, at a line's start. Group 1 is what follows on the same line. */
export const TEASER_LABEL = /^(?:other topics of interest|(?:read|see|learn|find out) more|(?:read|see|watch|listen) also|also (?:read|see|watch)|see also|read next|read on|related(?: (?:news|articles?|stories|story|coverage|topics?|content|posts?|links?|reading|video))?|recommended(?: (?:for you|stories|articles|reading|videos?))?|most (?:read|popular|viewed|shared|commented)|trending(?: now| stories| news)?|you (?:may|might) (?:also )?(?:like|be interested in)(?: these)?|editors?['’]?s? (?:picks?|choice)|more (?:on this(?: story| topic)?|stories|news|top stories|coverage)|more from [^:|.]{2,40}|must[ -]reads?|top stories|(?:also |more )?in this (?:section|series)|more from this section|related (?:internet )?links|latest (?:news|stories|headlines)|up next|in case you missed it|don['’]t miss|what to read next)[ \t]*(?:[:|»>→][ \t]*(.*)|$)/i;

/** Labels that are furniture even with text behind them and no colon between. */
export const BARE_TEASER_LABEL = /^(?:Other Topics of Interest|READ MORE|READ ALSO|ALSO READ|SEE ALSO)\b[ \t]*/;

/** Whole lines by their first word, lower case; a line of a story is tested against the few rules of that word only. */
export const LINE_RULES: ReadonlyMap<string, readonly RegExp[]> = byFirstWord([
  [['advertisement', 'advertising', 'ad'], /^(?:advertisement|advertising|ad)s?(?:[ \t]*(?:[-–—:|·•]+[ \t]*(?:.{0,60}))?)$/i],
  [['sponsored', 'promoted', 'paid', 'partner'], /^(?:sponsored|promoted|paid|partner)(?: (?:content|post|links?|by .{2,40}|stories|story))?$/i],
  [['comments', 'comment', 'no', 'leave', 'post', 'add', 'write', 'view', 'load', 'show', 'hide', 'reply'],
    /^(?:(?:no )?comments?(?: ?\(?\d*\)?)?|(?:leave|post|add|write) a (?:comment|reply)|(?:view|show|hide|load|add)(?: all| more)?(?: \d+)? (?:comments?|more|stories|replies)|comments? (?:are )?(?:closed|off))[.!]?$/i],
  [['page'], /^page \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i],
  [['tags', 'tag', 'topics', 'keywords', 'filed', 'categories', 'category', 'labels', 'tagged', 'posted'],
    /^(?:tags?|topics?|keywords|filed under|categories|category|labels|tagged|posted in)[ \t]*[:|-][ \t]*\S.{0,200}$/i],
  [['share', 'tweet', 'facebook', 'twitter', 'whatsapp', 'telegram', 'email', 'e-mail', 'print', 'copy', 'linkedin', 'reddit', 'pinterest', 'save'],
    /^(?:(?:share|tweet|facebook|twitter|whatsapp|telegram|e-?mail|print|copy(?: link)?|linkedin|reddit|pinterest|save|x|messenger)[ \t|,/·•&]*){1,12}$/i],
  [['skip', 'back', 'menu', 'log', 'login', 'sign', 'register', 'search', 'next', 'previous', 'loading', 'listen', 'follow', 'subscribe', 'gift', 'terms', 'privacy', 'about', 'cookie', 'donate', 'play', 'video', 'continue', 'click', 'home', 'show', 'watch', 'toggle', 'close'],
    /^(?:skip to (?:main |the )?content|back to (?:top|home(?:page)?)|menu|log ?in|log ?out|sign (?:in|up)|register|search|(?:next|previous) (?:article|story|page|post)|loading(?:\.{3}|…)?|listen(?: to (?:this )?(?:article|story).{0,40})?|follow(?: us)?|subscribe(?: (?:now|today))?|gift (?:this )?article|terms (?:of (?:use|service)|(?:and|&) conditions)|privacy (?:policy|notice)|about (?:us|the author)|cookie (?:policy|settings|preferences)|donate|play video|continue reading(?: below)?|click here|home [>»/|] .{1,80}|show (?:more|less)|watch live|toggle .{2,30}|close)(?:[ \t]*[|·•][ \t]*.{0,100})?[.!:]?$/i],
  [['subscribe'], /^(?:Subscribe|SUBSCRIBE) to \p{Lu}[\p{L}’' ]{2,30}$/u],
  [['our'], /^our standards: .{2,80}$/i],
  [['with'], /^with (?:(?:agency )?inputs|files|reporting|additional reporting|information|material) (?:from|by) [^.]{2,80}\.?$/i],
  [['source', 'sources'], /^sources?: [^.]{2,60}$/i],
  [['copyright'], /^Copyright (?:(?:©|\(c\)|\d{4}|by|\p{Lu}[\p{L}’'&]*)[ ,.–-]*){1,7}(?:(?:All rights reserved|Terms (?:&|and) conditions apply)\.?)?$/u],
  [['ends', 'end'], /^(?:ends?|the end)$/i],
  [['published', 'updated', 'posted'], /^(?:published|posted) (?:in|under) [A-Z][\w &,/]{2,60}$/],
]);

function byFirstWord(rules: readonly (readonly [readonly string[], RegExp])[]): ReadonlyMap<string, RegExp[]> {
  const map = new Map<string, RegExp[]>();
  for (const [words, rule] of rules) for (const word of words) map.set(word, [...(map.get(word) ?? []), rule]);
  return map;
}

/** "(12) comments", "12 Comments", "3 min read", "- 4 -", "[Advertisement]". */
export const NUMBERED_LINE = /^(?:\(?\d{1,5}\)? comments?|\d{1,3}[ -]min(?:ute)?s? read|[-–—] ?\d{1,4} ?[-–—]|[-–—[(*]+[ \t]*(?:advertisement|page \d{1,4}|ends?|30)[ \t]*[-–—\])*]+)$/i;

/** A credit for the work on the story; nothing but names and joining words may follow. */
export const CREDIT = /^\(?(?:(?:additional|further|with) )?(?:(?:and )?(?:reporting|writing|editing|edited|written|reported|compiled|translated|translation|produced|production|research|photographs|graphics)(?:,? (?:and )?(?:reporting|writing|editing))? by )(.*)$/i;

export const CONTRIBUTED = /\bcontributed (?:reporting|to (?:this|the) (?:report|story|article|reporting))\b/;

/** A heading of the reference part at an article's end. */
export const SECTION = /^(?:=+ ?)?(?:sources?|references|notes|footnotes|external links?|further reading|related (?:news|articles|stories)|sister links?|see also|bibliography)(?: ?=+)?:?$/i;

const CREDIT_LINE = String.raw`(?:file photo|photo(?:graph)?s?|images?|pictures?|pictured|illustration|graphic|screenshot|screengrab|video|credit|courtesy|photo credit|image credit|image source|picture credit)`;

/** A caption by its first words. */
export const CAPTION_START = new RegExp(
  String.raw`^[[(]?(?:${CREDIT_LINE}(?: ?\([^()]{1,30}\))?[ \t]*:|(?:photo(?:graph)?s?|images?|pictures?) (?:by|courtesy(?: of)?|via|from|©) ?[A-Z@]|(?:AP|AFP|Reuters|EPA) photo\b|FILE(?: PHOTO)?[ \t]*[-–—:])`,
  'i',
);

/** A caption by the credit at its end. */
export const CAPTION_END = /(?:\((?:AP|AFP|EPA|Reuters|TASS|Xinhua)?[ \t]?(?:Photo|Image|Picture|Credit|Photograph|File|Courtesy)\b[^()]{0,80}\)|\b(?:REUTERS|AFP|EPA|AP|Reuters|TASS|PA)\/[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){0,3}|\/ ?(?:Getty(?: Images)?|AFP|Reuters|REUTERS|EPA|AP|Shutterstock|NurPhoto|PA|TASS|Bloomberg))\.?\)?$/;
