"""The official Python SDK as a participant: a microphone, ears, data. Every wait has a deadline."""

import asyncio
import contextlib
import os
import wave

import numpy
from livekit import api, rtc

RATE = 48000
KEY = os.environ.get("LIVEKIT_API_KEY") or "devkey"
SECRET = os.environ.get("LIVEKIT_API_SECRET") or "secret"


def token(identity, room):
    grants = api.VideoGrants(room_join=True, room=room)
    return api.AccessToken(KEY, SECRET).with_identity(identity).with_grants(grants).to_jwt()


def tone(frequency, seconds=0.02, loudness=8000):
    """An endless tone, 20 ms at a time."""
    count = int(RATE * seconds)
    position = 0
    while True:
        times = (numpy.arange(count) + position) / RATE
        yield (loudness * numpy.sin(2 * numpy.pi * frequency * times)).astype(numpy.int16)
        position += count


def speech(path):
    """A recording, 20 ms at a time at its own rate; then nothing."""
    with wave.open(path) as file:
        samples = numpy.frombuffer(file.readframes(file.getnframes()), numpy.int16)
        size = file.getframerate() // 50
    for start in range(0, len(samples) - size, size):
        yield samples[start:start + size]


class Ears:
    """What somebody heard: `heard` is what each remote participant sounded like, at 48 kHz, 10 ms at a time."""

    def __init__(self):
        self.heard = {}

    def is_louder(self, identity, level, seconds=0.5):
        """Whether the root mean square of the last part of what was heard of somebody exceeds a level."""
        sound = self.last(identity, seconds)
        return len(sound) >= seconds * RATE and self.loudness(sound) > level

    def is_silent(self, identity, seconds=0.5):
        sound = self.last(identity, seconds)
        return len(sound) >= seconds * RATE and self.loudness(sound) < 30

    @staticmethod
    def loudness(sound):
        return float(numpy.sqrt(numpy.mean(sound.astype(float) ** 2)))

    def pitch(self, identity, seconds=1.0):
        """The strongest frequency in Hz."""
        sound = self.last(identity, seconds).astype(float)
        spectrum = numpy.abs(numpy.fft.rfft(sound * numpy.hanning(len(sound))))
        return spectrum.argmax() * RATE / len(sound)

    def last(self, identity, seconds):
        pieces = self.heard.get(identity, [])[-int(seconds * 100) - 2:]
        return numpy.concatenate(pieces)[-int(seconds * RATE):] if pieces else numpy.zeros(0, numpy.int16)


class Client(Ears):
    """One participant. `texts` are finished text streams, `lines` finished transcripts."""

    def __init__(self, identity, **options):
        super().__init__()
        self.identity = identity
        self.options = rtc.RoomOptions(**options)
        self.room = rtc.Room()
        self.data = asyncio.Queue()
        self.texts = asyncio.Queue()
        self.source = None
        self.tasks = []
        self.streams = []
        self.lines = []
        self.room.on("track_subscribed", self._subscribed)
        self.room.on("data_received", self.data.put_nowait)

    async def join(self, url, room):
        for topic in ["chat", "lk.transcription"]:
            self.room.register_text_stream_handler(topic, self._text)
        await asyncio.wait_for(self.room.connect(url, token(self.identity, room), self.options), 20)
        return self

    async def leave(self):
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for stream in self.streams:
            await stream.aclose()
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.room.disconnect(), 10)
        if self.source is not None:
            await self.source.aclose()

    def _subscribed(self, track, publication, participant):
        self.heard[participant.identity] = []
        self.tasks.append(asyncio.ensure_future(self._listen(track, participant.identity)))

    async def _listen(self, track, identity):
        stream = rtc.AudioStream(track, sample_rate=RATE, num_channels=1)
        self.streams.append(stream)
        async for event in stream:
            self.heard[identity].append(numpy.frombuffer(event.frame.data, numpy.int16))

    def _text(self, reader, identity):
        self.tasks.append(asyncio.ensure_future(self._read(reader, identity)))

    async def _read(self, reader, identity):
        text = await reader.read_all()
        if reader.info.topic == "lk.transcription":
            self.lines.append((identity, text, dict(reader.info.attributes or {})))
        else:
            self.texts.put_nowait((identity, text, reader.info.topic))

    async def publish(self, sound, rate=RATE):
        """A microphone that plays `sound`, and then silence without end."""
        self.source = rtc.AudioSource(rate, 1)
        self.sound = sound
        self.rate = rate
        track = rtc.LocalAudioTrack.create_audio_track("microphone", self.source)
        options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE)
        publication = await asyncio.wait_for(self.room.local_participant.publish_track(track, options), 20)
        self.tasks.append(asyncio.ensure_future(self._play()))
        return publication

    async def _play(self):
        silence = numpy.zeros(self.rate // 50, numpy.int16)
        while True:
            frame = next(self.sound, None) if self.sound is not None else None
            frame = silence if frame is None else frame
            await self.source.capture_frame(rtc.AudioFrame(frame.tobytes(), self.rate, 1, len(frame)))


async def until(condition, seconds, what):
    """Waits for a condition."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, f"{what}: not within {seconds} s"
        await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def clients(url, room, *identities, **options):
    joined = []
    try:
        for identity in identities:
            client = Client(identity, **options)
            joined.append(client)
            await client.join(url, room)
        yield joined
    finally:
        for client in joined:
            await client.leave()
