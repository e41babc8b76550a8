import Contract
import Foundation
import Peer
import Room
import RoomServer
import Simulation
import SwiftProtobuf
import Testing
import Timing
import Token

@Suite("What an administrator can do to participants") struct AdministrationTests {
    private struct Call {
        let house: SimulatedHouse
        let alice: SimulatedGuest
        let bob: SimulatedGuest
        let cid: String

        init() throws {
            house = try SimulatedHouse()
            alice = try house.guest("alice")
            bob = try house.guest("bob", topology: .dual)
            cid = alice.room.publishAudio(name: "microphone", now: house.clock.now)
            for guest in [alice, bob] { guest.room.connect(now: house.clock.now) }
            house.run(for: .seconds(1))
        }

        func say(_ byte: UInt8) {
            alice.room.send(OutgoingFrame([byte]), track: cid, now: house.clock.now)
            house.run(for: .seconds(1))
        }
    }

    @Test("a muted track is heard no more, and its publisher is told")
    func muting() throws {
        let call = try Call()
        call.say(1)
        let request = Livekit_MuteRoomTrackRequest.with {
            $0.room = "room"
            $0.identity = "alice"
            $0.trackSid = call.alice.published[0]
            $0.muted = true
        }
        let track = call.house.board.mute(request)
        #expect(track?.muted == true)
        call.say(2)
        #expect(call.bob.heard == [[1]])
        #expect(call.alice.events.contains { if case .muteRequested(_, true) = $0 { true } else { false } })
        let nothing = call.house.board.mute(Livekit_MuteRoomTrackRequest())
        #expect(nothing == nil)
    }

    @Test("a subscription is ended and begun from outside")
    func subscriptions() throws {
        let call = try Call()
        for isWanted in [false, true] {
            let request = Livekit_UpdateSubscriptionsRequest.with {
                $0.room = "room"
                $0.identity = "bob"
                $0.trackSids = call.alice.published
                $0.subscribe = isWanted
            }
            let isKnown = call.house.board.updateSubscriptions(request)
            #expect(isKnown)
            call.house.run(for: .seconds(1))
            call.say(isWanted ? 2 : 1)
        }
        #expect(call.bob.heard == [[2]])
    }

    @Test("who loses the right to publish is heard no more")
    func permission() throws {
        let call = try Call()
        let request = Livekit_UpdateParticipantRequest.with {
            $0.room = "room"
            $0.identity = "alice"
            $0.name = "Alice"
            $0.permission.canSubscribe = true
        }
        let info = call.house.board.updateParticipant(request)
        #expect(info?.name == "Alice")
        call.house.run(for: .seconds(1))
        call.say(1)
        #expect(call.bob.heard.isEmpty)
        #expect(call.bob.ended.map(\.sid) == call.alice.published)
    }

    @Test("data from the server reaches whom it names", arguments: [[], ["bob"], ["nobody"]])
    func data(names: [String]) throws {
        let call = try Call()
        let request = Livekit_SendDataRequest.with {
            $0.room = "room"
            $0.data = Data([7])
            $0.destinationIdentities = names
        }
        let isKnown = call.house.board.sendData(request)
        #expect(isKnown)
        call.house.run(for: .seconds(1))
        #expect(call.alice.data.map(\.payload) == (names.isEmpty ? [[7]] : []))
        #expect(call.bob.data.map(\.payload) == (names == ["nobody"] ? [] : [[7]]))
    }
}
