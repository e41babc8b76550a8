"""A client that is neither LiveKit's nor libwebrtc's (aiortc) in a room with one that is both."""

import asyncio

import sdk
from plain import PlainClient


def test_a_plain_client_and_an_official_one_hear_each_other(dev):
    async def scenario():
        async with sdk.clients(dev.livekit, "plain", "bob") as (bob,):
            await bob.publish(sdk.tone(1000))
            plain = await PlainClient("plain", 440).join(dev.livekit, "plain")
            try:
                await sdk.until(lambda: bob.is_louder("plain", 1000, 1), 20, "bob hears the plain client")
                await sdk.until(lambda: plain.is_louder("all", 1000, 1), 20, "the plain client hears bob")
                assert abs(bob.pitch("plain") - 440) < 5
                assert abs(plain.pitch("all") - 1000) < 5

                plain.send(b"from afar", "t")
                packet = await asyncio.wait_for(bob.data.get(), 10)
                assert (packet.data, packet.topic, packet.participant.identity) == (b"from afar", "t", "plain")
                await bob.room.local_participant.publish_data(b"and back", reliable=True)
                packet = await asyncio.wait_for(plain.received.get(), 10)
                assert packet.user.payload == b"and back" and packet.participant_identity == "bob"
            finally:
                await plain.leave()

    asyncio.run(scenario())
