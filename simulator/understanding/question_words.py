"""The words with which English asks, each list once: question words, the verbs before a subject, and the subjects."""

# Alternatives of a pattern, to be put in brackets.
OPENLY = "what|where|whereabouts|who|whose|when|why|how|which"
HELPER = "is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|should|shall|may|might|must"
DENIED = f"(?:{HELPER})n't|can't|won't|shan't"
VERB = f"{HELPER}|{DENIED}|d'you"
PRONOUN = "i|you|he|she|it|they|we|there|this|that|these|those"
SUBJECT = (
    f"{PRONOUN}|the|a|an|your|yours|his|her|their|its|my|our|any|anyone|anybody|anything|some|someone|somebody|"
    "something|no one|nobody|everyone|everybody|everything|either|neither|both|one|all|none|who|"
    "mum|mummy|mam|mother|dad|daddy|father|nan|nanny|grandad|police|officers|people"
)
# Asked for by one word: "Name? Weapons?", "kids and is he drunk".
BARE = (
    "name|names|surname|number|phone|mobile|address|postcode|age|ages|dob|date of birth|email|weapons?|injur(?:y|ies)|"
    "kids|children|keys|reg|registration|plate|colour|make|model|vehicle|drunk|drink|drugs|alone|dogs|description"
)
# Said before a question: "okay, and where are you".
LEAD_IN = r"(?:(?:and|so|but|or|also|then|well|just|please|now|okay|right|um|er)[\s,]+)*"
# What begins to be told, to whom: "I'll tell the officers | what happened".
TELLS_WHOM = r"(?:tell|tells|told|ask|show|let|inform)(?: [\w']+){1,3}"
OF_A_CAUSE = r"what (?:made|happened|caused)\b"
