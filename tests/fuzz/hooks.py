"""Schemathesis does not know how a piece of a file is sent (tus 1.0.0): as other bytes are."""

import schemathesis

schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
