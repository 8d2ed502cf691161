/** The example that the format's description is about, and its file, to the last character. */
export const HARBOUR = '🚢 “The quay,” said Ana Ruiz of Tallinn Harbour on Monday, “will reopen.”\n\nCosts hit €2m.\n';

export const HARBOUR_FILE = String.raw`{
"@context":["http://www.w3.org/ns/anno.jsonld",{"aa":"urn:article-annotator:ns#"}],
"id":"harbour.txt.annotations.jsonld",
"type":"AnnotationPage",
"aa:formatVersion":1,
"aa:textSha256":"e642caf340778a79affa832f310d0eef69d0a2c2e8cb0bab2c7756d00b9dac56",
"items":[
{"id":"urn:uuid:00000000-0000-4000-8000-000000000006","type":"Annotation","motivation":["linking","aa:attributing"],"aa:review":"accepted","created":"2025-03-24T09:20:00Z","modified":"2025-03-24T09:20:00Z","creator":{"id":"https://example.org/people/mk","type":"Person","name":"M. Kask"},"generator":"urn:article-annotator","body":{"type":"aa:Claim","aa:stance":"assertion","aa:quotation":"direct","aa:certainty":"certain","aa:sourceKind":"named-person"},"target":[
{"aa:role":"source","type":"SpecificResource","source":"harbour.txt","selector":[{"type":"TextQuoteSelector","exact":"Ana Ruiz of Tallinn Harbour","prefix":"🚢 “The quay,” said ","suffix":" on Monday, “will reopen.”\n\nCost"},{"type":"TextPositionSelector","start":19,"end":46}]},
{"aa:role":"cue","type":"SpecificResource","source":"harbour.txt","selector":[{"type":"TextQuoteSelector","exact":"said","prefix":"🚢 “The quay,” ","suffix":" Ana Ruiz of Tallinn Harbour on "},{"type":"TextPositionSelector","start":14,"end":18}]},
{"aa:role":"content","type":"SpecificResource","source":"harbour.txt","selector":[{"type":"TextQuoteSelector","exact":"“The quay,”","prefix":"🚢 ","suffix":" said Ana Ruiz of Tallinn Harbou"},{"type":"TextPositionSelector","start":2,"end":13}]},
{"aa:role":"content","type":"SpecificResource","source":"harbour.txt","selector":[{"type":"TextQuoteSelector","exact":"“will reopen.”","prefix":"z of Tallinn Harbour on Monday, ","suffix":"\n\nCosts hit €2m.\n"},{"type":"TextPositionSelector","start":58,"end":72}]}
]},
{"id":"urn:uuid:00000000-0000-4000-8000-000000000003","type":"Annotation","motivation":"classifying","aa:review":"suggested","created":"2025-03-24T09:15:00Z","modified":"2025-03-24T09:15:00Z","creator":{"id":"https://example.org/people/mk","type":"Person","name":"M. Kask"},"generator":"urn:article-annotator","body":{"type":"SpecificResource","purpose":"classifying","source":"aa:GPE"},"target":{"type":"SpecificResource","source":"harbour.txt","selector":[{"type":"TextQuoteSelector","exact":"Tallinn","prefix":"🚢 “The quay,” said Ana Ruiz of ","suffix":" Harbour on Monday, “will reopen"},{"type":"TextPositionSelector","start":31,"end":38}]}}
]
}
`;
