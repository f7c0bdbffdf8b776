"""Whether words own, or deny, that something is held about a person: a record, a report, an officer on the case."""

import re

from scoring.matching import words_of

_THING = r"(?:record|report|log|file|entry|marker|notes?|complaint|case|trace)"
# Who deals with the call itself, or has charge of the desk, owns nothing.
_NO_CASE = (
    r"(?! with (?:you|your|the call|this call|resets?)\b)(?! (?:tonight|today|here)\b)"
    r"(?! of (?:this|the|your|our) (?:desk|shift|room|control|station|team|office|section)\b)"
)
_OWNS = re.compile(
    # An officer who deals with it deals with something; an officer, or the officer who rings back, may be anybody.
    r"\b(?:officer|detective|sergeant|constable|inspector|team|unit|colleague|oic)(?: is| who is| that is|"
    r" s)? (?:already )?"
    rf"(?:dealing{_NO_CASE}|in charge{_NO_CASE}|in (?:the|her|his|this|that) case|handling|investigating|"
    r"looking (?:after|into)|assigned|"
    r"working on|on (?:the|her|his|this|that) case|whose case)\b"
    r"|\b(?:the|her|his|their) (?:investigating|case|allocated|attending) (?:officer|detective)\b|\bofficer s case\b"
    r"|\b(?:for|to) (?:the|her|his) (?:officer|detective) to (?:see|read|look at|pick up)\b"
    rf"|\bthere (?:is|are|was|s) (?:\w+ )?(?:something|anything|an? (?:\w+ )?{_THING}|"
    rf"{_THING}) (?:\w+ ){{0,2}}?(?:on|in|about|here|against|under)\b"
    r"|\b(?:something|notes?|an? (?:marker|entry|warning|flag)) (?:\w+ ){0,2}?(?:on|in) (?:the|her|his|that|this) "
    r"(?:file|record|log|report|system)\b"
    rf"|\bthere (?:is|are|was|s) (?:already )?(?:an?|no) (?:\w+ )?(?:record|report|log|file|marker|complaint)\b"
    r"(?! (?:form|process|procedure|number|of (?:every|all|this|you|your)))"
    r"|\bnot the (?:post ?code|address|number|name|date of birth|1) (?:that )?(?:i|we) (?:have|hold|got)\b"
    r"|\bthere (?:she|he) is\b|\bfound (?:her|him)\b(?! (?:\w+ )?(?:own|work|number))"
    r"|\b(?:let me|i will|i have|just|i am) (?:just )?(?:pull|bring|got|get|brought|bringing|pulling|pulled|have) "
    r"(?:her|him|that 1|her (?:record|file|report)) up\b"
    r"|\bhere (?:she|he) is\b|\byou are not allowed (?:near|to contact|to go near|to see) (?:her|him)\b"
)
# That there is none says as much to whoever asks.
_DENIES = re.compile(
    r"\b(?:nothing|no (?:record|report|trace|log|file|entry|mention)|nobody|no 1|no one) (?:\w+ ){0,3}?(?:(?:under|by) "
    r"(?:that|this|her|his|the)|(?:for|of|about|with|on|against) (?:her|him|(?:that|this|the) (?:name|number|person|"
    r"lady|reference|woman|gentleman)))\b"
    r"|\b(?:we|i) (?:do not|would not|have not|did not|never|have never) (?:actually )?(?:(?:hold|have|had|got) "
    r"(?:her|him|anything (?:on|about|for|under) (?:her|him|them|that|this|the)|(?:any|a) (?:record|report|trace))|"
    r"(?:hold|kept) (?:that|it|her details?)|(?:know|heard) (?:of )?(?:her|him))(?= $| (?:on|here|about|for|of|under|"
    r"any|at|name|address)\b)"
)
_OPEN = re.compile(
    r"\b(?:cannot|can not|could not|carnt|cannae|not able|unable|not allowed to (?:say|tell|confirm|give)|whether|if|"
    r"neither|nor|deny|even if|any|is there|was there|are there|have you|do you|did you|you said|you told|"
    r"i will not|not going to)\b"
)
_OF_THE_CALLER = re.compile(r"\b(?:your (?:call|request|number|record|account|own)|you rang|this call)\b")


def owns_a_record(clause: str) -> bool:
    """Whether a clause that asks nothing says that something is held, or that nothing is."""
    words = words_of(clause)
    found = _OWNS.search(words) or _DENIES.search(words)
    if found is None or _OPEN.search(words[: found.start()]) or clause.rstrip().endswith("?"):
        return False
    return _OF_THE_CALLER.search(words) is None or "officer" in found.group()
