"""A participant without LiveKit's own libraries: aiortc for the media, and signalling by hand over `/rtc/v1`."""

import asyncio
import base64
import fractions
import urllib.parse

import numpy
from aiortc import AudioStreamTrack, RTCPeerConnection, RTCSessionDescription
from av import AudioFrame, AudioResampler
from livekit.protocol import models, rtc as protocol
from websockets.asyncio.client import connect

import sdk


class Tone(AudioStreamTrack):
    """An endless tone, 20 ms at a time and in real time."""

    def __init__(self, frequency):
        super().__init__()
        self.sound = sdk.tone(frequency)
        self.position = 0
        self.start = None

    async def recv(self):
        loop = asyncio.get_running_loop()
        self.start = self.start or loop.time()
        await asyncio.sleep(max(0, self.start + self.position / sdk.RATE - loop.time()))
        frame = AudioFrame.from_ndarray(next(self.sound).reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = sdk.RATE
        frame.pts = self.position
        frame.time_base = fractions.Fraction(1, sdk.RATE)
        self.position += frame.samples
        return frame


class PlainClient(sdk.Ears):
    """One participant. What it hears is kept under the name of the track, not of the participant."""

    def __init__(self, identity, frequency):
        super().__init__()
        self.identity = identity
        self.peer = RTCPeerConnection()
        self.tone = Tone(frequency)
        self.received = asyncio.Queue()
        self.offers = 0
        self.tasks = []
        self.peer.on("track", lambda track: self.tasks.append(asyncio.ensure_future(self._listen(track))))
        self.channels = {label: self.peer.createDataChannel(label, **options) for label, options in [
            ("_reliable", {}), ("_lossy", {"ordered": False, "maxRetransmits": 0})]}
        for channel in self.channels.values():
            channel.on("message", self._message)

    async def join(self, url, room):
        self.peer.addTransceiver(self.tone, "sendonly")
        self.peer.addTransceiver("audio", "recvonly")
        track = protocol.AddTrackRequest(cid=self.tone.id, name="tone", type=models.AUDIO, source=models.MICROPHONE)
        request = protocol.JoinRequest(
            client_info=models.ClientInfo(protocol=16), publisher_offer=await self._offer(),
            connection_settings=protocol.ConnectionSettings(auto_subscribe=True), add_track_requests=[track])
        wrapped = protocol.WrappedJoinRequest(join_request=request.SerializeToString())
        query = urllib.parse.urlencode({
            "access_token": sdk.token(self.identity, room),
            "join_request": base64.urlsafe_b64encode(wrapped.SerializeToString()).decode()})
        self.socket = await connect(f"{url.rstrip('/')}/rtc/v1?{query}", max_size=None)
        self.tasks.append(asyncio.ensure_future(self._signals()))
        await sdk.until(lambda: self.peer.connectionState == "connected", 20, "the connection")
        await sdk.until(lambda: self.channels["_reliable"].readyState == "open", 10, "the data channel")
        return self

    async def leave(self):
        await self.socket.send(protocol.SignalRequest(leave=protocol.LeaveRequest()).SerializeToString())
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.peer.close()
        await self.socket.close()

    def send(self, payload, topic=""):
        packet = models.DataPacket(user=models.UserPacket(payload=payload, topic=topic), sequence=1)
        self.channels["_reliable"].send(packet.SerializeToString())

    async def _offer(self):
        await self.peer.setLocalDescription(await self.peer.createOffer())
        self.offers += 1
        return protocol.SessionDescription(type="offer", sdp=self.peer.localDescription.sdp, id=self.offers)

    async def _signals(self):
        async for message in self.socket:
            response = protocol.SignalResponse.FromString(message)
            kind = response.WhichOneof("message")
            if kind == "answer":
                await self.peer.setRemoteDescription(RTCSessionDescription(response.answer.sdp, "answer"))
            elif kind == "media_sections_requirement":
                for _ in range(response.media_sections_requirement.num_audios):
                    self.peer.addTransceiver("audio", "recvonly")
                await self.socket.send(protocol.SignalRequest(offer=await self._offer()).SerializeToString())

    async def _listen(self, track):
        resampler = AudioResampler("s16", "mono", sdk.RATE)
        pieces = self.heard.setdefault("all", [])
        while True:
            for frame in resampler.resample(await track.recv()):
                sound = frame.to_ndarray().reshape(-1)
                pieces.extend(sound[at:at + 480] for at in range(0, len(sound), 480))

    def _message(self, message):
        packet = models.DataPacket.FromString(message)
        if packet.WhichOneof("value") == "user":
            self.received.put_nowait(packet)
