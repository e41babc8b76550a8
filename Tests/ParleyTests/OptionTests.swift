import ArgumentParser
import Testing

@testable import parley

@Suite("The command line") struct OptionTests {
    @Test("lines keep the order of the command line")
    func order() throws {
        let command = try #require(
            try Parley.parseAsRoot([
                "call", "--say", "a.wav", "--interrupt", "b.wav@1.5", "--ask", "hello", "--say", "c",
            ])
                as? CallCommand)
        let said = command.say + command.ask + command.interrupt.map(\.file)
        #expect(said.sorted { $0.position < $1.position }.map(\.text) == ["a.wav", "b.wav", "hello", "c"])
        #expect(command.interrupt.first?.delay == .milliseconds(1500))
    }

    @Test(
        "what makes no sense is refused",
        arguments: [
            ["call", "--interrupt", "b.wav"], ["call", "--interrupt", "b.wav@-1"], ["call", "--interrupt", "@1"],
            ["call", "--timeout", "0"], ["call", "--room", ""], ["token"], ["token", "--worker", "--room", "r"],
            ["worker", "--deployment", "a_b"], ["worker", "--capacity", "0"], ["worker", "--api-secret", "s"],
            ["graph", "--json", "--mermaid"], ["rooms", "remove", "r"], ["nonsense"],
        ])
    func refused(arguments: [String]) {
        #expect(throws: (any Error).self) { try Parley.parseAsRoot(arguments) }
    }

    @Test("the command line goes before the environment, and development credentials are for this machine alone")
    func credentials() throws {
        var options = try ServerOptions.parse([])
        #expect(try options.access([:]).key == "devkey")
        let environment = [
            "LIVEKIT_URL": "wss://rooms.example.org", "LIVEKIT_API_KEY": "k", "LIVEKIT_API_SECRET": "s",
        ]
        #expect(try options.access(environment).clientURL == "wss://rooms.example.org")
        #expect(throws: CommandFailure.self) { try options.access(["LIVEKIT_URL": "wss://rooms.example.org"]) }
        options = try ServerOptions.parse(["--url", "ws://localhost:1", "--api-key", "other"])
        #expect(throws: CommandFailure.self) { try options.access([:]) }
        options = try ServerOptions.parse(["--url", "rooms.example.org"])
        #expect(throws: CommandFailure.self) { try options.access(environment) }
    }

    /// The sentence for an environment that will not do; empty when it does.
    private func complaint(_ environment: [String: String]) throws -> String {
        do {
            _ = try ServerOptions.parse([]).access(environment)
            return ""
        } catch let failure as CommandFailure {
            #expect(failure.status == .usage)
            return failure.sentence
        }
    }

    @Test("what is missing or malformed in the environment is named, and no secret is")
    func environment() throws {
        let address = ["LIVEKIT_URL": "wss://rooms.example.org"]
        let both = try complaint(address)
        #expect(both.contains("LIVEKIT_API_KEY and LIVEKIT_API_SECRET"))
        let keyless = try complaint(address.merging(["LIVEKIT_API_SECRET": "hush"]) { $1 })
        #expect(keyless.contains("LIVEKIT_API_KEY") && !keyless.contains("SECRET") && !keyless.contains("hush"))
        let quoted = try complaint(
            address.merging(["LIVEKIT_API_KEY": "k", "LIVEKIT_API_SECRET": "\"hush\""]) { $1 })
        #expect(quoted.contains("LIVEKIT_API_SECRET") && !quoted.contains("hush"))
        #expect(try complaint(["LIVEKIT_URL": "rooms.example.org"]).contains("LIVEKIT_URL"))
        #expect(
            try complaint(address.merging(["LIVEKIT_API_KEY": "k", "LIVEKIT_API_SECRET": "hush"]) { $1 }).isEmpty)
    }

    @Test("printing what opens a server shows no secret")
    func noSecret() throws {
        let access = try ServerOptions.parse([]).access(["LIVEKIT_API_KEY": "k", "LIVEKIT_API_SECRET": "hush"])
        #expect(!"\(access)".contains("hush"))
    }
}
