"""The official Python SDK (PyPI `livekit`) in rooms of the room server, and as a caller of the agent."""

import asyncio

import pytest
from livekit import api

import sdk


def test_two_clients_hear_each_other_and_exchange_data(dev):
    async def scenario():
        async with sdk.clients(dev.livekit, "sdk-pair", "alice", "bob") as (alice, bob):
            await alice.publish(sdk.tone(440))
            await bob.publish(sdk.tone(1000))
            await sdk.until(lambda: bob.is_louder("alice", 1000, 1), 20, "bob hears alice")
            await sdk.until(lambda: alice.is_louder("bob", 1000, 1), 20, "alice hears bob")
            assert abs(bob.pitch("alice") - 440) < 5
            assert abs(alice.pitch("bob") - 1000) < 5

            await alice.room.local_participant.publish_data(b"reliable", reliable=True, topic="t")
            packet = await asyncio.wait_for(bob.data.get(), 10)
            assert (packet.data, packet.topic, packet.participant.identity) == (b"reliable", "t", "alice")

            await bob.room.local_participant.publish_data(b"lossy", reliable=False)
            packet = await asyncio.wait_for(alice.data.get(), 10)
            assert packet.data == b"lossy" and packet.participant.identity == "bob"

            text = "Grüße, " + "a long story; " * 4000
            await alice.room.local_participant.send_text(text, topic="chat")
            assert await asyncio.wait_for(bob.texts.get(), 10) == ("alice", text, "chat")

    asyncio.run(scenario())


def test_data_for_one_reaches_nobody_else(dev):
    async def scenario():
        async with sdk.clients(dev.livekit, "sdk-three", "alice", "bob", "carol") as (alice, bob, carol):
            send = alice.room.local_participant.publish_data
            await send(b"for bob", destination_identities=["bob"])
            await send(b"for all")
            assert (await asyncio.wait_for(bob.data.get(), 10)).data == b"for bob"
            assert (await asyncio.wait_for(bob.data.get(), 10)).data == b"for all"
            assert (await asyncio.wait_for(carol.data.get(), 10)).data == b"for all"

    asyncio.run(scenario())


def test_who_comes_late_hears_what_is_already_published(dev):
    async def scenario():
        async with sdk.clients(dev.livekit, "sdk-late", "alice") as (alice,):
            await alice.publish(sdk.tone(600))
            await asyncio.sleep(1)
            async with sdk.clients(dev.livekit, "sdk-late", "bob") as (bob,):
                await sdk.until(lambda: bob.is_louder("alice", 1000, 1), 20, "bob hears alice")
                assert abs(bob.pitch("alice") - 600) < 5

    asyncio.run(scenario())


def test_muting_is_seen_and_heard(dev):
    async def scenario():
        async with sdk.clients(dev.livekit, "sdk-mute", "alice", "bob") as (alice, bob):
            publication = await alice.publish(sdk.tone(440))
            await sdk.until(lambda: bob.is_louder("alice", 1000), 20, "bob hears alice")
            muted = asyncio.Event()
            bob.room.on("track_muted", lambda participant, track: muted.set())
            publication.track.mute()
            await asyncio.wait_for(muted.wait(), 10)
            await sdk.until(lambda: bob.is_silent("alice"), 10, "silence")

    asyncio.run(scenario())


def test_a_second_session_of_an_identity_replaces_the_first(dev):
    async def scenario():
        async with sdk.clients(dev.livekit, "sdk-twice", "alice") as (first,):
            gone = asyncio.Event()
            first.room.on("disconnected", lambda *_: gone.set())
            async with sdk.clients(dev.livekit, "sdk-twice", "alice"):
                await asyncio.wait_for(gone.wait(), 10)

    asyncio.run(scenario())


def test_the_room_service_answers_the_official_client(dev):
    async def scenario():
        async with sdk.clients(dev.livekit, "sdk-service", "alice", "bob") as (alice, bob):
            service = api.LiveKitAPI(dev.livekit.replace("ws://", "http://"), sdk.KEY, sdk.SECRET)
            try:
                rooms = await service.room.list_rooms(api.ListRoomsRequest(names=["sdk-service"]))
                assert [room.name for room in rooms.rooms] == ["sdk-service"]
                request = api.ListParticipantsRequest(room="sdk-service")
                present = {person.identity for person in (await service.room.list_participants(request)).participants}
                assert {"alice", "bob"} <= present
                gone = asyncio.Event()
                bob.room.on("disconnected", lambda *_: gone.set())
                await service.room.remove_participant(
                    api.RoomParticipantIdentity(room="sdk-service", identity="bob"))
                await asyncio.wait_for(gone.wait(), 10)
                ended = asyncio.Event()
                alice.room.on("disconnected", lambda *_: ended.set())
                await service.room.delete_room(api.DeleteRoomRequest(room="sdk-service"))
                await asyncio.wait_for(ended.wait(), 10)
            finally:
                await service.aclose()

    asyncio.run(scenario())


@pytest.mark.parametrize("secret", ["wrong", "x" * 64])
def test_a_token_with_a_wrong_signature_is_refused(dev, secret, monkeypatch):
    async def scenario():
        monkeypatch.setattr(sdk, "SECRET", secret)
        with pytest.raises(Exception, match="(?i)unauthorized|401|invalid"):
            async with sdk.clients(dev.livekit, "sdk-refused", "mallory"):
                pass

    asyncio.run(scenario())


def test_a_caller_asks_for_the_opening_hours(dev, recording):
    async def scenario():
        async with sdk.clients(dev.livekit, "sdk-caller", "caller") as (caller,):
            await caller.publish(None, rate=16000)
            agent = await the_agent(caller)
            await sdk.until(lambda: said(caller, agent, "riverside motors"), 30, "the greeting's transcript")
            await sdk.until(lambda: caller.is_louder(agent, 300, 0.3), 15, "the greeting's sound")
            await sdk.until(lambda: caller.is_silent(agent, 0.8), 20, "the end of the greeting")
            caller.sound = sdk.speech(recording("opening-hours"))
            await sdk.until(lambda: said(caller, "caller", "opening hours"), 30, "the caller's transcript")
            await sdk.until(lambda: caller.is_louder(agent, 300, 0.3), 20, "the answer's sound")
            await sdk.until(lambda: said(caller, agent, "monday to friday"), 30, "the answer's transcript")

    asyncio.run(scenario())


async def the_agent(client):
    """The agent's identity, once it is heard."""
    await sdk.until(lambda: client.heard, 30, "the agent's track")
    return next(iter(client.heard))


def said(client, identity, words):
    """Whether a finished transcript of somebody holds these words."""
    return any(who == identity and words in text.lower() for who, text, _ in client.lines)
