import Secure
import Transport
import Wire

extension SwitchboardConfiguration {
    /// With an unspecified address every address of this host is offered to clients.
    init(_ options: RoomServerOptions, _ media: MediaPorts, at ip: IPAddress) throws {
        let hosts = ip.isUnspecified ? NetworkInterfaces.hostAddresses(includingLoopback: true) : [ip]
        let reachable = hosts.filter { $0.isIPv6 == ip.isIPv6 }
        let port = media.socket.localAddress.port
        self.init(
            secrets: options.secrets,
            addresses: options.offersUDP ? reachable.map { TransportAddress(ip: $0, port: port) } : [],
            certificate: try Certificate.selfSigned())
        if let port = media.streamPort { streamAddresses = reachable.map { TransportAddress(ip: $0, port: port) } }
        offersSinglePeer = options.offersSinglePeer
        iceServers = options.iceServers
        forceRelay = options.forceRelay
    }
}
