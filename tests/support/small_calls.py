"""Three small scenarios and a policy for marking: an intruder on 999, a request on 101, a member on the ticket desk."""

from scenarios.policy import Policy
from scenarios.scenario import Scenario

POLICY = Policy.model_validate(
    {
        "id": "test",
        "force": "Harrowmere Police",
        "contact_centre": "Harrowmere Learning",
        "version": "1",
        "grades": [
            {"id": "immediate", "name": "Immediate", "rank": 1, "target": "15 min", "set_within": "30s"},
            {
                "id": "priority",
                "name": "Priority",
                "rank": 2,
                "target": "60 min",
                "set_within": "90s",
                "lower_needs": "supervisor",
            },
            {"id": "scheduled", "name": "Scheduled", "rank": 3, "target": "48 h", "set_within": "5m"},
            {
                "id": "resolution",
                "name": "Resolution at source",
                "rank": 4,
                "target": "none",
                "set_within": "5m",
                "lower_needs": "supervisor",
            },
        ],
        "greetings": {
            "999": {"says": [["police"], ["emergency", "address"]], "within": "3s"},
            "101": {"says": [["police"], ["help"]], "within": "3s"},
        },
        "verification": {
            "third_party": {"label": "Anything about another", "needed": 0, "by_phone": False},
            "reset": {"label": "Password reset", "needed": 2, "items": ["full_name", "member_number", "postcode"]},
        },
        "purposes": [
            {"id": "live_incident", "name": "Live incident", "also": ["incident"]},
            {"id": "member_support", "name": "Member support"},
        ],
        "categories": [
            {"id": "burglary_dwelling", "name": "Burglary dwelling"},
            {"id": "message", "name": "Message"},
            {"id": "hoax", "name": "Hoax"},
        ],
        "ticket_types": [{"id": "account_access", "name": "Account access"}],
        "qualifiers": [{"id": "domestic", "name": "Domestic"}, {"id": "repeat", "name": "Repeat"}],
        "routes": [
            {"id": "legal", "name": "Solicitor", "how": "In writing."},
            {"id": "foi", "name": "Freedom of information", "how": "x"},
        ],
        "reset_channels": ["registered_device", "registered_email"],
        "pass_rules": {
            "shares": {},
            "default_share": 0.6,
            "criticals": {
                "emergency": ["A01", "A09", "G02", "G05", "G09", "G10", "R05", "R06", "R07"],
                "information": ["C01", "C02", "V06", "V08"],
                "identity": ["V06", "V10", "V11"],
                "any": ["C01", "C06", "G16"],
            },
        },
    }
)

_PLAN = {"aim": "To test.", "criteria": ["03-4.7"], "why_simulated": "high-risk", "length": {"from": "1m", "to": "5m"}}
_CALLER = {"name": "Ellen Marsh", "role": "victim", "voice": {"kind": "woman"}, "mood": {"starts": "calm"}}


def _fact(value, field=None, asked=(), tags=(), **more):  # type: ignore[no-untyped-def]
    return {
        "value": value,
        "field": field,
        "told_when": {"asked": list(asked)},
        "says": ["Words."],
        "tags": list(tags),
        **more,
    }


INTRUDER = Scenario.model_validate(
    {
        "id": "intruder-test",
        "title": "T",
        "family": "burglary",
        "plan": _PLAN,
        "caller": _CALLER,
        "opening": ["Help."],
        "channel": {"kind": "999", "number": "07700 900822", "operator": True},
        "facts": {
            "inside": _fact("yes", "in_progress", ["ASK_SUSPECT_NOW"], ["life_risk"]),
            "address": _fact(
                {"line": "27 Alder Rise", "town": "Quayford", "postcode": "WX4 7QD"},
                "location",
                ["ASK_LOCATION"],
                ["essential"],
            ),
            "postcode": _fact("WX4 7QD", "postcode", ["ASK_LOCATION_REFINE:postcode"], ["essential"]),
            "name": _fact("Ellen Marsh", "name", ["ASK_PERSON_DETAILS:name"]),
            "callback": _fact("07700 900822", "callback", ["ASK_CALLBACK"]),
            "role": _fact("victim", "role", ["ASK_ROLE"]),
            "born": _fact("14/03/1988", "date_of_birth", ["ASK_PERSON_DETAILS:date_of_birth"]),
            "registration": _fact("EP23 QB?", "registration", ["ASK_DESC_VEHICLE"]),
            "tall": _fact("Tall man", "description", ["ASK_DESC_PERSON"], recorded_by=[["tall"], ["man", "male"]]),
            "hood": _fact(
                "Grey hood", "description", ["ASK_DESC_PERSON"], recorded_by=[["grey", "gray"], ["hood", "hoodie"]]
            ),
            "time": _fact("02:10", "time", ["ASK_WHEN"], tolerance_min=10),
            "crowbar": _fact(
                "yes, a crowbar",
                "weapon",
                ["ASK_WEAPON"],
                ["safety_critical", "needed"],
                recorded_by=[["crowbar", "iron bar"]],
            ),
            "blades": _fact("two knives", "weapon", [], ["safety_critical"], recorded_by=[["two", "2"], ["knives"]]),
            "hurt": _fact("yes, cut hand", "injuries", ["ASK_INJURY"], ["needed"]),
            "mother": _fact(
                "yes, mother of 86",
                "vulnerability",
                ["ASK_CHILDREN_VULN"],
                ["vulnerability", "needed"],
                recorded_by=[["mother", "mum"]],
            ),
            "earlier": _fact("Shed entered last month", None, ["ASK_HISTORY"], ["needed"]),
            "gone": _fact("no", "in_progress", ["ASK_SUSPECT_NOW"], ["release"]),
            "worse": _fact("He has lit a fire", None, (), ["upgrade"], recorded_by=[["fire"]]),
            "unclear": _fact(
                "two or three", "suspects", ["ASK_HOW_MANY"], unconfirmed=True, recorded_by=[["two", "three"]]
            ),
        },
        "twists": [
            {"id": "leave", "when": {"after": "90s"}, "says": ["Gone."]},
            {"id": "help-comes", "when": {"after": "200s"}, "says": ["Here."], "release": True},
        ],
        "questions": [
            {"id": "how-long", "says": ["How long?"], "when": {"after": "60s"}, "answered_by": ["EXPL_TIME"]}
        ],
        "records": {
            "previous": [{"id": "log-1", "title": "HM-0142 Shed"}],
            "pnc": [
                {"id": "pnc-ours", "title": "Van", "markers": ["Violent"]},
                {"id": "pnc-stranger", "title": "Stranger", "party": False},
            ],
        },
        "accepts": {
            "grade": ["immediate"],
            "category": ["burglary dwelling"],
            "advice": ["stay hidden"],
            "escalations": ["inspector"],
            "requests": [{"agency": "ambulance", "since": "hurt", "within": "60s"}],
            "look_ups": ["previous"],
            "closing": {"category": ["burglary_dwelling"], "qualifiers": ["repeat"], "result": ["referred"]},
            "handover": ["address", "crowbar"],
            "signposts": ["victim_support"],
            "purposes": ["live_incident"],
            "restrict": ["restricted"],
        },
        "never": {"advice": ["go downstairs"], "outcomes": ["resolution"], "ask": ["ASK_ALCOHOL_DRUGS"]},
        "stay_on_line_until": "help-comes",
        "marking": [
            {"point": p} for p in ("V01", "V02", "A01", "A09", "A14", "G01", "G02", "G04", "M01", "R03", "R05", "R06")
        ],
    }
)

REQUEST = Scenario.model_validate(
    {
        "id": "request-test",
        "title": "T",
        "family": "confidentiality",
        "plan": _PLAN,
        "opening": ["Hello."],
        "caller": {**_CALLER, "name": "Neil Farrow", "role": "third party", "claims": "Her husband, an officer"},
        "channel": {"kind": "101", "number": "07700 900258"},
        "facts": {
            "wants": _fact("Her address", None, ["ASK_OUTCOME_WANTED"], ["essential"]),
            "name": _fact("Neil Farrow", "name", ["ASK_PERSON_DETAILS:name"]),
            "subject": _fact("Joanna Farrow", "subject", ["ASK_WHO_SUSPECT"]),
        },
        "restricted": [
            {
                "id": "her_address",
                "value": "42 Tern Walk, Ravensholt",
                "phrases": ["moved to Ravensholt"],
                "entitled": ["officer_in_case"],
            },
            {"id": "informant", "value": "Priya Hallam"},
        ],
        "presses": [
            {"id": "husband", "asks_for": ["her_address"], "says": ["Where is she?"]},
            {"id": "flowers", "asks_for": ["her_address"], "says": ["What area?"], "disguised": True},
            {"id": "who-told", "asks_for": ["informant"], "says": ["Who rang?"]},
        ],
        "questions": [
            {
                "id": "why-ask",
                "says": ["Why do you need that?"],
                "when": {"after": "10s"},
                "answered_by": ["DP_EXPLAIN_USE"],
            }
        ],
        "verification": {
            "request": "third_party",
            "items": {"full_name": {"fact": "name", "held": "Joanna Farrow"}},
            "genuine": False,
        },
        "records": {"previous": [{"id": "log-her", "title": "HM-0207 Her report", "markers": ["No disclosure"]}]},
        "accepts": {
            "grade": ["resolution", "scheduled"],
            "routes": ["legal"],
            "restrict": ["restricted"],
            "referrals": ["victim_support"],
            "signposts": ["solicitor"],
        },
        "marking": [{"point": p} for p in ("V06", "V08", "C01", "C02", "C03", "C05", "G01", "M01")],
    }
)

MEMBER = Scenario.model_validate(
    {
        "id": "member-test",
        "title": "T",
        "family": "access",
        "plan": _PLAN,
        "caller": _CALLER,
        "opening": ["Hello."],
        "channel": {"kind": "desk_phone", "desk": "ticket", "number": "07700 900174"},
        "facts": {
            "full_name": _fact("Ellen Marsh", "name", ["VER_ASK_ITEM:full_name"]),
            "number": _fact("4471902", "member_number", ["VER_ASK_ITEM:member_number"], kind="text"),
            "postcode": _fact("EL2 9RF", None, ["VER_ASK_ITEM:postcode"], kind="postcode"),
            "new_address": _fact("31 Weir Gardens", "address", ["ASK_PERSON_DETAILS:address"], kind="text"),
        },
        "verification": {
            "request": "reset",
            "genuine": True,
            "items": {
                "full_name": {"fact": "full_name", "held": "Ellen Marsh"},
                "member_number": {"fact": "number", "held": "4471902"},
                "postcode": {"fact": "postcode", "held": "HM5 1SB"},
            },
        },
        "presses": [{"id": "hurry", "asks_for": ["link"], "says": ["Just do it."]}],
        "restricted": [{"id": "link", "value": "HM5 1SB"}],
        "records": {
            "members": [
                {"id": "m-ours", "title": "Marsh, Ellen", "editable": ["address"], "markers": ["Ask twice"]},
                {"id": "m-other", "title": "Marsh, Helen", "decoy": True, "party": False},
            ]
        },
        "accepts": {
            "records": ["m-ours"],
            "reset_channels": ["registered_device"],
            "category": ["account access"],
            "updates": [{"record": "m-ours", "field": "address", "fact": "new_address"}],
        },
        "marking": [{"point": p} for p in ("V06", "V07", "V10", "V11", "V12", "V13", "C06", "A02", "M01")],
    }
)

# The intruder's call by somebody who cannot speak freely; and one in which questions about the missing bring facts.
QUIET = INTRUDER.model_copy(update={"caller": INTRUDER.caller.model_copy(update={"can_speak_freely": False})})
_OF_THE_MISSING = {
    name: INTRUDER.facts[name].model_copy(
        update={"told_when": INTRUDER.facts[name].told_when.model_copy(update={"asked": ("ASK_MISSING_SET",)})}
    )
    for name in ("earlier", "hurt")
}
MISSING = INTRUDER.model_copy(update={"facts": {**INTRUDER.facts, **_OF_THE_MISSING}})

CALLS = (INTRUDER, REQUEST, MEMBER)
