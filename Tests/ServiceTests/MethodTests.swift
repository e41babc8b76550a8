import Contract
import Foundation
import NIOCore
import NIOHTTP1
import Service
import SwiftProtobuf
import Testing
import Token

@Suite("Methods of the HTTP API", .timeLimit(.minutes(1)))
struct MethodTests {
    /// The grants and the time to live of the token that came with a request.
    private func grants(_ request: ScriptedAPI.Request) throws -> VideoGrant {
        let field = try #require(request.headers.first(name: "authorization"))
        let token = String(try #require(field.split(separator: " ").last))
        return try #require(try AccessToken.verify(token, now: Date()) { _ in "secret" }.video)
    }

    /// Checks one call: its method, its body, and that its token allows to administer room `r` and nothing else.
    private func expect(
        _ method: String, _ body: String, answer: String = "{}", _ call: (ServiceConnection) async throws -> Void
    ) async throws {
        let api = try await ScriptedAPI(answer: answer)
        try await call(
            try ServiceConnection(url: api.url, credentials: APICredentials(key: "key", secret: "secret")))
        let request = try #require(api.requests.first)
        #expect(request.uri == "POST /twirp/livekit.\(method)")
        #expect(request.body == body)
        var expected = VideoGrant()
        expected.roomAdmin = true
        expected.room = "r"
        #expect(try grants(request) == expected)
    }

    @Test("a participant is looked up")
    func participant() async throws {
        let answer = #"{"identity":"ann","permission":{"hidden":true}}"#
        try await expect("RoomService/GetParticipant", #"{"room":"r","identity":"ann"}"#, answer: answer) {
            let ann = try await RoomService($0).participant("ann", in: "r")
            #expect(ann.identity == "ann" && ann.permission.hidden)
        }
    }

    @Test("a participant's name, attributes and permission are set")
    func updateParticipant() async throws {
        let body =
            #"{"room":"r","identity":"ann","permission":{"can_subscribe":true},"name":"Ann","attributes":{"a":""}}"#
        try await expect("RoomService/UpdateParticipant", body, answer: #"{"name":"Ann"}"#) {
            let ann = try await RoomService($0).updateParticipant(
                .with {
                    $0.room = "r"
                    $0.identity = "ann"
                    $0.name = "Ann"
                    $0.attributes = ["a": ""]
                    $0.permission.canSubscribe = true
                })
            #expect(ann.name == "Ann")
        }
    }

    @Test("a track is muted")
    func mute() async throws {
        let body = #"{"room":"r","identity":"ann","track_sid":"TR_1","muted":true}"#
        try await expect("RoomService/MutePublishedTrack", body, answer: #"{"track":{"sid":"TR_1","muted":true}}"#) {
            let track = try await RoomService($0).setMuted(true, track: "TR_1", of: "ann", in: "r")
            #expect(track.muted)
        }
    }

    @Test("subscriptions are changed")
    func subscriptions() async throws {
        let body = #"{"room":"r","identity":"ann","track_sids":["TR_1"],"subscribe":true}"#
        try await expect("RoomService/UpdateSubscriptions", body) {
            try await RoomService($0).updateSubscriptions(
                .with {
                    $0.room = "r"
                    $0.identity = "ann"
                    $0.trackSids = ["TR_1"]
                    $0.subscribe = true
                })
        }
    }

    @Test("a room's metadata are set")
    func metadata() async throws {
        let answer = #"{"name":"r","metadata":"m"}"#
        try await expect("RoomService/UpdateRoomMetadata", #"{"room":"r","metadata":"m"}"#, answer: answer) {
            let room = try await RoomService($0).updateMetadata("m", of: "r")
            #expect(room.metadata == "m")
        }
    }

    @Test("a participant's method is called, with ten seconds to answer when nobody says otherwise")
    func performRPC() async throws {
        for (limit, told) in [(UInt32(0), 10_000), (700, 700)] {
            let body =
                #"{"room":"r","destination_identity":"ann","method":"ping","payload":"1","response_timeout_ms":\#(told)}"#
            try await expect("RoomService/PerformRpc", body, answer: #"{"payload":"pong"}"#) {
                let answer = try await RoomService($0).performRPC(
                    .with {
                        $0.room = "r"
                        $0.destinationIdentity = "ann"
                        $0.method = "ping"
                        $0.payload = "1"
                        $0.responseTimeoutMs = limit
                    })
                #expect(answer == "pong")
            }
        }
    }

    @Test("a participant that takes its time is waited for longer than a server")
    func slowRPC() async throws {
        let api = try await ScriptedAPI(answer: #"{"payload":"late"}"#, delay: .milliseconds(400))
        let service = RoomService(
            try ServiceConnection(
                url: api.url, credentials: APICredentials(key: "key", secret: "secret"), timeout: .milliseconds(200)))
        let request = Livekit_PerformRpcRequest.with { $0.responseTimeoutMs = 50_000 }
        #expect(try await service.performRPC(request) == "late")
        await #expect(throws: ServiceError.timedOut) { try await service.listRooms() }
    }

    @Test("one dispatch is looked up")
    func listDispatch() async throws {
        let answer = #"{"agent_dispatches":[{"id":"AD_1"}]}"#
        try await expect("AgentDispatchService/ListDispatch", #"{"dispatch_id":"AD_1","room":"r"}"#, answer: answer) {
            let dispatches = try await AgentDispatchService($0).listDispatches(in: "r", id: "AD_1")
            #expect(dispatches.map(\.id) == ["AD_1"])
        }
    }
}
