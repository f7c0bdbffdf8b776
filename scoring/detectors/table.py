"""Which function decides which marking point, and which points still await the events they rest on."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scoring.detectors import (
    accuracy,
    adapting,
    closing,
    codes,
    collecting,
    communication,
    confidentiality,
    control,
    duress,
    feeling,
    grading,
    identity,
    reassessing,
    record,
    response,
    risk,
    safeguarding,
    session,
    silences,
    verification,
)
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings

Detector = Callable[[Reading, Settings], Finding]

DETECTORS: Mapping[str, Detector] = MappingProxyType(
    {
        "V01": verification.v01, "V02": verification.v02, "V03": verification.v03, "V04": verification.v04,
        "V05": verification.v05, "V06": identity.v06, "V07": identity.v07, "V08": identity.v08,
        "V09": identity.v09, "V10": identity.v10, "V11": identity.v11, "V12": identity.v12,
        "V13": identity.v13, "V14": identity.v14, "V15": verification.v15, "V16": verification.v16,
        "V17": verification.v17,
        "A01": accuracy.a01, "A02": accuracy.a02, "A03": accuracy.a03, "A04": accuracy.a04,
        "A05": accuracy.a05, "A06": accuracy.a06, "A07": accuracy.a07, "A08": accuracy.a08,
        "A09": accuracy.a09, "A10": record.a10, "A11": record.a11, "A12": record.a12,
        "A13": record.a13, "A14": record.a14, "A15": record.a15, "A16": codes.a16,
        "A17": codes.a17, "A18": codes.a18, "A19": codes.a19, "A20": record.a20,
        "A21": record.a21, "A22": codes.a22, "A23": record.a23,
        "C01": confidentiality.c01, "C02": confidentiality.c02, "C03": confidentiality.c03,
        "C04": confidentiality.c04, "C05": confidentiality.c05, "C06": confidentiality.c06,
        "C07": collecting.c07, "C08": collecting.c08, "C09": collecting.c09,
        "C10": confidentiality.c10, "C11": confidentiality.c11, "C12": confidentiality.c12,
        "C13": confidentiality.c13, "C14": confidentiality.c14, "C15": confidentiality.c15,
        "C16": confidentiality.c16, "C17": confidentiality.c17,
        "G01": grading.g01, "G02": grading.g02, "G03": grading.g03, "G04": grading.g04, "G05": grading.g05,
        "G06": grading.g06, "G07": grading.g07, "G09": response.g09, "G10": response.g10, "G13": response.g13,
        "G14": response.g14, "G15": response.g15, "G16": response.g16,
        "M01": communication.m01, "M02": communication.m02, "M03": communication.m03, "M04": control.m04,
        "M05": feeling.m05, "M06": communication.m06, "M07": adapting.m07, "M08": communication.m08,
        "M09": communication.m09, "M10": communication.m10, "M11": communication.m11, "M12": closing.m12,
        "M13": silences.m13, "M14": communication.m14, "M15": closing.m15, "M16": closing.m16,
        "M17": closing.m17, "M18": closing.m18, "M19": feeling.m19, "M20": closing.m20, "M21": closing.m21,
        "R01": risk.r01, "R02": risk.r02, "R03": risk.r03, "R04": risk.r04, "R05": risk.r05, "R06": risk.r06,
        "R07": duress.r07, "R08": duress.r08, "R09": safeguarding.r09, "R10": risk.r10, "R11": risk.r11,
        "R12": safeguarding.r12, "R13": safeguarding.r13, "R14": safeguarding.r14, "R15": safeguarding.r15,
        "R16": safeguarding.r16, "R17": safeguarding.r17, "R18": safeguarding.r18, "R19": safeguarding.r19,
        "R20": safeguarding.r20, "R21": safeguarding.r21, "R22": reassessing.r22, "R23": safeguarding.r23,
        "R24": safeguarding.r24, "R25": safeguarding.r25, "R26": risk.r26,
        "S03": session.s03, "S04": session.s04,
    }
)  # fmt: skip

AWAITING: Mapping[str, str] = MappingProxyType(
    {
        "G08": "it compares runs of sibling scenarios, and marking sees one run",
        "G11": "no event records the Right Care Right Person decision yet",
        "G12": "no event records the missing-person risk level yet",
        "S01": "no event records that a promised call-back was done by its time",
        "S02": "no event records which waiting contact was taken first",
        "S05": "no event records that feedback was asked for or answered",
        "S06": "no event records a reflection, and marking sees one run",
        "S07": "no event records an outage and its paper forms",
    }
)
