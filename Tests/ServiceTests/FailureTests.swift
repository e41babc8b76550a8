import HTTP
import Contract
import NIOCore
import NIOHTTP1
import Service
import Testing
import Token

@Suite("Failures of the HTTP API", .timeLimit(.minutes(1)))
struct FailureTests {
    private func service(_ url: String, timeout: Duration = .seconds(50)) throws -> RoomService {
        RoomService(
            try ServiceConnection(
                url: url, credentials: APICredentials(key: "key", secret: "very-secret"), timeout: timeout))
    }

    @Test(
        "Twirp's code and message are told",
        arguments: [
            (404, "not_found", TwirpCode.notFound), (403, "permission_denied", .permissionDenied),
            (401, "unauthenticated", .unauthenticated), (500, "internal", .internalError), (418, "teapot", .unknown),
        ])
    func twirp(_ status: Int, _ name: String, _ code: TwirpCode) async throws {
        let api = try await ScriptedAPI(
            status: status, answer: #"{"code":"\#(name)","msg":"no such room","meta":{"a":"b"}}"#)
        await #expect(throws: ServiceError.twirp(code: code, message: "no such room")) {
            try await service(api.url).deleteRoom("r")
        }
    }

    @Test("a refusal in plain text keeps its status and body")
    func plainText() async throws {
        let api = try await ScriptedAPI(status: 401, answer: "invalid authorization token")
        await #expect(throws: ServiceError.http(status: 401, body: "invalid authorization token")) {
            try await service(api.url).listRooms()
        }
    }

    @Test("a redirect is not followed")
    func redirect() async throws {
        let other = try await ScriptedAPI(answer: "{}")
        let api = try await ScriptedAPI(status: 307, answer: "", headers: ["location": other.url])
        await #expect(throws: ServiceError.http(status: 307, body: "")) { try await service(api.url).listRooms() }
        #expect(other.requests.isEmpty)
    }

    @Test("an answer that is no JSON is malformed", arguments: ["", "<html>", "[]", #"{"rooms":"#])
    func malformed(_ answer: String) async throws {
        let api = try await ScriptedAPI(answer: answer)
        let error = await #expect(throws: ServiceError.self) { try await service(api.url).listRooms() }
        guard case .malformed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("an answer without end is cut")
    func tooLong() async throws {
        let api = try await ScriptedAPI(answer: String(repeating: " ", count: 11 << 20))
        await #expect(throws: ServiceError.malformed("the answer is too long")) {
            try await service(api.url).listRooms()
        }
    }

    @Test("a server that does not answer runs into the time limit")
    func timeout() async throws {
        let api = try await ScriptedAPI(answer: "{}", delay: .seconds(30))
        await #expect(throws: ServiceError.timedOut) {
            try await service(api.url, timeout: .milliseconds(100)).listRooms()
        }
    }

    @Test("a refused connection is unreachable")
    func refused() async throws {
        let api = try await ScriptedAPI(answer: "{}")
        let url = api.url
        try await api.stop()
        let error = await #expect(throws: ServiceError.self) { try await service(url).listRooms() }
        guard case .unreachable(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test(
        "what is no address of a server is refused before anything is sent",
        arguments: [
            "", "localhost:7880", "ftp://host", "http://", "http://a b", "http://host\r\nX: y", "http://user@host",
            "file:///etc",
        ])
    func address(_ url: String) {
        #expect(throws: ServiceError.unreachable("not an address of a server")) { try service(url) }
    }

    @Test(
        "a failure is told in a sentence",
        arguments: [
            ServiceError.twirp(code: .notFound, message: "no such room"), .twirp(code: .unauthenticated, message: "x"),
            .twirp(code: .permissionDenied, message: "no"), .http(status: 401, body: "<secret page>"),
            .http(status: 502, body: "<secret page>"), .unreachable("nobody"), .timedOut, .malformed("x"), .overloaded,
            .token(.missingKey),
        ])
    func sentences(_ error: ServiceError) {
        let sentence = "\(error)"
        #expect(sentence.contains(" ") && !sentence.contains("(") && !sentence.contains("page"))
        #expect(sentence.last?.isLetter == true || sentence.last?.isNumber == true)
    }

    @Test("without a secret there is no token and no call")
    func noSecret() async throws {
        let api = try await ScriptedAPI(answer: "{}")
        let service = RoomService(
            try ServiceConnection(url: api.url, credentials: APICredentials(key: "key", secret: "")))
        await #expect(throws: ServiceError.token(.missingKey)) { try await service.listRooms() }
        #expect(api.requests.isEmpty)
    }

    @Test("neither errors nor descriptions hold the secret or a token")
    func secrecy() async throws {
        let api = try await ScriptedAPI(status: 500, answer: "oops")
        let service = try service(api.url)
        let error = await #expect(throws: ServiceError.self) { try await service.listRooms() }
        var dumped = ""
        dump(service, to: &dumped)
        let token = try #require(api.requests.first?.headers.first(name: "authorization"))
        for text in ["\(service)", String(reflecting: service), String(describing: error), dumped] {
            #expect(!text.contains("very-secret"))
            #expect(!text.contains(token))
        }
    }

    @Test("more calls than may wait fail at once")
    func overload() async throws {
        let api = try await ScriptedAPI(answer: "{}", delay: .seconds(2))
        let credentials = APICredentials(key: "key", secret: "secret")
        let threads = HTTPThreads(threads: 1, capacity: 0)
        let service = RoomService(try ServiceConnection(url: api.url, credentials: credentials, threads: threads))
        async let first = service.listRooms()
        while api.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        await #expect(throws: ServiceError.overloaded) { try await service.listRooms() }
        #expect(try await first.isEmpty)
        #expect(try await service.listRooms().isEmpty)
    }
}
