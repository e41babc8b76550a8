import Token

extension AccessToken {
    /// A caller speaks, listens and sends data; nothing but a microphone may be published.
    static func caller(_ identity: String, name: String, in room: String, agent: String?) -> AccessToken {
        var grant = VideoGrant.join(room)
        grant.canPublish = true
        grant.canPublishSources = ["microphone"]
        grant.canSubscribe = true
        grant.canPublishData = true
        let agents = agent.map { [RoomConfiguration.AgentDispatch(agentName: $0)] }
        return AccessToken(
            identity: identity, name: name, grants: grant,
            roomConfiguration: agents.map { RoomConfiguration(agents: $0) })
    }

    /// A supervisor: hidden and silent while listening; visible, with a microphone and nothing else, when ready to speak.
    static func supervisor(_ attachment: Attachment, in room: String) -> AccessToken {
        let speaks = attachment.mode == .barge
        var grant = VideoGrant.join(room)
        grant.hidden = !speaks
        grant.canPublish = speaks
        grant.canPublishSources = speaks ? ["microphone"] : []
        grant.canSubscribe = true
        grant.canPublishData = false
        return AccessToken(
            identity: attachment.identity, name: attachment.name, grants: grant,
            attributes: ["parley.role": "supervisor", "parley.attachment": attachment.id])
    }

    /// A person who takes the call over: as a caller, but known as a colleague.
    static func colleague(_ identity: String, name: String, in room: String) -> AccessToken {
        var grant = VideoGrant.join(room)
        grant.canPublish = true
        grant.canPublishSources = ["microphone"]
        grant.canSubscribe = true
        grant.canPublishData = false
        return AccessToken(
            identity: identity, name: name, grants: grant, attributes: ["parley.role": "operator"])
    }
}
