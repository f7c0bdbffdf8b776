"""Words for kin and for whom one lives with, each once: `mum` is `mother`; and which of them are women or men."""

_WOMEN = (
    "mother=mum=mam=mummy daughter=girl=lass wife=missus sister aunt=auntie grandmother=gran=nan girlfriend niece "
    "granddaughter"
)
_MEN = (
    "father=dad=daddy son=lad=boy husband=hubby brother uncle grandfather=grandad=granddad=grandpa boyfriend nephew "
    "grandson"
)
_EITHER = "partner ex baby child=kid cousin friend neighbour"


def _forms(words: str) -> dict[str, str]:
    return {form: forms.split("=")[0] for forms in words.split() for form in forms.split("=")}


KIN = {**_forms(_WOMEN), **_forms(_MEN), **_forms(_EITHER)}
# Alternatives of a pattern, to be put in brackets.
ANY_KIN, WOMEN, MEN = ("|".join(words) for words in (KIN, _forms(_WOMEN), _forms(_MEN)))
