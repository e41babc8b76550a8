import Peer
import Secure
import Simulation
import Testing
import Timing
import Wire

@testable import Room

@Suite("Whose a datagram is") struct PeersTests {
    private let first = TransportAddress(ip: .v4(0x0A00_0002), port: 4000)
    private let second = TransportAddress(ip: .v4(0x0A00_0002), port: 4001)

    private func peers(_ topology: Topology) throws -> Peers {
        let configuration = RoomConfiguration(
            token: "", certificate: try .selfSigned(), localAddresses: [first], random: SeededGenerator(seed: 1))
        var random = configuration.random
        return Peers(
            topology, of: PeerParts(configuration, subscriberAddresses: [second], random: &random), now: .origin)
    }

    @Test("a datagram is its socket's, and in the single topology everything is the publisher's")
    func sockets() throws {
        let dual = try peers(.dual)
        let sides = (dual.side(of: first, over: .udp), dual.side(of: second, over: .udp))
        #expect(sides == (.publisher, .subscriber))
        let single = try peers(.single)
        let only = single.side(of: second, over: .udp)
        #expect(only == .publisher)
    }

    @Test("streams of both sides to one server have different names, and each side knows its own")
    func streams() throws {
        let dual = try peers(.dual)
        let name = TransportAddress(ip: first.ip, port: 9)
        let (mine, theirs) = (
            dual.outside(name, over: .tcp, of: .publisher), dual.outside(name, over: .tcp, of: .subscriber)
        )
        #expect(mine != theirs && mine.ip == theirs.ip)
        let sides = (dual.side(of: mine, over: .tcp), dual.side(of: theirs, over: .tcp))
        #expect(sides == (.publisher, .subscriber))
        let back = (dual.inside(mine, over: .tcp, of: .publisher), dual.inside(theirs, over: .tcp, of: .subscriber))
        #expect(back == (name, name))
    }
}
