import Contract
import NIOCore
import NIOHTTP1
import Service
import SwiftProtobuf
import Testing

@Suite("Trying again", .timeLimit(.minutes(1)))
struct RetryTests {
    private func service(_ api: ScriptedAPI) throws -> RoomService {
        var retry = ServiceRetry()
        retry.pause = .milliseconds(1)
        return RoomService(
            try ServiceConnection(
                url: api.url, credentials: APICredentials(key: "key", secret: "secret"), retry: retry))
    }

    @Test("a call that may be repeated survives two lost connections")
    func survives() async throws {
        let api = try await ScriptedAPI(answer: #"{"rooms":[{"name":"a"}]}"#, hangingUp: 2)
        #expect(try await service(api).listRooms().map(\.name) == ["a"])
        #expect(api.requests.count == 3)
    }

    @Test("three lost connections are enough")
    func givesUp() async throws {
        let api = try await ScriptedAPI(answer: "{}", hangingUp: 9)
        let error = await #expect(throws: ServiceError.self) { try await service(api).listRooms() }
        guard case .unreachable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(api.requests.count == 3)
    }

    @Test("what may not happen twice is tried once")
    func once() async throws {
        let api = try await ScriptedAPI(answer: "{}", hangingUp: 1)
        await #expect(throws: ServiceError.self) { try await service(api).deleteRoom("r") }
        #expect(api.requests.count == 1)
        await #expect(throws: Never.self) { try await service(api).sendData(.with { $0.room = "r" }) }
    }

    @Test("a refusal is an answer, and is not asked for again", arguments: [401, 404, 503])
    func refusals(_ status: Int) async throws {
        let api = try await ScriptedAPI(status: status, answer: #"{"code":"unavailable","msg":"no"}"#)
        await #expect(throws: ServiceError.twirp(code: .unavailable, message: "no")) {
            try await service(api).listRooms()
        }
        #expect(api.requests.count == 1)
    }
}
