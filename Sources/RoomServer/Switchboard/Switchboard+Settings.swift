import Contract

// What every client is told of this server, when it joins and when it comes back.
extension Switchboard {
    var iceServers: [Livekit_ICEServer] {
        configuration.iceServers.map { server in
            var message = Livekit_ICEServer()
            message.urls = server.urls
            message.username = server.username
            message.credential = server.credential
            return message
        }
    }

    var clientConfiguration: Livekit_ClientConfiguration {
        var settings = Livekit_ClientConfiguration()
        settings.resumeConnection = .enabled
        if configuration.forceRelay { settings.forceRelay = .enabled }
        return settings
    }

    static let serverInfo: Livekit_ServerInfo = {
        var info = Livekit_ServerInfo()
        info.edition = .standard
        info.version = "1.9.0"
        info.protocol = 16
        info.nodeID = "ND_parley"
        info.agentProtocol = 1
        return info
    }()
}
