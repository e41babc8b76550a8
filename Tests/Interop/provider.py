"""A provider of engines, as OpenAI's and Deepgram's references describe theirs. It writes down what it is asked."""

import asyncio
import json
import math
import struct
import threading

from aiohttp import WSMsgType, web

RATE = 24000
HEARD = "how much is an oil change"


def tone(seconds):
    """A voice without words: bare samples."""
    return b"".join(struct.pack("<h", int(8000 * math.sin(index / 9))) for index in range(int(RATE * seconds)))


class Provider:
    """`requests` holds (endpoint, body) in the order they came: JSON as it was read, a form as its fields, and for a
    socket its query; `messages` holds (endpoint, message) of its sockets, sound as its length."""

    def __init__(self):
        self.requests = []
        self.messages = []
        self.answers = []
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._serve(), self.loop).result(10)

    async def _serve(self):
        app = web.Application(client_max_size=1 << 26)
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_post("/v1/audio/transcriptions", self._transcribe)
        app.router.add_post("/v1/audio/speech", self._speech)
        app.router.add_get("/v1/listen", self._listen)
        app.router.add_get("/v1/speak", self._speak)
        self.runner = web.AppRunner(app)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        return site._server.sockets[0].getsockname()[1]

    def close(self):
        asyncio.run_coroutine_threadsafe(self.runner.cleanup(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)

    def asked(self, endpoint):
        return [body for name, body in self.requests if name == endpoint]

    def told(self, endpoint):
        """The text messages on an endpoint's sockets, as JSON."""
        return [json.loads(message) for name, message in self.messages if name == endpoint and isinstance(message, str)]

    # OpenAI's form

    async def _chat(self, request):
        self.requests.append(("chat/completions", await request.json()))
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await answer.prepare(request)
        head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        usage = {"prompt_tokens": 40, "completion_tokens": 3, "total_tokens": 43}
        choice = {"index": 0, "delta": {"role": "assistant", "content": '{"intent": "other"}'}, "finish_reason": None}
        for event in [
            {**head, "choices": [choice]},
            {**head, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
            {**head, "choices": [], "usage": usage},
        ]:
            self.answers.append(("chat/completions", event))
            await answer.write(f"data: {json.dumps(event)}\n\n".encode())
        await answer.write(b"data: [DONE]\n\n")
        return answer

    async def _transcribe(self, request):
        fields = {}
        async for part in await request.multipart():
            assert part.name not in fields, part.name
            fields[part.name] = await part.read() if part.filename else await part.text()
        self.requests.append(("audio/transcriptions", fields))
        answer = {"text": HEARD}
        self.answers.append(("audio/transcriptions", answer))
        return web.json_response(answer)

    async def _speech(self, request):
        self.requests.append(("audio/speech", await request.json()))
        return web.Response(body=tone(0.4), content_type="audio/pcm")

    # Deepgram's

    async def _listen(self, request):
        self.requests.append(("listen", dict(request.query)))
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        heard = told = 0
        async for message in socket:
            if message.type == WSMsgType.BINARY:
                heard += len(message.data)
                self.messages.append(("listen", len(message.data)))
                continue
            self.messages.append(("listen", message.data))
            if json.loads(message.data)["type"] != "Finalize":
                continue
            start, told = told, heard
            # Nobody says anything in less than half a second.
            words = HEARD if told - start > 16000 else ""
            result = {
                "type": "Results", "channel_index": [0, 1], "start": start / 32000, "duration": (told - start) / 32000,
                "is_final": True, "speech_final": True, "from_finalize": True,
                "channel": {"alternatives": [{"transcript": words, "confidence": 0.9, "words": []}]},
                "metadata": {"request_id": "r", "model_uuid": "m",
                             "model_info": {"name": "nova-3", "version": "1", "arch": "nova"}},
            }
            self.answers.append(("listen", result))
            await socket.send_json(result)
        return socket

    async def _speak(self, request):
        self.requests.append(("speak", dict(request.query)))
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        number = 0
        async for message in socket:
            self.messages.append(("speak", message.data))
            kind = json.loads(message.data)["type"]
            if kind == "Flush":
                await socket.send_bytes(tone(0.4))
            if kind in ("Flush", "Clear"):
                number += 1
                answer = {"type": {"Flush": "Flushed", "Clear": "Cleared"}[kind], "sequence_id": number}
                self.answers.append(("speak", answer))
                await socket.send_json(answer)
        return socket
