import Contract
import ICE
import Wire

/// The STUN and TURN servers that the server names, until their host names are looked up, and after.
struct RelayServers {
    /// Servers of one session, one for each of their URLs; more are ignored.
    static let limit = 16
    /// Names whose addresses are remembered for the next session; then all are forgotten.
    private static let memory = 64

    /// A server that can be asked now.
    struct Located: Hashable {
        let server: ICEServer
        let address: TransportAddress
    }

    /// URLs that name no server that can be used.
    private(set) var unusable = 0
    private var waiting: [ICEServer] = []
    private var addresses: [String: [IPAddress]] = [:]

    /// Nothing is being looked up.
    var isSettled: Bool { waiting.isEmpty }

    /// A new session names its servers anew.
    mutating func forgetSession() {
        waiting = []
    }

    /// - Returns: the servers that are known, and the names to look up.
    mutating func take(_ named: [Livekit_ICEServer]) -> (located: [Located], names: [String]) {
        var located: [Located] = []
        var names: [String] = []
        var count = 0
        for entry in named {
            for url in entry.urls.prefix(Self.limit) where count < Self.limit {
                guard let server = ICEServer(url: url, username: entry.username, credential: entry.credential) else {
                    unusable &+= 1
                    continue
                }
                count += 1
                if let known = IPAddress(server.host).map({ [$0] }) ?? addresses[server.host] {
                    located += Self.locate(server, at: known)
                } else {
                    if !waiting.contains(where: { $0.host == server.host }) { names.append(server.host) }
                    waiting.append(server)
                }
            }
        }
        return (located, names)
    }

    /// A name was looked up; what nobody waits for is not remembered.
    mutating func resolve(_ host: String, _ found: [IPAddress]) -> [Located] {
        let servers = waiting.filter { $0.host == host }
        guard !servers.isEmpty else { return [] }
        waiting.removeAll { $0.host == host }
        if addresses.count >= Self.memory { addresses = [:] }
        if !found.isEmpty { addresses[host] = found }
        return servers.flatMap { Self.locate($0, at: found) }
    }

    /// At most two addresses of a name are asked: one of each family, as a rule.
    private static func locate(_ server: ICEServer, at addresses: [IPAddress]) -> [Located] {
        addresses.prefix(2).map { Located(server: server, address: TransportAddress(ip: $0, port: server.port)) }
    }
}
