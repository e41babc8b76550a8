import Client
import NIOCore
import NIOPosix
import Testing
import Transport
import Wire

@Suite("Sockets of a room", .timeLimit(.minutes(1)))
struct RoomSocketsTests {
    private let loop = MultiThreadedEventLoopGroup.singleton.next()

    @Test("for a server on this machine, loopback is among the addresses, each with a port of its own")
    func local() async throws {
        let server = try #require(ServerURL("ws://localhost:7880"))
        let sockets = try await RoomSockets.bind(on: loop, for: server)
        #expect(sockets.addresses.contains { $0.ip == .loopback })
        #expect(sockets.addresses.allSatisfy { $0.port != 0 })
        #expect(Set(sockets.addresses).count == sockets.addresses.count)
        sockets.close()
    }

    @Test("a filter that leaves no interface is an error that says so")
    func filtered() async throws {
        let server = try #require(ServerURL("wss://rooms.example"))
        await #expect(throws: DatagramError.noAddress) {
            try await RoomSockets.bind(on: loop, for: server, interfaces: InterfaceFilter("nothing*"))
        }
    }

    @Test("an address that cannot be bound is left out, and is the error when there is no other")
    func unbindable() async throws {
        let foreign = IPAddress.v4(0xC000_0201)
        let sockets = try await RoomSockets.bind(on: loop, addresses: [foreign, .loopback])
        #expect(sockets.addresses.map(\.ip) == [.loopback])
        sockets.close()
        await #expect(throws: DatagramError.system(code: 99)) {
            try await RoomSockets.bind(on: loop, addresses: [foreign])
        }
    }
}
