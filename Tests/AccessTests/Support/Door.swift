import Foundation
import Store
import Supervision

@testable import Access

/// A gatekeeper with a clock of its own and passwords that are quick to digest.
final class Door: Sendable {
    /// Monday, 4 May 2026, 10:00 UTC.
    static let start = Date(timeIntervalSince1970: 1_777_888_800)
    static let password = Redacted("correct horse battery")
    static let secret = SigningSecret.random()

    let database: Database
    let keeper: Gatekeeper
    let clock: SharedClock

    init(
        _ database: Database, mode: AuthMode = .users, issuers: [IssuerKeys] = [],
        cost: ScryptCost = ScryptCost(logN: 4, blockSize: 8, parallelism: 1), at start: Date = Door.start
    ) {
        let clock = SharedClock(start)
        self.clock = clock
        self.database = database
        keeper = Gatekeeper(
            AccessConfiguration(mode: mode, secret: Self.secret), database: database, tickets: MemoryTicketStore(),
            Gatekeeper.Parts(issuers: issuers, passwords: Passwords(cost: cost), clock: { clock.now }))
    }

    func pass(_ seconds: TimeInterval) { clock.pass(seconds) }

    @discardableResult
    func add(_ email: String, _ role: Role, name: String = "Somebody") async throws -> User {
        try await keeper.addUser(
            try UserWish(email: try EmailAddress(email), name: name, role: role, password: Self.password), by: .system)
    }

    func login(_ email: String) async throws -> TokenPair {
        try await keeper.login(email: email, password: Self.password)
    }

    /// Runs the body with a door on a fresh database in memory.
    static func open(
        mode: AuthMode = .users, issuers: [IssuerKeys] = [], _ body: (Door) async throws -> Void
    ) async throws {
        let database = try Database(zone: .gmt, now: start)
        do {
            try await body(Door(database, mode: mode, issuers: issuers))
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }
}
