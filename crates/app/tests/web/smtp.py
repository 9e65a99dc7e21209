"""A real mail server on a free port: prints the port, then a line of JSON for every message."""

import asyncio
import email
import email.policy
import json
import sys

from aiosmtpd.smtp import SMTP


class Printer:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("manager@"):
            return "550 nobody of that name here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        line = {
            "to": envelope.rcpt_tos,
            "from": envelope.mail_from,
            "subject": str(message["subject"]),
            "text": message.get_content(),
        }
        print(json.dumps(line), flush=True)
        return "250 taken"


async def serve():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Printer()), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    # Until the test lets go of the standard input.
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(serve())
