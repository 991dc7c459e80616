"""What all records have in common, and names by language."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from explainer.content.model.marks import Meaning
from explainer.content.model.scalars import Copy, LanguageField, Text


class Record(BaseModel):
    """Settings of every part of a record: no field that is not known, nothing changed later.

    A check over several fields stands at the last of them and looks at those before it that are
    sound (`info.data`), so that all mistakes of a record are found in one run.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Name(Record):
    """A name by language: `ar` always, others where they are known for certain."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)
    __pydantic_extra__: dict[LanguageField, Text]

    ar: Annotated[
        Copy,
        Meaning(
            label="بالعربية",
            help="الاسم بالعربية، كما يظهر في الصفحات",
            en="The name in Arabic, as pages show it",
            sample="الاسم",
        ),
    ]
    en: Annotated[
        Text | None,
        Meaning(
            label="بالإنجليزية",
            help="الاسم بالإنجليزية؛ ولكل لغة أخرى رمزها، مثل fr",
            en="The name in English; another language has its code, such as fr",
            sample="Name",
        ),
    ] = None

    def others(self) -> list[tuple[str, str]]:
        """List (language, name) of every language but Arabic."""
        named = {"en": self.en, **(self.__pydantic_extra__ or {})}
        return [(language, name) for language, name in named.items() if name]
