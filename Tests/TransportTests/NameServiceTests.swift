import NIOCore
import NIOPosix
import Synchronization
import Testing
import Transport
import Wire

@Suite("Names", .timeLimit(.minutes(1)))
struct NameServiceTests {
    private let loop = MultiThreadedEventLoopGroup.singleton.next()

    @Test("an address is its own, and nobody is asked", arguments: ["192.0.2.7", "2001:db8::1"])
    func literal(_ text: String) async throws {
        let addresses = try await NameService.addresses(of: text, on: loop, within: .seconds(5)) { _ in [] }.get()
        #expect(addresses.map(\.description) == [text])
    }

    @Test("the system knows this machine")
    func localhost() async throws {
        let addresses = try await NameService.addresses(of: "localhost", on: loop).get()
        #expect(addresses.contains { $0.isLoopback })
    }

    @Test(
        "what is no name is not asked for",
        arguments: ["", "a b", "höst", "host\0", "a/b", "-rf;", String(repeating: "a", count: 254)])
    func noName(_ text: String) async throws {
        let addresses = try await NameService.addresses(of: text, on: loop, within: .seconds(5)) { _ in
            [.loopback]
        }.get()
        #expect(addresses.isEmpty)
    }

    @Test("a name service that hangs is not waited for")
    func hanging() async throws {
        let isOver = Atomic(false)
        let answer = NameService.addresses(of: "slow.example", on: loop, within: .milliseconds(20)) { _ in
            while !isOver.load(ordering: .relaxed) {}
            return [.loopback]
        }
        let addresses = try await answer.get()
        isOver.store(true, ordering: .relaxed)
        #expect(addresses.isEmpty)
    }
}
