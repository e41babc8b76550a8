import Contract
import RoomServer
import Simulation
import SwiftProtobuf
import Testing
import Timing
import Token

@Suite("What a client believes is compared with what is") struct BeliefTests {
    @Test("one that has published what nobody here knows must start anew")
    func unknownTrack() throws {
        let house = try SimulatedHouse()
        let guest = try RawGuest(house, connection: ConnectionID(number: 7))
        guest.send(.syncState(Livekit_SyncState()))
        #expect(guest.leaves.isEmpty)
        let published = Livekit_TrackPublishedResponse.with { $0.track.sid = "TR_AMunknown" }
        guest.send(.syncState(.with { $0.publishTracks = [published] }))
        #expect(guest.leaves.map(\.action) == [.reconnect])
        #expect(guest.leaves.map(\.reason) == [.stateMismatch])
    }

    @Test("one that resumes what is not there is sent away to start anew", arguments: ["PA_unknown", ""])
    func unknownSession(sid: String) throws {
        let house = try SimulatedHouse()
        let connection = ConnectionID(number: 7)
        let request = GuestRequest(
            path: "/rtc", query: ["reconnect": "1", "sid": sid], token: try house.token("alice", grant: .join("room")))
        house.board.enter(try house.board.admit(request), on: connection)
        house.drain()
        let replies = (house.workerInbox[connection] ?? []).compactMap {
            try? Livekit_SignalResponse(serializedBytes: $0)
        }
        #expect(replies.map(\.leave.action) == [.reconnect])
        #expect(house.board.tableSizes.allSatisfy { $0.value == 0 }, "\(house.board.tableSizes)")
    }

    @Test("everybody is given a token to come back with")
    func token() throws {
        let house = try SimulatedHouse()
        let guest = try RawGuest(house, connection: ConnectionID(number: 7), identity: "alice")
        let token = try #require(guest.tokens.last)
        let claims = try house.board.verify(token)
        #expect(claims.identity == "alice" && claims.video?.room == "room" && claims.video?.roomJoin == true)
    }

    @Test(
        "attributes that one may not give oneself are refused, and such that cannot be read", arguments: ["e30", "%%%"])
    func attributes(text: String) throws {
        let house = try SimulatedHouse()
        let token = try house.token("alice", grant: .join("room"))
        let empty = GuestRequest(path: "/rtc", query: ["attributes": text], token: token)
        if text == "e30" {
            #expect(throws: Never.self) { try house.board.admit(empty) }
            let own = GuestRequest(path: "/rtc", query: ["attributes": "eyJhIjoiYiJ9"], token: token)
            #expect(throws: JoinRefusal.self) { try house.board.admit(own) }
        } else {
            #expect(throws: JoinRefusal.badRequest("attributes cannot be decoded")) { try house.board.admit(empty) }
        }
    }
}
