import Testing

@testable import Redis

@Suite("The address of a Redis server") struct AddressTests {
    @Test("an address says host, port, user, password and database")
    func parts() throws {
        let whole = try RedisAddress("redis://me:p%40ss%3A%2F@cache.example:7000/3")
        #expect(whole.host == "cache.example")
        #expect(whole.port == 7000)
        #expect(whole.user == "me")
        #expect(whole.password == "p@ss:/")
        #expect(whole.database == 3)
        let least = try RedisAddress("redis://localhost")
        #expect(least.host == "localhost")
        #expect(least.port == 6379)
        #expect(least.user == nil)
        #expect(least.password == nil)
        #expect(least.database == 0)
        let six = try RedisAddress("redis://:secret@[::1]:1/")
        #expect(six.host == "::1")
        #expect(six.port == 1)
        #expect(six.user == nil)
        #expect(six.password == "secret")
    }

    @Test(
        "an address that is none is refused in a sentence that does not repeat it",
        arguments: [
            "", "secret", "http://secret", "redis://", "redis://:secret@", "redis://:sec@ret@host",
            "redis://host:secret",
            "redis://host:0", "redis://host:65536", "redis://host/secret", "redis://host/-1", "redis://secret@host",
            "redis://:sec/ret@host", "redis://:secret%@host", "redis://[secret", "redis://[::1]secret", "redis://h\0st",
        ])
    func wrong(_ url: String) {
        let error = #expect(throws: RedisError.self) { try RedisAddress(url) }
        guard case .invalidAddress(let sentence)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!sentence.contains("sec"))
    }

    @Test("an address of every length is read or refused")
    func truncated() {
        let url = "redis://me:p%40ss@[::1]:7000/3"
        let accepted = (0...url.count).filter { (try? RedisAddress(String(url.prefix($0)))) != nil }
        #expect(accepted.contains(url.count))
        #expect(!accepted.contains("redis://".count))
    }

    @Test("encryption is refused in so many words")
    func encryption() {
        let error = #expect(throws: RedisError.self) { try RedisAddress("rediss://:secret@host") }
        #expect(error?.description.contains("encryption") == true)
        #expect(error?.description.contains("secret") == false)
    }
}
