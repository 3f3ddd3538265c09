"""The one kind of error that reaches a person: a code for programs and a sentence for people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field; `field` is its dotted path in the request, such as `publications.0.privacy_level`."""

    field: str
    message: str
    code: str = "invalid"


class DomainError(Exception):
    """
    A request that was understood and refused; `config/api.py` turns it into RFC 9457 problem JSON.

    Subclasses stand beside what raises them and set `code` (stable, for programs) and `status` (HTTP).
    """

    code = "refused"
    status = 400
    title = "The request was refused"

    def __init__(self, detail: str, *, errors: tuple[FieldError, ...] = (), retry_after_s: int | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = errors
        self.retry_after_s = retry_after_s


class NotFound(DomainError):
    """Unknown, or somebody else's: the answer is the same for both."""

    code, status, title = "not_found", 404, "Not found"

    def __init__(self, detail: str = "There is nothing at this address.") -> None:
        super().__init__(detail)


class Invalid(DomainError):
    """One or more fields of the request cannot be accepted."""

    code, status, title = "validation_failed", 422, "Some fields need your attention"

    @classmethod
    def at(cls, field: str, message: str, *, code: str = "invalid") -> "Invalid":
        """Return the refusal of a single field; its code becomes the code of the whole answer."""
        error = cls(message, errors=(FieldError(field, message, code),))
        error.code = code
        return error
