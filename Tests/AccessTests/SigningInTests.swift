import Document
import Foundation
import SQL
import Store
import Supervision
import Testing

@testable import Access

@Suite("Signing in") struct SigningInTests {
    @Test("who signs in is let in for an hour, as who they are")
    func login() async throws {
        try await Door.open { door in
            let user = try await door.add("Sue@Example.com ", .supervisor, name: "Sue")
            let pair = try await door.keeper.login(email: " sue@EXAMPLE.com", password: Door.password)
            #expect(pair.user == user)
            let admission = try await door.keeper.authenticate(bearer: pair.access.secret.revealed)
            #expect(admission.principal == Principal(id: user.id, role: .supervisor, name: "Sue"))
            #expect(admission.expiresAt == Door.start.addingTimeInterval(3600))
            door.pass(3629)
            #expect(await door.keeper.standing(of: admission) == .valid)
            door.pass(1)
            #expect(await door.keeper.standing(of: admission) == .expired)
            await #expect(throws: AccessError.unauthenticated(.expired)) {
                try await door.keeper.authenticate(bearer: pair.access.secret.revealed)
            }
        }
    }

    @Test("a wrong password, an unknown address and somebody who is not active get the same answer")
    func wrong() async throws {
        try await Door.open { door in
            let user = try await door.add("sue@example.com", .supervisor)
            _ = try await door.add("ann@example.com", .admin)
            var change = UserChange()
            change.isActive = false
            let attempts = [
                ("sue@example.com", "wrong password"), ("bob@example.com", "wrong password"), ("no address", "x"),
            ]
            for (email, password) in attempts {
                await #expect(throws: AccessError.wrongCredentials) {
                    try await door.keeper.login(email: email, password: Redacted(password))
                }
            }
            _ = try await door.keeper.changeUser(user.id, change, by: .system)
            await #expect(throws: AccessError.wrongCredentials) { try await door.login("sue@example.com") }
            let failures = try await door.keeper.audit(AuditQuery(), in: Workspace.first)
                .filter { $0.entry.action == "login.failed" }
            #expect(failures.map(\.entry.target).sorted() == ["unknown", "unknown", user.id, user.id].sorted())
        }
    }

    @Test("a refresh token is good for once, and the sign-in lasts a week")
    func rotation() async throws {
        try await Door.open { door in
            try await door.add("sue@example.com", .supervisor)
            var pair = try await door.login("sue@example.com")
            for _ in 0..<6 {
                door.pass(24 * 60 * 60)
                let next = try await door.keeper.refresh(pair.refresh.secret)
                #expect(next.refresh.secret.revealed != pair.refresh.secret.revealed)
                #expect(next.refresh.expiresAt == Door.start.addingTimeInterval(7 * 24 * 60 * 60))
                _ = try await door.keeper.authenticate(bearer: next.access.secret.revealed)
                pair = next
            }
            door.pass(24 * 60 * 60)
            await #expect(throws: AccessError.unauthenticated(.expired)) {
                try await door.keeper.refresh(pair.refresh.secret)
            }
        }
    }

    @Test("who shows a refresh token again ends the whole sign-in, and no other", arguments: Backend.allCases)
    func reuse(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            let door = Door(database)
            try await door.add("sue@example.com", .supervisor)
            let stolen = try await door.login("sue@example.com")
            let other = try await door.login("sue@example.com")
            let renewed = try await door.keeper.refresh(stolen.refresh.secret)
            await #expect(throws: AccessError.unauthenticated(.reused)) {
                try await door.keeper.refresh(stolen.refresh.secret)
            }
            for secret in [stolen.access.secret, renewed.access.secret] {
                await #expect(throws: AccessError.unauthenticated(.revoked)) {
                    try await door.keeper.authenticate(bearer: secret.revealed)
                }
            }
            await #expect(throws: AccessError.unauthenticated(.expired)) {
                try await door.keeper.refresh(renewed.refresh.secret)
            }
            _ = try await door.keeper.authenticate(bearer: other.access.secret.revealed)
            _ = try await door.keeper.refresh(other.refresh.secret)
        }
    }

    @Test(
        "of many who exchange the same refresh token at once, one at most gets new tokens", arguments: Backend.allCases)
    func race(_ backend: Backend) async throws {
        try await backend.use { first, second in
            let doors = [Door(first), Door(second)]
            try await doors[0].add("sue@example.com", .supervisor)
            let pair = try await doors[0].login("sue@example.com")
            let count = await withTaskGroup(of: Int.self) { group in
                for index in 0..<10 {
                    group.addTask { (try? await doors[index % 2].keeper.refresh(pair.refresh.secret)) == nil ? 0 : 1 }
                }
                return await group.reduce(0, +)
            }
            #expect(count == 1)
        }
    }

    @Test(
        "signing out ends the tokens of that sign-in, in every process within two seconds", arguments: Backend.allCases)
    func logout(_ backend: Backend) async throws {
        try await backend.use { first, second in
            let (here, there) = (Door(first), Door(second))
            try await here.add("sue@example.com", .supervisor)
            let pair = try await here.login("sue@example.com")
            let admission = try await there.keeper.authenticate(bearer: pair.access.secret.revealed)
            try await here.keeper.logout(pair.refresh.secret)
            #expect(await here.keeper.standing(of: admission) == .revoked)
            there.pass(2)
            #expect(await there.keeper.standing(of: admission) == .revoked)
            await #expect(throws: AccessError.unauthenticated(.expired)) {
                try await there.keeper.refresh(pair.refresh.secret)
            }
            // Nobody's token: nothing happens.
            try await here.keeper.logout(Redacted("vr_nobody"))
        }
    }

    @Test("a new role, a new password or being no longer active signs somebody out")
    func changes() async throws {
        try await Door.open { door in
            try await door.add("ann@example.com", .admin)
            let user = try await door.add("sue@example.com", .supervisor)
            var changes = [UserChange(), UserChange(), UserChange()]
            changes[0].role = .operator
            changes[1].isActive = false
            for (index, change) in changes.enumerated() {
                var again = UserChange()
                (again.role, again.isActive) = (.supervisor, true)
                _ = try await door.keeper.changeUser(user.id, again, password: Door.password, by: .system)
                let pair = try await door.login("sue@example.com")
                let admission = try await door.keeper.authenticate(bearer: pair.access.secret.revealed)
                #expect(await door.keeper.standing(of: admission) == .valid)
                let password = index == 2 ? Redacted("another password") : nil
                _ = try await door.keeper.changeUser(user.id, change, password: password, by: .system)
                #expect(await door.keeper.standing(of: admission) == .revoked)
            }
            await #expect(throws: AccessError.wrongCredentials) { try await door.login("sue@example.com") }
            var name = UserChange()
            name.name = "Susan"
            let pair = try await door.keeper.login(email: "sue@example.com", password: Redacted("another password"))
            let admission = try await door.keeper.authenticate(bearer: pair.access.secret.revealed)
            _ = try await door.keeper.changeUser(user.id, name, by: .system)
            #expect(await door.keeper.standing(of: admission) == .valid)
        }
    }

    @Test("a digest of an older cost is made anew at the next login")
    func rehash() async throws {
        let database = try Database(zone: .gmt, now: Door.start)
        let old = Door(database, cost: ScryptCost(logN: 3, blockSize: 8, parallelism: 1))
        try await old.add("sue@example.com", .supervisor)
        let new = Door(database)
        _ = try await new.login("sue@example.com")
        let stored = try await database.credentials(email: "sue@example.com", in: Workspace.first)
        #expect(stored?.passwordHash?.hasPrefix("$scrypt$ln=4,") == true)
        _ = try await new.login("sue@example.com")
        await database.close()
    }

    @Test("a feed can go on with a newer token of the same person, and of nobody else")
    func reauthenticate() async throws {
        try await Door.open { door in
            try await door.add("sue@example.com", .supervisor)
            try await door.add("bob@example.com", .supervisor)
            let first = try await door.login("sue@example.com")
            let admission = try await door.keeper.authenticate(bearer: first.access.secret.revealed)
            door.pass(1800)
            let next = try await door.keeper.refresh(first.refresh.secret)
            let renewed = try await door.keeper.reauthenticate(admission, bearer: next.access.secret.revealed)
            #expect(renewed.expiresAt == Door.start.addingTimeInterval(5400))
            let other = try await door.login("bob@example.com")
            await #expect(throws: AccessError.unauthenticated(.otherPrincipal)) {
                try await door.keeper.reauthenticate(admission, bearer: other.access.secret.revealed)
            }
        }
    }

    @Test("where everybody is an admin, nobody needs a token, and a wrong one is still refused")
    func open() async throws {
        try await Door.open(mode: .open) { door in
            let admission = try await door.keeper.authenticate(bearer: nil)
            #expect(admission.principal == Principal(id: "anonymous", role: .admin))
            #expect(await door.keeper.standing(of: admission) == .valid)
            await #expect(throws: AccessError.self) { try await door.keeper.authenticate(bearer: "nonsense") }
            let caller = try await door.keeper.authenticate(bearer: door.keeper.callerToken("sess_1").secret.revealed)
            #expect(caller.principal.role == .caller)
        }
        try await Door.open { door in
            await #expect(throws: AccessError.unauthenticated(.missing)) {
                try await door.keeper.authenticate(bearer: nil)
            }
            await #expect(throws: AccessError.unauthenticated(.missing)) {
                try await door.keeper.authenticate(bearer: "")
            }
        }
    }

    @Test("with an issuer elsewhere its people come in, passwords do not, and who signs out stays out")
    func foreign() async throws {
        let issuer = try ExternalIssuer(
            name: ForeignTokens.issuer, audience: ForeignTokens.audience, keysURL: "https://issuer.example/keys")
        let keys = IssuerKeys(issuer) { _ in Array(ForeignTokens.keySet.utf8) }
        try await Door.open(mode: .jwks, issuers: [keys]) { door in
            door.pass(ForeignTokens.issuedAt - Door.start.timeIntervalSince1970)
            let admission = try await door.keeper.authenticate(bearer: ForeignTokens.es256)
            #expect(admission.principal.id == "auth0|42")
            await #expect(throws: AccessError.forbidden("signing in by password")) {
                try await door.login("sue@example.com")
            }
            try await door.keeper.logout(admission)
            #expect(await door.keeper.standing(of: admission) == .revoked)
            await #expect(throws: AccessError.unauthenticated(.revoked)) {
                try await door.keeper.authenticate(bearer: ForeignTokens.es256)
            }
        }
        try await Door.open { door in
            await #expect(throws: AccessError.unauthenticated(.unknownIssuer)) {
                try await door.keeper.authenticate(bearer: ForeignTokens.es256)
            }
        }
    }

    @Test("a caller's token is for one session and four things, for an hour")
    func caller() async throws {
        try await Door.open { door in
            let token = door.keeper.callerToken("sess_1")
            #expect(token.expiresAt == Door.start.addingTimeInterval(3600))
            let principal = try await door.keeper.authenticate(bearer: token.secret.revealed).principal
            #expect(principal.session == "sess_1")
            #expect(principal.scope == Scope(viewer: .caller("sess_1")))
            let allowed = Permission.allCases.filter { principal.may($0) }.map(\.rawValue).sorted()
            #expect(allowed == ["chat:write", "handoff:request", "session:read", "voice:token"])
        }
    }

    @Test("what expired is forgotten, and nothing else", arguments: Backend.allCases)
    func tidy(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            let door = Door(database)
            try await door.add("sue@example.com", .supervisor)
            let old = try await door.login("sue@example.com")
            _ = try await door.keeper.refresh(old.refresh.secret)
            door.pass(60)
            let new = try await door.login("sue@example.com")
            door.pass(Gatekeeper.signInLifetime - 60)
            try await door.keeper.tidy()
            let rows = try await database.sql.read { transaction in
                (
                    try transaction.query("SELECT * FROM sign_ins").count,
                    try transaction.query("SELECT * FROM refresh_tokens").count
                )
            }
            #expect(rows == (1, 1))
            _ = try await door.keeper.refresh(new.refresh.secret)
        }
    }

    @Test("no public key is told, for there is none")
    func keySet() async throws {
        try await Door.open { door in #expect(door.keeper.publishedKeys == ["keys": []]) }
    }
}
