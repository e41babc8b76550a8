import Access
import ControlAPI
import Document
import Store
import Supervision
import Surface
import Testing

/// Every operation × every role × an own, a foreign and an absent session: made from the surface, so that no route is forgotten.
@Suite("Who may do what", .timeLimit(.minutes(5)))
struct RightsMatrixTests {
    /// Streams stay open; they are tried where they are made.
    private static let operations = Surface.operations.filter { $0.rate != .stream }
    private static let voice = VoiceAccess(url: "ws://127.0.0.1:1", apiKey: "devkey", apiSecret: "secret")

    @Test("without a token, or with what is none, nobody is let in")
    func strangers() async throws {
        try await RunningServer.with(voice: Self.voice, mode: .users) { server in
            try await server.session("sess_own")
            for operation in Self.operations {
                guard case .roles = operation.access else { continue }
                let sample = SampleRequest(operation: operation, session: "sess_own")
                for headers in [[:], ["Authorization": "Bearer abc"], ["Authorization": "Basic YTpi"]] {
                    let answer = try await server.send(sample, as: headers)
                    #expect(answer.status == 401, "\(operation.name)")
                    #expect(answer.json["code"] == "unauthenticated", "\(operation.name)")
                }
            }
        }
    }

    @Test("a role that an operation is not for gets 403, whatever it is about", arguments: Role.allCases)
    func forbidden(role: Role) async throws {
        try await RunningServer.with(voice: Self.voice, mode: .users) { server in
            let people = try await People(server.gatekeeper)
            try await server.session("sess_own", owner: people.id(role))
            let headers = role == .caller ? People.caller(of: "sess_own", server.gatekeeper) : people.bearer(role)
            let granted = role == .caller ? Permission.ofCallerToken : Permission.granted(to: role)
            for operation in Self.operations {
                guard case .roles(let roles, let grant) = operation.access else { continue }
                guard !roles.contains(role) || !granted.map(\.rawValue).contains(grant) else { continue }
                for session in ["sess_own", "sess_absent"] {
                    let sample = SampleRequest(operation: operation, session: session)
                    let answer = try await server.send(sample, as: headers)
                    #expect(answer.status == 403, "\(operation.name) \(session)")
                }
            }
        }
    }

    @Test("what is another's is as if it were not there", arguments: [Role.caller, .operator, .supervisor])
    func foreign(role: Role) async throws {
        try await RunningServer.with(voice: Self.voice, mode: .users) { server in
            let people = try await People(server.gatekeeper)
            try await server.session("sess_foreign", owner: "somebody else")
            let headers = role == .caller ? People.caller(of: "sess_own", server.gatekeeper) : people.bearer(role)
            for operation in Self.operations where Self.isFor(role, operation) {
                guard SampleRequest(operation: operation, session: "").namesSession else { continue }
                let foreign = try await server.send(
                    SampleRequest(operation: operation, session: "sess_foreign"), as: headers)
                let absent = try await server.send(
                    SampleRequest(operation: operation, session: "sess_absentt"), as: headers)
                #expect(foreign.status == 404, "\(operation.name): \(foreign.text)")
                #expect(absent.status == 404, "\(operation.name)")
                #expect(foreign.json["detail"] == absent.json["detail"], "\(operation.name)")
            }
        }
    }

    @Test("what is one's own is answered as the surface says", arguments: [Role.caller, .supervisor, .admin])
    func own(role: Role) async throws {
        try await RunningServer.with(voice: Self.voice, mode: .users) { server in
            let people = try await People(server.gatekeeper)
            try await server.session("sess_own", owner: role == .caller ? nil : people.id(role))
            let headers = role == .caller ? People.caller(of: "sess_own", server.gatekeeper) : people.bearer(role)
            for operation in Self.operations where Self.isFor(role, operation) {
                let sample = SampleRequest(operation: operation, session: "sess_own")
                let answer = try await server.send(sample, as: headers)
                let allowed = operation.answers.map(\.status) + operation.allProblems.map(\.status)
                #expect(allowed.contains(answer.status), "\(operation.name): \(answer.status) \(answer.text)")
                #expect(![401, 403, 500].contains(answer.status), "\(operation.name): \(answer.text)")
                if sample.namesAbsence || operation.name == "getState" { continue }
                #expect(answer.status != 404, "\(operation.name): \(answer.text)")
                Self.check(answer, operation)
            }
        }
    }

    @Test("a key without the grant may not, whatever its role is")
    func ungranted() async throws {
        try await RunningServer.with(mode: .users) { server in
            var wish = APIKeyWish(name: "narrow", role: .admin)
            wish.scopes = ["audit:read"]
            let key = try await server.gatekeeper.makeKey(wish, by: .system)
            let headers = ["Authorization": "Bearer \(key.secret.revealed)"]
            for operation in Self.operations where Self.isFor(.admin, operation) {
                guard case .roles(_, let grant) = operation.access, grant != "audit:read" else { continue }
                let sample = SampleRequest(operation: operation, session: "sess_own")
                #expect(try await server.send(sample, as: headers).status == 403, "\(operation.name)")
            }
            #expect(try await server.request("GET", "/api/audit", headers: headers).status == 200)
        }
    }

    private static func isFor(_ role: Role, _ operation: Operation) -> Bool {
        guard case .roles(let roles, let grant) = operation.access, roles.contains(role) else { return false }
        let granted = role == .caller ? Permission.ofCallerToken : Permission.granted(to: role)
        return granted.map(\.rawValue).contains(grant)
    }

    /// The body is what the surface says of that status.
    private static func check(_ answer: Answer, _ operation: Operation) {
        if answer.status >= 400 {
            #expect(answer.headers["content-type"] == "application/problem+json", "\(operation.name)")
            let codes = operation.allProblems.map(\.rawValue)
            #expect(codes.contains(answer.json["code"]?.string ?? ""), "\(operation.name): \(answer.text)")
            for key in ["type", "title", "status", "detail", "code", "instance", "request_id"] {
                #expect(answer.json[key] != nil, "\(operation.name) \(key)")
            }
        } else if let schema = operation.answers.first(where: { $0.status == answer.status })?.schema {
            #expect(schema.problems(in: answer.json).isEmpty, "\(operation.name): \(schema.problems(in: answer.json))")
        }
    }
}
