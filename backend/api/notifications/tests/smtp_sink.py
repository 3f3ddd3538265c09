"""A mail server on this machine that keeps what it is given, and can be told to refuse."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from django.test import override_settings


@dataclass
class MailServer:
    """`taken` are the e-mails it accepted; while `refuses` it answers 451 to every one."""

    port: int = 0
    refuses: bool = False
    taken: list[EmailMessage] = field(default_factory=list)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run one, and have Django send to it."""
    state = MailServer()

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 sink")
            while line := self.rfile.readline():
                word = line.split()[0].upper() if line.split() else b""
                if word == b"DATA" and state.refuses:
                    self.say("451 come back later")
                elif word == b"DATA":
                    self.take()
                elif word == b"QUIT":
                    return self.say("221 bye")
                else:
                    self.say("250 ok")
            return None

        def take(self) -> None:
            self.say("354 go on")
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line)
            mail = message_from_bytes(b"".join(lines), policy=policy.default)
            assert isinstance(mail, EmailMessage)
            state.taken.append(mail)
            self.say("250 taken")

        def say(self, text: str) -> None:
            self.wfile.write(f"{text}\r\n".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        state.port = server.server_address[1]
        smtp = "django.core.mail.backends.smtp.EmailBackend"
        with override_settings(EMAIL_BACKEND=smtp, EMAIL_HOST="127.0.0.1", EMAIL_PORT=state.port, EMAIL_TIMEOUT=5):
            yield state
        server.shutdown()
        thread.join(5)
