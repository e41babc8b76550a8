import Testing
import Transport
import Wire

@Suite("Host addresses")
struct NetworkInterfacesTests {
    private func interface(_ name: String, _ address: String) throws -> NetworkInterface {
        NetworkInterface(name: name, address: try #require(IPAddress(address)))
    }

    private func machine() throws -> [NetworkInterface] {
        try [
            interface("lo", "127.0.0.1"), interface("lo", "::1"), interface("eth0", "fd00::2"),
            interface("eth0", "10.0.0.5"), interface("eth0", "fe80::1"), interface("eth1", "169.254.3.4"),
            interface("docker0", "172.17.0.1"), interface("br-0a1b", "172.18.0.1"), interface("veth12", "172.19.0.1"),
            interface("wlan0", "192.168.1.7"), interface("wlan0", "192.168.1.7"),
        ]
    }

    private func addresses(
        _ interfaces: [NetworkInterface], _ filter: String = "", includingLoopback: Bool = false
    ) -> [String] {
        NetworkInterfaces.hostAddresses(
            of: interfaces, includingLoopback: includingLoopback, filter: InterfaceFilter(filter)
        ).map(\.description)
    }

    @Test("real addresses are offered once, IPv4 first")
    func usual() throws {
        #expect(addresses(try machine()) == ["10.0.0.5", "192.168.1.7", "fd00::2"])
    }

    @Test("loopback comes last, on request")
    func loopback() throws {
        let all = addresses(try machine(), includingLoopback: true)
        #expect(all == ["10.0.0.5", "192.168.1.7", "fd00::2", "127.0.0.1", "::1"])
    }

    @Test("without a network, loopback is better than nothing")
    func alone() throws {
        #expect(addresses(try [interface("lo", "127.0.0.1")]) == ["127.0.0.1"])
        #expect(addresses(try [interface("lo", "127.0.0.1")], "!eth0") == ["127.0.0.1"])
    }

    @Test("the number of addresses is bounded, and loopback keeps its place")
    func bounded() throws {
        let many = try (1...40).map { try interface("eth\($0)", "10.0.1.\($0)") } + machine()
        #expect(addresses(many).count == 8)
        let withLoopback = addresses(many, includingLoopback: true)
        #expect(withLoopback.count == 8)
        #expect(withLoopback.suffix(2) == ["127.0.0.1", "::1"])
    }

    @Test("an interface that is down is left out")
    func down() throws {
        var interfaces = try machine()
        for index in interfaces.indices where interfaces[index].name == "wlan0" { interfaces[index].isUp = false }
        #expect(addresses(interfaces) == ["10.0.0.5", "fd00::2"])
    }

    @Test("temporary addresses come after lasting ones, deprecated ones at the very end")
    func lifetimes() throws {
        var interfaces = try ["2001:db8::dead", "2001:db8::7e", "2001:db8::1", "10.0.0.5"].map {
            try interface("eth0", $0)
        }
        interfaces[0].lifetime = .deprecated
        interfaces[1].lifetime = .temporary
        #expect(addresses(interfaces) == ["10.0.0.5", "2001:db8::1", "2001:db8::7e", "2001:db8::dead"])
    }

    @Test("an address of a direct cable is used when there is no other")
    func linkLocal() throws {
        let cable = try [interface("lo", "127.0.0.1"), interface("eth1", "169.254.3.4"), interface("eth1", "fe80::1")]
        #expect(addresses(cable) == ["169.254.3.4"])
    }

    @Test("virtual interfaces are used when they are the only ones, or asked for by name")
    func virtual() throws {
        let container = try [interface("lo", "127.0.0.1"), interface("docker0", "172.17.0.1")]
        #expect(addresses(container) == ["172.17.0.1"])
        #expect(addresses(try machine(), "docker0") == ["172.17.0.1"])
        #expect(addresses(try machine(), "docker?, eth0") == ["10.0.0.5", "172.17.0.1", "fd00::2"])
    }

    @Test(
        "a filter includes and excludes by name and by address",
        arguments: [
            ("eth*", ["10.0.0.5", "fd00::2"]), ("!eth*", ["192.168.1.7"]), ("eth*,!fd00*", ["10.0.0.5"]),
            ("10.0.*", ["10.0.0.5"]),
            ("*,!br-*,!veth*,!docker*", ["10.0.0.5", "127.0.0.1", "192.168.1.7", "::1", "fd00::2"]),
            ("lo", ["127.0.0.1", "::1"]), (" wlan0 ,, ", ["192.168.1.7"]), ("eth7", []),
        ])
    func filter(_ text: String, _ expected: [String]) throws {
        #expect(addresses(try machine(), text).sorted() == expected)
    }

    @Test("a server on this machine is reached by loopback whatever is named, unless that is excluded")
    func filteredLoopback() throws {
        #expect(addresses(try machine(), "wlan0", includingLoopback: true) == ["192.168.1.7", "127.0.0.1", "::1"])
        #expect(addresses(try machine(), "wlan0,!lo", includingLoopback: true) == ["192.168.1.7"])
        #expect(addresses(try machine(), "wlan0,!::1", includingLoopback: true) == ["192.168.1.7", "127.0.0.1"])
    }

    @Test("hostile patterns end", .timeLimit(.minutes(1)))
    func patterns() throws {
        let name = String(repeating: "a", count: 2000)
        let pattern = String(repeating: "a*", count: 500) + "b"
        #expect(addresses(try [interface(name, "10.0.0.1")], pattern).isEmpty)
        #expect(addresses(try machine(), "***, !, ?").count == 8)
    }

    @Test("this machine has addresses")
    func here() {
        #expect(NetworkInterfaces.all().contains { $0.address.isLoopback && $0.isUp })
        #expect(!NetworkInterfaces.hostAddresses().isEmpty)
    }
}
