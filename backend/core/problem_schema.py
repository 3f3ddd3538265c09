"""The shape of every refusal, for the OpenAPI document."""

from ninja import Schema


class ProblemField(Schema):
    """What is wrong with one field."""

    field: str
    message: str
    code: str


class Problem(Schema):
    """RFC 9457 problem details, with a stable `code` for programs and a sentence for people in `detail`."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    errors: list[ProblemField]


# What any operation behind the sign-in may answer, to be merged into its `response=`.
REFUSALS: dict[int, type[Schema]] = {
    400: Problem,
    401: Problem,
    404: Problem,
    409: Problem,
    422: Problem,
    429: Problem,
}
