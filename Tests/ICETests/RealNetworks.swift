import ICE
import Simulation
import TURNSimulation
import Timing
import Wire

/// Arrangements of hosts, translators, firewalls and servers.
enum RealNetworks {
    static let home = TransportAddress(testing: "10.0.0.1 5000")
    static let office = TransportAddress(testing: "10.1.0.1 6000")
    static let homeOutside = IPAddress.v4(0xCB00_7105)
    static let officeOutside = IPAddress.v4(0xCB00_7106)
    static let server = TransportAddress(testing: "198.51.100.9 3478")
    static let passive = TransportAddress(testing: "192.0.2.7 7881")

    static func turnServer() -> SimulatedTURNServer {
        SimulatedTURNServer(server, passwords: ["me": "secret"])
    }

    /// Two ends behind translators that do not let each other in.
    static func apart(
        _ mapping: AddressTranslator.Mapping, seed: UInt64 = 7, conditions: NetworkConditions = .clean
    ) -> ICEDuo {
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.0.1 5000"], tieBreaker: 2, seed: seed),
            right: ICEPeer(.controlled, "right", ["10.1.0.1 6000"], seed: seed + 1), seed: seed, conditions: conditions)
        duo.network.translators = [
            AddressTranslator(outside: homeOutside, inside: [home.ip], mapping: mapping),
            AddressTranslator(outside: officeOutside, inside: [office.ip], mapping: mapping),
        ]
        return duo
    }

    /// A client and a server that anybody can reach, as in a call through an SFU: by UDP, and by TCP on another port.
    static func call(
        lite: Bool = true, seed: UInt64 = 7, conditions: NetworkConditions = .clean
    ) -> ICEDuo {
        ICEDuo(
            left: ICEPeer(
                .controlling, "left", ["10.0.0.1 5000"], tieBreaker: 2, seed: seed,
                streams: [.activeTCP(home.ip)]),
            right: ICEPeer(
                .controlled, "right", ["192.0.2.7 7882"], lite: lite, seed: seed + 1,
                streams: [.passiveTCP(passive)]), seed: seed, conditions: conditions)
    }

    /// Stops every datagram by UDP that leaves the client, except to these addresses.
    static func blockUDP(_ duo: inout ICEDuo, except allowed: Set<TransportAddress> = []) {
        duo.network.firewall = { datagram in
            datagram.local.ip == home.ip && datagram.transport == .udp && !allowed.contains(datagram.remote)
        }
    }
}
