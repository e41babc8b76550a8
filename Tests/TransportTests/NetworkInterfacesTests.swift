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

    @Test("real addresses are offered once, IPv4 first")
    func usual() throws {
        let addresses = NetworkInterfaces.hostAddresses(of: try machine())
        #expect(addresses.map(\.description) == ["10.0.0.5", "192.168.1.7", "fd00::2"])
    }

    @Test("loopback comes last, on request")
    func loopback() throws {
        let addresses = NetworkInterfaces.hostAddresses(of: try machine(), includingLoopback: true)
        #expect(addresses.map(\.description) == ["10.0.0.5", "192.168.1.7", "fd00::2", "127.0.0.1", "::1"])
    }

    @Test("without a network, loopback is better than nothing")
    func alone() throws {
        let addresses = NetworkInterfaces.hostAddresses(of: try [interface("lo", "127.0.0.1")])
        #expect(addresses == [.loopback])
    }

    @Test("the number of addresses is bounded, and loopback keeps its place")
    func bounded() throws {
        let many = try (1...40).map { try interface("eth\($0)", "10.0.1.\($0)") } + machine()
        #expect(NetworkInterfaces.hostAddresses(of: many).count == 8)
        let withLoopback = NetworkInterfaces.hostAddresses(of: many, includingLoopback: true)
        #expect(withLoopback.count == 8)
        #expect(withLoopback.contains(.loopback))
    }

    @Test("this machine has addresses")
    func here() {
        #expect(NetworkInterfaces.all().contains { $0.address.isLoopback })
        #expect(!NetworkInterfaces.hostAddresses().isEmpty)
    }
}
