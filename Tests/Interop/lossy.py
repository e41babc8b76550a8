"""A network that loses, delays and reorders: a proxy between one client and the room server, for signalling and media.

Signalling passes unharmed, but for the server's UDP candidates, in whose place the proxy puts ports of its own; those of
TCP are left out. Which datagrams are lost is decided by a seed."""

import asyncio
import random
import re
import threading

import websockets
from livekit.protocol import rtc as protocol
from websockets.asyncio.client import connect
from websockets.asyncio.server import serve

CANDIDATE = re.compile(r"(candidate:\S+ \d+ )(udp|tcp)( \d+ )(\S+) (\d+)( typ host)", re.IGNORECASE)


class Loss:
    """What happens to the datagrams of one direction."""

    def __init__(self, seed, share, delay=0.02, jitter=0.01):
        self.random = random.Random(seed)
        self.share = share
        self.delay = delay
        self.jitter = jitter
        self.passed = 0
        self.lost = 0

    def carry(self, send, datagram):
        if self.random.random() < self.share:
            self.lost += 1
            return
        self.passed += 1
        asyncio.get_running_loop().call_later(self.delay + self.random.uniform(0, self.jitter), send, datagram)


class Port(asyncio.DatagramProtocol):
    """One UDP socket, which hands what it receives to `receive`."""

    def __init__(self, receive):
        self.receive = receive

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, datagram, address):
        self.receive(datagram, address)

    def send(self, datagram, address=None):
        if not self.transport.is_closing():
            self.transport.sendto(datagram, address)


class LossyNetwork:
    """`with LossyNetwork(url, 0.05) as network:` and the client goes to `network.url`."""

    def __init__(self, server, share, seed=1):
        self.server = server.rstrip("/")
        self.up = Loss(seed, share)
        self.down = Loss(seed + 1, share)
        self.ports = {}
        self.transports = []

    def __enter__(self):
        self.loop = asyncio.new_event_loop()
        ready = threading.Event()
        self.thread = threading.Thread(target=lambda: self.loop.run_until_complete(self._run(ready)), daemon=True)
        self.thread.start()
        assert ready.wait(10), "the proxy does not start"
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.ended.set)
        self.thread.join(10)
        self.loop.close()

    async def _run(self, ready):
        self.ended = asyncio.Event()
        async with serve(self._client, "127.0.0.1", 0, max_size=None) as listener:
            self.url = f"ws://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
            ready.set()
            await self.ended.wait()
        for transport in self.transports:
            transport.close()
        await asyncio.sleep(0)

    async def _client(self, client):
        headers = {"Authorization": client.request.headers.get("Authorization", "")}
        async with connect(self.server + client.request.path, additional_headers=headers, max_size=None) as server:
            tasks = [asyncio.ensure_future(self._pass_on(client, server)),
                     asyncio.ensure_future(self._pass_back(server, client))]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _pass_on(self, client, server):
        async for message in client:
            await server.send(message)

    async def _pass_back(self, server, client):
        try:
            async for message in server:
                await client.send(await self._rewritten(message))
        except websockets.ConnectionClosed:
            pass

    async def _rewritten(self, message):
        response = protocol.SignalResponse()
        response.ParseFromString(message)
        kind = response.WhichOneof("message")
        if kind in ("answer", "offer"):
            description = getattr(response, kind)
            description.sdp = await self._with_own_ports(description.sdp)
        elif kind == "trickle":
            response.trickle.candidateInit = await self._with_own_ports(response.trickle.candidateInit)
        else:
            return message
        return response.SerializeToString()

    async def _with_own_ports(self, text):
        lines = []
        for line in text.split("\r\n"):
            found = CANDIDATE.search(line)
            if found and found[2].lower() == "tcp":
                continue
            if found:
                port = await self._port(found[4], int(found[5]))
                line = CANDIDATE.sub(rf"\g<1>\g<2>\g<3>\g<4> {port}\g<6>", line)
            lines.append(line)
        return "\r\n".join(lines)

    async def _port(self, host, port):
        """The proxy's port that stands for one of the server's."""
        if (host, port) not in self.ports:
            self.ports[host, port] = await self._open(host, port)
        return self.ports[host, port]

    async def _open(self, host, port):
        upstreams = {}

        async def upstream(client):
            transport, protocol = await self.loop.create_datagram_endpoint(
                lambda: Port(lambda datagram, _: self.down.carry(lambda it: near.send(it, client), datagram)),
                remote_addr=(host, port))
            self.transports.append(transport)
            return protocol

        def receive(datagram, client):
            if client not in upstreams:
                upstreams[client] = asyncio.ensure_future(upstream(client))
            opening = upstreams[client]
            opening.add_done_callback(lambda opened: self.up.carry(opened.result().send, datagram))

        transport, near = await self.loop.create_datagram_endpoint(lambda: Port(receive), local_addr=(host, 0))
        self.transports.append(transport)
        return transport.get_extra_info("sockname")[1]
