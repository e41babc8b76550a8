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

    @Test("printing what opens a server shows no secret")
    func noSecret() throws {
        let access = try ServerOptions.parse([]).access(["LIVEKIT_API_KEY": "k", "LIVEKIT_API_SECRET": "hush"])
        #expect(!"\(access)".contains("hush"))
    }
}
