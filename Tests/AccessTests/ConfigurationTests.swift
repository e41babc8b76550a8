import Foundation
import Supervision
import Testing

@testable import Access

@Suite("Settings") struct ConfigurationTests {
    private let secret = String(repeating: "s", count: 32)

    private func read(
        _ environment: [String: String], isLoopback: Bool = false, folder: String = "/nonexistent"
    ) throws -> AccessConfiguration {
        try AccessConfiguration.fromEnvironment(environment, isLoopback: isLoopback, folder: folder)
    }

    @Test("nobody has to prove anything on this machine, and everybody elsewhere")
    func modes() throws {
        #expect(try read(["PARLEY_AUTH_SECRET": secret], isLoopback: true).mode == .open)
        #expect(try read(["PARLEY_AUTH_SECRET": secret]).mode == .users)
        #expect(try read(["PARLEY_AUTH_SECRET": secret, "AUTH_MODE": "users"], isLoopback: true).mode == .users)
        #expect(throws: AccessError.self) { try read(["PARLEY_AUTH_SECRET": secret, "AUTH_MODE": "open"]) }
        #expect(throws: AccessError.self) { try read(["PARLEY_AUTH_SECRET": secret, "AUTH_MODE": "none"]) }
    }

    @Test("a secret of less than 32 bytes is refused, and its text is told nobody")
    func shortSecret() {
        let short = "only-thirty-one-bytes-long-sss"
        #expect(throws: AccessError.self) { try read(["PARLEY_AUTH_SECRET": short]) }
        do { _ = try read(["PARLEY_AUTH_SECRET": short]) } catch { #expect(!"\(error)".contains(short)) }
    }

    @Test("a secret can come from a file, and a first admin's password too")
    func files() async throws {
        try await TemporaryFolder.use { folder in
            try secret.appending("\n").write(toFile: folder + "/secret", atomically: true, encoding: .utf8)
            try "correct horse\n".write(toFile: folder + "/password", atomically: true, encoding: .utf8)
            let configuration = try read([
                "PARLEY_AUTH_SECRET_FILE": folder + "/secret", "PARLEY_ADMIN_EMAIL": "Ann@example.com",
                "PARLEY_ADMIN_PASSWORD_FILE": folder + "/password",
            ])
            #expect(configuration.firstAdmin?.email.text == "ann@example.com")
            #expect(configuration.firstAdmin?.password.revealed == "correct horse")
            let direct = try read(["PARLEY_AUTH_SECRET": secret])
            #expect(direct.secret.sign([1]) == configuration.secret.sign([1]))
            #expect(throws: AccessError.self) { try read(["PARLEY_AUTH_SECRET_FILE": folder + "/nothing"]) }
            #expect(throws: AccessError.self) {
                try read(["PARLEY_AUTH_SECRET": secret, "PARLEY_ADMIN_EMAIL": "ann@example.com"])
            }
        }
    }

    @Test("without a secret one is made, kept for the owner alone, and the same for all who start at once")
    func kept() async throws {
        try await TemporaryFolder.use { folder in
            let place = folder + "/data/auth-secret"
            let signatures = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<8 { group.addTask { try SigningSecret.kept(in: place).sign([1, 2, 3]) } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(signatures.count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/data") == ["auth-secret"])
            let attributes = try FileManager.default.attributesOfItem(atPath: place)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place)
            #expect(throws: AccessError.self) { try SigningSecret.kept(in: place) }
        }
    }

    @Test("a kept secret that is cut or spoilt is refused, not used")
    func spoilt() async throws {
        try await TemporaryFolder.use { folder in
            let place = folder + "/auth-secret"
            for text in ["", "short", "not base64url !!!"] {
                _ = FileManager.default.createFile(
                    atPath: place, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
                #expect(throws: AccessError.self) { try SigningSecret.kept(in: place) }
            }
        }
    }

    @Test("an issuer elsewhere needs a name, an audience and a safe address")
    func issuer() throws {
        var environment = [
            "PARLEY_AUTH_SECRET": secret, "AUTH_MODE": "jwks", "AUTH_ISSUER": "https://issuer.example",
            "AUTH_AUDIENCE": "parley", "AUTH_JWKS_URL": "https://issuer.example/jwks",
            "AUTH_ROLES": "boss=admin, lead = supervisor", "AUTH_ROLE_CLAIM": "realm_access.roles",
        ]
        let issuer = try #require(try read(environment).issuers.first)
        #expect(issuer.roles == ["boss": .admin, "lead": .supervisor])
        #expect(issuer.roleClaim == "realm_access.roles")
        for (name, value) in [
            ("AUTH_ROLES", "boss"), ("AUTH_ROLES", "boss=caller"), ("AUTH_JWKS_URL", "http://issuer.example/jwks"),
            ("AUTH_ISSUER", ""), ("AUTH_AUDIENCE", ""), ("AUTH_JWKS_URL", ""),
        ] {
            let right = environment[name]
            environment[name] = value
            #expect(throws: AccessError.self) { try read(environment) }
            environment[name] = right
        }
    }
}
