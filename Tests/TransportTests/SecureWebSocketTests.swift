import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Testing
import Transport

@Suite("WebSockets over TLS", .timeLimit(.minutes(1)))
struct SecureWebSocketTests {
    /// A key and a self-signed certificate for `localhost`, made by the system's `openssl` for one test.
    private struct Identity {
        let certificate: String
        let key: String

        init(host: String) throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            certificate = folder.appending(path: "certificate.pem").path
            key = folder.appending(path: "key.pem").path
            let openssl = Process()
            openssl.executableURL = URL(filePath: "/usr/bin/env")
            openssl.arguments = [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=\(host)", "-addext",
                "subjectAltName=DNS:\(host)",
            ]
            openssl.standardError = FileHandle.nullDevice
            try openssl.run()
            openssl.waitUntilExit()
            try #require(openssl.terminationStatus == 0)
        }
    }

    private func connect(to host: String, certified name: String, trust: (String) -> TLSTrust) async throws -> Caller {
        let identity = try Identity(host: name)
        let server = try await ScriptedServer(.webSocket, tls: (identity.certificate, identity.key))
        return try Caller(port: server.port) {
            $0.server = ServerURL("wss://\(host):\(server.port)") ?? $0.server
            $0.trust = trust(identity.certificate)
        }
    }

    @Test("a certificate of a trusted authority opens the socket")
    func trusted() async throws {
        let caller = try await connect(to: "localhost", certified: "localhost") { .file($0) }
        #expect(await caller.next() == .opened)
        #expect(await caller.ask("hello") == .text("hello"))
    }

    @Test("a certificate nobody vouches for is refused")
    func untrusted() async throws {
        let caller = try await connect(to: "localhost", certified: "localhost") { _ in .system }
        guard case .failed(.tlsFailed) = await caller.next() else {
            Issue.record("an unknown certificate was trusted")
            return
        }
    }

    @Test("a certificate for another name is refused")
    func wrongName() async throws {
        let caller = try await connect(to: "localhost", certified: "example.org") { .file($0) }
        guard case .failed(.tlsFailed) = await caller.next() else {
            Issue.record("a certificate for another name was trusted")
            return
        }
    }

    @Test("TLS towards a server without it fails")
    func noTLS() async throws {
        let server = try await ScriptedServer(.raw("HTTP/1.1 400 Bad Request\r\n\r\n"))
        let caller = try Caller(port: server.port) {
            $0.server = ServerURL("wss://localhost:\(server.port)") ?? $0.server
        }
        guard case .failed(.tlsFailed) = await caller.next() else {
            Issue.record("plain text was taken for TLS")
            return
        }
    }
}
