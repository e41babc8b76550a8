import Foundation
import Store
import Supervision
import Testing

@testable import Access

@Suite("Secrets") struct SecrecyTests {
    /// Everything that can be seen of a value: printed, debugged, dumped.
    private func seen(_ value: Any) -> String {
        var text = "\(value) \(String(reflecting: value)) "
        dump(value, to: &text)
        return text
    }

    @Test("nothing that holds a secret shows it, however it is printed")
    func hidden() async throws {
        try await Door.open { door in
            let user = try await door.add("sue@example.com", .supervisor)
            let pair = try await door.login("sue@example.com")
            let key = try await door.keeper.makeKey(APIKeyWish(name: "robot", role: .worker), by: .system)
            let caller = door.keeper.callerToken("sess_1")
            let credentials = try #require(
                try await door.database.credentials(email: user.email, in: Workspace.first))
            let word = "a secret of thirty-two bytes, yes"
            let secret = try SigningSecret(Array(word.utf8))
            let configuration = AccessConfiguration(mode: .users, secret: secret)
            let admin = FirstAdmin(email: try EmailAddress("a@b"), password: Door.password)
            let wish = try UserWish(email: try EmailAddress("a@b"), name: "A", role: .admin, password: Door.password)
            let text = [pair, key, caller, credentials, secret, configuration, admin, wish].map { seen($0) }.joined()
            let secrets = [
                pair.access.secret.revealed, pair.refresh.secret.revealed, key.secret.revealed, caller.secret.revealed,
                credentials.passwordHash ?? "", word, Door.password.revealed, "97, 32, 115, 101",
            ]
            for secret in secrets { #expect(!text.contains(secret)) }
            #expect(text.contains("(secret)"))
        }
    }

    @Test("no error shows what was given")
    func errors() async throws {
        try await Door.open { door in
            try await door.add("sue@example.com", .supervisor)
            let given = ["vw_live_hunter2hunter2", "hunter2.hunter2.hunter2", "hunter2"]
            for text in given {
                do {
                    _ = try await door.keeper.authenticate(bearer: text)
                } catch { #expect(!seen(error).contains("hunter2")) }
            }
            do {
                _ = try await door.keeper.login(email: "hunter2@example.com", password: Redacted("hunter2hunter2"))
            } catch { #expect(!seen(error).contains("hunter2")) }
        }
    }
}
