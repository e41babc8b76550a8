"""The official Python SDK over one peer connection and over two: sound, data, streams and remote procedures.

These run twice, with the newest SDK and with the last one that joins over two connections by itself."""

import asyncio

import pytest
from livekit import rtc

import sdk

pytestmark = pytest.mark.parametrize("single", [True, False], ids=["one connection", "two connections"])


def pair(dev, room, single):
    return sdk.clients(dev.livekit, f"{room}-{single}", "alice", "bob", single_peer_connection=single)


def test_sound_and_data(dev, single):
    async def scenario():
        async with pair(dev, "sound", single) as (alice, bob):
            await alice.publish(sdk.tone(440))
            await bob.publish(sdk.tone(1000))
            await sdk.until(lambda: bob.is_louder("alice", 1000, 1), 20, "bob hears alice")
            await sdk.until(lambda: alice.is_louder("bob", 1000, 1), 20, "alice hears bob")
            assert abs(bob.pitch("alice") - 440) < 5
            assert abs(alice.pitch("bob") - 1000) < 5
            for payload, is_reliable in [(b"reliable", True), (b"lossy", False)]:
                await alice.room.local_participant.publish_data(payload, reliable=is_reliable, topic="t")
                packet = await asyncio.wait_for(bob.data.get(), 10)
                assert (packet.data, packet.topic, packet.participant.identity) == (payload, "t", "alice")

    asyncio.run(scenario())


def test_texts_and_files(dev, single, tmp_path):
    async def scenario():
        async with pair(dev, "streams", single) as (alice, bob):
            received = asyncio.Queue()

            async def read(reader):
                content = b"".join([piece async for piece in reader])
                received.put_nowait((reader.info.name, reader.info.attributes, content))

            bob.room.register_byte_stream_handler(
                "files", lambda reader, identity: bob.tasks.append(asyncio.ensure_future(read(reader))))
            text = "Grüße, " + "a long story; " * 4000
            await alice.room.local_participant.send_text(text, topic="chat")
            assert await asyncio.wait_for(bob.texts.get(), 10) == ("alice", text, "chat")

            content = bytes(range(256)) * 400
            writer = await alice.room.local_participant.stream_bytes(
                "report.bin", total_size=len(content), topic="files", attributes={"kind": "report"})
            await writer.write(content)
            await writer.aclose()
            name, attributes, arrived = await asyncio.wait_for(received.get(), 20)
            assert (name, arrived) == ("report.bin", content) and attributes["kind"] == "report"

    asyncio.run(scenario())


def test_procedures_of_each_other(dev, single):
    async def scenario():
        async with pair(dev, "rpc", single) as (alice, bob):
            for client in (alice, bob):
                async def greet(call, name=client.identity):
                    if call.payload == "refuse":
                        raise rtc.RpcError(1234, "not today", "because")
                    return f"{name} greets {call.caller_identity}: {call.payload}"

                client.room.local_participant.register_rpc_method("greet", greet)
            for caller, other in [(alice, "bob"), (bob, "alice")]:
                call = caller.room.local_participant.perform_rpc
                answer = await asyncio.wait_for(
                    call(destination_identity=other, method="greet", payload="hello"), 15)
                assert answer == f"{other} greets {caller.identity}: hello"
                with pytest.raises(rtc.RpcError) as refused:
                    await asyncio.wait_for(call(destination_identity=other, method="greet", payload="refuse"), 15)
                assert (refused.value.code, refused.value.message, refused.value.data) == (1234, "not today", "because")
                with pytest.raises(rtc.RpcError) as missing:
                    await asyncio.wait_for(call(destination_identity=other, method="unknown", payload=""), 15)
                assert missing.value.code == rtc.RpcError.ErrorCode.UNSUPPORTED_METHOD

    asyncio.run(scenario())
