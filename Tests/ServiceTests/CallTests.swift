import Contract
import Foundation
import NIOCore
import NIOHTTP1
import Service
import SwiftProtobuf
import Testing
import Token

@Suite("Calls of the HTTP API", .timeLimit(.minutes(1)))
struct CallTests {
    private static let secret = "a-secret-of-some-length"

    private func connection(_ api: ScriptedAPI, base: String = "") throws -> ServiceConnection {
        try ServiceConnection(url: api.url + base, credentials: APICredentials(key: "key", secret: Self.secret))
    }

    /// The grants of the token that came with a request.
    private func grants(_ request: ScriptedAPI.Request) throws -> VideoGrant {
        let field = try #require(request.headers.first(name: "authorization"))
        let token = String(try #require(field.split(separator: " ").last))
        let claims = try AccessToken.verify(token, now: Date()) { $0 == "key" ? Self.secret : nil }
        let lifetime = try #require(claims.expiry).timeIntervalSinceNow
        #expect(lifetime <= 60)
        #expect(claims.identity.isEmpty)
        return try #require(claims.video)
    }

    @Test("a room is made with snake-case JSON and a token that may only make rooms")
    func createRoom() async throws {
        let answer = #"{"sid":"RM_1","name":"r","creation_time":"1795246104","num_participants":0,"enabled_codecs":[]}"#
        let api = try await ScriptedAPI(answer: answer)
        let room = try await RoomService(try connection(api)).createRoom(
            .with {
                $0.name = "r"
                $0.emptyTimeout = 60
                $0.agents = [.with { $0.agentName = "lex" }]
            })
        #expect(room.sid == "RM_1")
        #expect(room.creationTime == 1_795_246_104)
        let request = try #require(api.requests.first)
        #expect(request.uri == "POST /twirp/livekit.RoomService/CreateRoom")
        #expect(request.headers.first(name: "content-type") == "application/json")
        #expect(request.body == #"{"name":"r","empty_timeout":60,"agents":[{"agent_name":"lex"}]}"#)
        var expected = VideoGrant()
        expected.roomCreate = true
        #expect(try grants(request) == expected)
    }

    @Test("rooms are listed, by name or all")
    func listRooms() async throws {
        let api = try await ScriptedAPI(answer: #"{"rooms":[{"name":"a"},{"name":"b"}]}"#)
        let service = RoomService(try connection(api))
        #expect(try await service.listRooms().map(\.name) == ["a", "b"])
        _ = try await service.listRooms(named: ["a"])
        #expect(api.requests.map(\.body) == ["{}", #"{"names":["a"]}"#])
        var expected = VideoGrant()
        expected.roomList = true
        #expect(try grants(try #require(api.requests.first)) == expected)
    }

    @Test("participants are listed and removed with a token for that room alone")
    func participants() async throws {
        let api = try await ScriptedAPI(
            answer: #"{"participants":[{"identity":"ann","state":"ACTIVE","kind":"AGENT","joined_at":"1795246104"}]}"#)
        let service = RoomService(try connection(api))
        let found = try await service.listParticipants(in: "r")
        #expect(found.first?.state == .active)
        #expect(found.first?.kind == .agent)
        try await service.removeParticipant("ann", from: "r")
        let request = try #require(api.requests.last)
        #expect(request.uri == "POST /twirp/livekit.RoomService/RemoveParticipant")
        #expect(request.body == #"{"room":"r","identity":"ann"}"#)
        var expected = VideoGrant()
        expected.roomAdmin = true
        expected.room = "r"
        #expect(try grants(request) == expected)
    }

    @Test("a room is deleted, and data is sent as base64")
    func deleteAndSend() async throws {
        let api = try await ScriptedAPI(answer: "{}")
        let service = RoomService(try connection(api))
        try await service.deleteRoom("r")
        try await service.sendData(
            .with {
                $0.room = "r"
                $0.data = Data([1, 2, 3])
                $0.topic = "t"
            })
        try await service.sendData(
            .with {
                $0.room = "r"
                $0.nonce = Data([7])
            })
        let bodies = api.requests.map(\.body)
        #expect(bodies.first == #"{"room":"r"}"#)
        let start = #"{"room":"r","data":"AQID","topic":"t","nonce":""#
        // Sixteen random bytes are 24 letters.
        #expect(bodies[1].hasPrefix(start) && bodies[1].count == start.count + 24 + 2)
        #expect(bodies.last == #"{"room":"r","nonce":"Bw=="}"#)
    }

    @Test("an agent is dispatched, listed and withdrawn")
    func dispatch() async throws {
        let api = try await ScriptedAPI(answer: #"{"id":"AD_1","agent_name":"lex","state":{"jobs":[]}}"#)
        let service = AgentDispatchService(try connection(api))
        let dispatch = try await service.createDispatch(
            .with {
                $0.agentName = "lex"
                $0.room = "r"
                $0.metadata = #"{"a":1}"#
            })
        #expect(dispatch.id == "AD_1")
        try await service.deleteDispatch("AD_1", in: "r")
        _ = try await service.listDispatches(in: "r")
        #expect(
            api.requests.map(\.uri) == [
                "POST /twirp/livekit.AgentDispatchService/CreateDispatch",
                "POST /twirp/livekit.AgentDispatchService/DeleteDispatch",
                "POST /twirp/livekit.AgentDispatchService/ListDispatch",
            ])
        #expect(api.requests.first?.body == #"{"agent_name":"lex","room":"r","metadata":"{\"a\":1}"}"#)
        #expect(try grants(try #require(api.requests.first)).roomAdmin)
    }

    @Test("fields and enumeration values of a newer server are left out")
    func newerServer() async throws {
        let api = try await ScriptedAPI(
            answer: #"{"participants":[{"identity":"ann","kind":"HOLOGRAM","aura":{"hue":[1]}}],"next":null}"#)
        let found = try await RoomService(try connection(api)).listParticipants(in: "r")
        #expect(found.first?.identity == "ann")
    }

    @Test("a base path of the server is kept")
    func basePath() async throws {
        let api = try await ScriptedAPI(answer: "{}")
        _ = try await RoomService(try connection(api, base: "/livekit/")).listRooms()
        #expect(api.requests.first?.uri == "POST /livekit/twirp/livekit.RoomService/ListRooms")
    }

    @Test("a body of a megabyte goes out whole, without waiting for permission")
    func largeBody() async throws {
        let api = try await ScriptedAPI(answer: "{}")
        let metadata = String(repeating: "m", count: 1 << 20)
        let start = ContinuousClock.now
        _ = try await RoomService(try connection(api)).createRoom(.with { $0.metadata = metadata })
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(api.requests.first?.body.count == metadata.count + 15)
    }

    @Test("calls at the same time get their own answers")
    func concurrent() async throws {
        let api = try await ScriptedAPI(answer: #"{"rooms":[{"name":"a"}]}"#, delay: .milliseconds(20))
        let service = RoomService(try connection(api))
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await service.listRooms().count } }
            for try await count in group { #expect(count == 1) }
        }
        #expect(api.requests.count == 20)
    }
}
