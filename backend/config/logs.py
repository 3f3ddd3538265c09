"""Logs as JSON lines: one line an event whatever the message holds, so no text from outside can forge a line."""

import json
import logging
import re
from datetime import UTC, datetime

SECRETS = re.compile(r"(act\.|rft\.|clt\.)[\w!*.\-~%]+|(upload_token=)[^&\s\"'\\]+")


class JsonLines(logging.Formatter):
    """Format a record as one JSON object: at, level, logger, message and, if any, the error."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return SECRETS.sub(r"\1\2***", json.dumps(entry, ensure_ascii=True))
