import Foundation
import RoomServer

extension RoomServerOptions {
    /// What the environment says of the room server:
    /// - `PARLEY_ICE_SERVERS`: STUN and TURN servers that clients are told of, as JSON
    ///   `[{"urls": ["turn:…"], "username": "…", "credential": "…"}]`.
    /// - `PARLEY_FORCE_RELAY=1`: clients are told to use relays only.
    /// - `PARLEY_ROOMS_NO_UDP=1`: the UDP port is not offered.
    /// - `PARLEY_ROOMS_V0_ONLY=1`: `/rtc/v1` is not there.
    mutating func follow(_ environment: [String: String]) throws(CommandFailure) {
        if let text = environment.value("PARLEY_ICE_SERVERS") {
            do {
                iceServers = try JSONDecoder().decode([AnnouncedServer].self, from: Data(text.utf8))
            } catch {
                throw CommandFailure(
                    .usage, #"PARLEY_ICE_SERVERS is no list of servers; it looks like [{"urls": ["turn:host:3478"]}]."#)
            }
        }
        if environment.isOn("PARLEY_FORCE_RELAY") { forceRelay = true }
        if environment.isOn("PARLEY_ROOMS_NO_UDP") { offersUDP = false }
        if environment.isOn("PARLEY_ROOMS_V0_ONLY") { offersSinglePeer = false }
        guard offersUDP || tcpPort != nil || forceRelay else {
            throw CommandFailure(.usage, "without UDP the room server needs --stream-port, a TCP port for sound.")
        }
    }
}

extension [String: String] {
    fileprivate func isOn(_ name: String) -> Bool {
        value(name).map { ["1", "true", "yes"].contains($0.lowercased()) } ?? false
    }
}
