import Foundation
import Store
import Supervision
import Testing

@testable import Access

@Suite("Users") struct UserTests {
    @Test("an email address belongs to one user, however it is written", arguments: Backend.allCases)
    func unique(_ backend: Backend) async throws {
        try await backend.use { first, second in
            let doors = [Door(first), Door(second)]
            try await doors[0].add("Sue@Example.com", .supervisor)
            await #expect(throws: AccessError.conflict("a user with this email address")) {
                try await doors[1].add("  sUE@example.COM", .operator)
            }
            #expect(try await doors[1].keeper.users().map(\.email) == ["sue@example.com"])
        }
    }

    @Test("a user is changed, listed by role and removed", arguments: Backend.allCases)
    func changes(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            let door = Door(database)
            let admin = try await door.add("ann@example.com", .admin)
            let user = try await door.add("bob@example.com", .operator, name: "Bob")
            door.pass(60)
            var change = UserChange()
            (change.skills, change.status, change.name) = (["billing", "spanish"], .online, "Robert")
            let changed = try await door.keeper.changeUser(user.id, change, by: .system)
            #expect(changed.skills == ["billing", "spanish"] && changed.status == .online && changed.name == "Robert")
            #expect(changed.updatedAt == Door.start.addingTimeInterval(60) && changed.createdAt == Door.start)
            #expect(try await door.keeper.user(user.id) == changed)
            #expect(try await door.keeper.users(role: .operator) == [changed])
            #expect(try await door.keeper.users() == [admin, changed])
            try await door.keeper.removeUser(user.id, by: .system)
            await #expect(throws: AccessError.notFound("user")) { try await door.keeper.user(user.id) }
            await #expect(throws: AccessError.notFound("user")) {
                try await door.keeper.removeUser(user.id, by: .system)
            }
        }
    }

    @Test("the last who may administer stays, whoever tries at once", arguments: Backend.allCases)
    func lastAdmin(_ backend: Backend) async throws {
        try await backend.use { first, second in
            let doors = [Door(first), Door(second)]
            let admins = [
                try await doors[0].add("a@example.com", .admin), try await doors[0].add("b@example.com", .admin),
            ]
            let removed = await withTaskGroup(of: Int.self) { group in
                for (door, admin) in zip(doors, admins) {
                    group.addTask { (try? await door.keeper.removeUser(admin.id, by: .system)) == nil ? 0 : 1 }
                }
                return await group.reduce(0, +)
            }
            #expect(removed == 1)
            let last = try #require(try await doors[0].keeper.users().first)
            var changes = [UserChange(), UserChange()]
            changes[0].role = .supervisor
            changes[1].isActive = false
            for change in changes {
                await #expect(throws: AccessError.conflict("the last admin")) {
                    try await doors[0].keeper.changeUser(last.id, change, by: .system)
                }
            }
            #expect(try await doors[0].keeper.user(last.id) == last)
        }
    }

    @Test("nobody sees or changes users of another workspace")
    func workspaces() async throws {
        try await Door.open { door in
            let user = try await door.add("sue@example.com", .supervisor)
            let stranger = Author(id: "usr_stranger", workspace: "ws_other")
            #expect(try await door.keeper.users(in: "ws_other").isEmpty)
            await #expect(throws: AccessError.notFound("user")) {
                try await door.keeper.changeUser(user.id, UserChange(), by: stranger)
            }
            await #expect(throws: AccessError.notFound("user")) {
                try await door.keeper.removeUser(user.id, by: stranger)
            }
            await #expect(throws: AccessError.wrongCredentials) {
                try await door.keeper.login(email: "sue@example.com", password: Door.password, workspace: "ws_other")
            }
        }
    }

    @Test(
        "a house without users gets its first admin once, whoever starts at the same time", arguments: Backend.allCases)
    func bootstrap(_ backend: Backend) async throws {
        try await backend.use { first, second in
            let doors = [Door(first), Door(second)]
            let admin = FirstAdmin(email: try EmailAddress("ann@example.com"), password: Door.password)
            let count = await withTaskGroup(of: Int.self) { group in
                for door in doors { group.addTask { (try? await door.keeper.welcome(admin)) == true ? 1 : 0 } }
                return await group.reduce(0, +)
            }
            #expect(count == 1)
            #expect(try await doors[0].login("ann@example.com").user.role == .admin)
            #expect(try await !doors[1].keeper.welcome(admin))
        }
    }

    @Test("a user is no caller and no worker", arguments: [Role.caller, .worker])
    func roles(_ role: Role) throws {
        let email = try EmailAddress("sue@example.com")
        #expect(throws: AccessError.invalid("role of a user")) {
            try UserWish(email: email, name: "Sue", role: role, password: Door.password)
        }
    }

    @Test(
        "what is no email address is refused",
        arguments: [
            "", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\u{0}", "a\n@b", String(repeating: "a", count: 254) + "@b",
        ])
    func addresses(_ text: String) {
        #expect(throws: AccessError.invalid("email address")) { try EmailAddress(text) }
    }
}
