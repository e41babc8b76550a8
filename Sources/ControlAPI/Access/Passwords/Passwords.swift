import Threads

/// Digests and compares passwords, on threads of its own: each takes 32 MiB and tens of milliseconds.
///
/// Two at once, 64 more wait, for ten seconds at most; who comes then is told `overloaded`.
package final class Passwords: Sendable {
    /// Characters.
    package static let shortest = 10
    /// Bytes; more would only be work.
    package static let longest = 1024

    private let threads: ServiceThreads<Void>
    private let cost: ScryptCost
    /// Compared with when nobody has the address, so that an answer takes as long either way.
    private let decoy: PasswordHash?

    package convenience init() { self.init(cost: .standard) }

    init(cost: ScryptCost) {
        threads = ServiceThreads(name: "password", threads: 2, capacity: 64, patience: .seconds(10)) {}
        self.cost = cost
        decoy = PasswordHash(
            "$scrypt$ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)$c2FsdHNhbHRzYWx0c2FsdA$"
                + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    }

    /// The digest to store. Throws `invalid` for a password that is too short or too long.
    package func hash(_ password: Redacted<String>) async throws(AccessError) -> String {
        let text = password.revealed
        guard text.count >= Self.shortest else { throw .invalid("password: it needs \(Self.shortest) characters") }
        guard text.utf8.count <= Self.longest else { throw .invalid("password: it is too long") }
        let made = try await perform { [cost] in PasswordHash(of: text, cost: cost)?.text }
        guard let made else { throw .overloaded }
        return made
    }

    /// What a comparison gave.
    struct Match: Sendable {
        let isRight: Bool
        /// Whether the digest should be made anew.
        let isOutdated: Bool
    }

    /// Compares a password with a stored digest; with none, it is wrong, after as long.
    func compare(_ password: Redacted<String>, with stored: String?) async throws(AccessError) -> Match {
        let text = password.revealed
        guard text.utf8.count <= Self.longest else { return Match(isRight: false, isOutdated: false) }
        let known = stored.flatMap { PasswordHash($0) }
        return try await perform { [decoy, cost] in
            guard let known else {
                _ = decoy?.matches(text)
                return Match(isRight: false, isOutdated: false)
            }
            return Match(isRight: known.matches(text), isOutdated: known.cost != cost)
        }
    }

    private func perform<Value: Sendable>(_ job: @escaping @Sendable () -> Value) async throws(AccessError) -> Value {
        do { return try await threads.run { _ in job() } } catch { throw .overloaded }
    }
}
