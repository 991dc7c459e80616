"""The ids that a record had before."""

from typing import Annotated

from explainer.content.model.marks import Meaning
from explainer.content.model.scalars import Slug

Was = Annotated[
    tuple[Slug, ...],
    Meaning(
        label="معرّفات سابقة",
        help="معرّفات كانت له من قبل؛ عناوينها القديمة تقود إليه",
        en="Ids that it had before: their addresses lead to it",
        sample="[former-id]",
        one="معرّف سابق",
    ),
]
"""The field `was` of every record that has an address."""
