"""The peer of the row `talking`: a livekit-agents worker with engines that cost nothing.

    livekit_agents_load.py start     with LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET and SOUND in the environment

SOUND names a file of raw 16-bit mono at 16 kHz: what the synthesiser says to every text. Recogniser and language model answer
at once. Voice activity detection is the network that comes with livekit-agents; everything else is at its defaults. Prints
`ready` when it takes calls. The callers, the server and the measuring are those of Parley's own row. Made for livekit-agents
1.8.9; no other package is needed.
"""

import os

from livekit import agents
from livekit.agents import llm, stt, tts

RATE = 16_000
WORDS = "what are your opening hours"
ANSWER = "We are open Monday to Friday from eight to six and Saturday from nine to four"


class Recognizer(stt.STT):
    def __init__(self):
        super().__init__(capabilities=stt.STTCapabilities(streaming=False, interim_results=False))

    async def _recognize_impl(self, buffer, *, language=None, conn_options=None):
        words = stt.SpeechData(language="en", text=WORDS)
        return stt.SpeechEvent(type=stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives=[words])


class Model(llm.LLM):
    def chat(self, *, chat_ctx, tools=None, conn_options=agents.DEFAULT_API_CONNECT_OPTIONS, **_):
        return Words(self, chat_ctx=chat_ctx, tools=tools or [], conn_options=conn_options)


class Words(llm.LLMStream):
    async def _run(self):
        delta = llm.ChoiceDelta(role="assistant", content=ANSWER)
        self._event_ch.send_nowait(llm.ChatChunk(id="answer", delta=delta))


class Synthesizer(tts.TTS):
    def __init__(self, sound):
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=False), sample_rate=RATE, num_channels=1)
        self.sound = sound

    def synthesize(self, text, *, conn_options=agents.DEFAULT_API_CONNECT_OPTIONS):
        return Sound(tts=self, input_text=text, conn_options=conn_options)


class Sound(tts.ChunkedStream):
    async def _run(self, output_emitter):
        output_emitter.initialize(
            request_id="sound", sample_rate=RATE, num_channels=1, mime_type="audio/pcm")
        output_emitter.push(self._tts.sound)
        output_emitter.flush()


def sound():
    with open(os.environ["SOUND"], "rb") as file:
        return file.read()


class Agent(agents.Agent):
    def __init__(self):
        super().__init__(instructions="")

    async def on_enter(self):
        self.session.say(ANSWER)


server = agents.AgentServer(load_threshold=float("inf"), port=0)
SOUND = sound()


@server.rtc_session()
async def entry(job: agents.JobContext):
    session = agents.AgentSession(
        stt=Recognizer(), llm=Model(), tts=Synthesizer(SOUND), turn_handling={"turn_detection": "vad"})
    await session.start(agent=Agent(), room=job.room)


if __name__ == "__main__":
    server.on("worker_registered", lambda *_: print("ready", flush=True))
    agents.cli.run_app(server)
