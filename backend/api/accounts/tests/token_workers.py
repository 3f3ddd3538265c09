"""
Processes that ask for tokens, for the tests: `python token_workers.py COUNT ACCOUNT_ID`.

One process loads Django and forks COUNT workers, each with connections of its own. On every line it reads, all of them
ask for the account's token at once; it answers with one line of JSON: what each of them got, as a SHA-256 or an error.
"""

import json
import os
import sys
from hashlib import sha256


def work(account_id: str, starts: int, answers: int) -> None:
    from api.accounts.token_services import fresh_access_token

    while os.read(starts, 1):
        try:
            told = sha256(fresh_access_token(account_id).encode()).hexdigest()  # type: ignore[arg-type]
        except Exception as error:  # noqa: BLE001 - the test wants to hear of any
            told = f"{type(error).__name__}: {error}"
        os.write(answers, (told[:200].replace("\n", " ") + "\n").encode())


def fork_workers(count: int, account_id: str) -> tuple[list[int], int]:
    answers_in, answers_out = os.pipe()
    starts: list[int] = []
    for _ in range(count):
        start_in, start_out = os.pipe()
        if os.fork() == 0:
            os.close(start_out)
            for other in starts:
                os.close(other)
            work(account_id, start_in, answers_out)
            os._exit(0)
        os.close(start_in)
        starts.append(start_out)
    return starts, answers_in


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    import django

    django.setup()
    import api.accounts.token_services  # noqa: F401 - loaded once, before the fork

    count, account_id = int(sys.argv[1]), sys.argv[2]
    starts, answers = fork_workers(count, account_id)
    say("ready")
    with os.fdopen(answers) as told:
        for _ in sys.stdin:
            for start in starts:
                os.write(start, b"1")
            say(json.dumps([told.readline().strip() for _ in starts]))


if __name__ == "__main__":
    main()
